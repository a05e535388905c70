import { standingWords } from '#domains/progress/index.ts'
import type { Figures } from '../publication.ts'
import type { PublicWords } from './ja.ts'

const date = (iso: string) => {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}년 ${month}월 ${day}일`
}

export const ko: PublicWords = {
  title: '홍보지와 연간 보고서',
  lead: '계획이 얼마나 진행되었는지 해마다 알려 드립니다. 모든 형식은 하나의 기록에서 만들어 숫자가 같습니다.',
  none: '아직 공표된 판이 없습니다.',
  noneTodo: '첫 번째 판이 나오면 여기에 싣습니다.',
  editions: '공표된 판',
  edition: (number) => `제${number}판`,
  published: '공표일',
  asOf: '숫자의 기준일',
  asOfDay: date,
  feed: '새 판을 알리는 피드(Atom)',
  back: '공표된 판 목록',
  corrected: (number) => `이 판은 정정되었습니다. 최신은 제${number}판입니다.`,
  corrects: (number) => `제${number}판을 정정한 판입니다.`,
  toCorrection: '정정된 판 보기',
  toOld: '정정 전의 판 보기',
  counts: '항목 수',
  items: (count) => `${count}개 항목`,
  byMeasure: '시책별 진행 상황',
  measure: '시책',
  total: '항목 수',
  all: '전체',
  went: '순조롭게 진행된 일',
  next: '앞으로의 과제',
  call: '의견을 들려주세요',
  allItems: '모든 항목',
  item: '항목',
  who: '주체',
  section: '담당',
  state: '진행 상황',
  done: '한 일',
  value: '시의 구분',
  group: '시민 측 보고',
  alarms: '주의해서 보는 항목',
  alarm: {
    silent: (n) => `${n}일 동안 보고가 없습니다`,
    stalled: (n) => `${n}년 연속 ‘검토’입니다`,
    'off-line': (n) => `목표선에서 벗어났습니다(${n})`,
    'no-owner': () => '담당자가 정해지지 않았습니다',
  },
  standings: standingWords.ko,
  leads: { citizens: '시민', city: '시', both: '시민과 시', open: '미정' },
  slogan: '올해의 표어',
  short: '다른 언어의 요약판',
  shortNames: { easy: '쉬운 일본어', en: 'English', ko: '한국어' },
  downloads: '이 판을 다른 형식으로',
  forms: {
    'bulletin.pdf': '홍보지 지면(PDF, A4, 일본어)',
    'press.pdf': '인쇄용 지면(PDF)',
    'report.pdf': '보고서(PDF, 일본어)',
    'slides.pdf': '케이블TV 화면(PDF, 16:9, 일본어)',
    'slides.zip': '케이블TV 묶음(화면과 읽는 시간, ZIP)',
    'data.csv': '항목별 숫자(CSV)',
    'data.json': '이 판의 기록(JSON)',
    'catalogue.jsonld': '데이터 설명(DCAT, JSON-LD)',
  },
  hash: '이 판의 해시',
  hashHint: 'SHA-256입니다. “tomoni edition verify 파일”로 이 판인지 확인할 수 있습니다.',
  licence: '이용 조건',
  credit: (by) => `제공: ${by}`,
  unreported: '아직 보고가 없습니다.',
}

/** A first draft for those who write the Korean version. */
export const draftKo = ({ total, counts, asOf }: Figures): string =>
  [
    `시민과 시가 함께하는 마을 만들기 계획에는 ${total}개 항목이 있습니다. ${date(asOf)} 현재 ${counts.done}개 항목이 완료되었고, ${counts['on-track']}개 항목이 순조롭게 진행되고 있습니다.`,
    `${counts.behind}개 항목은 예정보다 늦어졌고, ${counts['not-started']}개 항목은 아직 시작하지 않았으며, ${counts.unreported}개 항목은 보고가 없습니다.`,
    '의견을 들려주세요.',
  ].join('\n\n')
