import { standingWords } from '#domains/progress/index.ts'
import { eraDate } from '#platform/calendar.ts'
import type { AlarmKind, Figures } from '../publication.ts'

/** 市民の言葉. Japanese is the shape; a language that misses a line does not compile. */
export const ja = {
  title: '広報と報告書',
  lead: '計画の進み具合を、年度ごとにまとめてお知らせしています。数字は、どの形でも同じ記録から作っています。',
  none: 'まだ公表した版はありません。',
  noneTodo: 'はじめての版ができたら、ここに載せます。',
  editions: '公表した版',
  edition: (number: number) => `第${number}版`,
  published: '公表した日',
  asOf: 'いつの数字か',
  asOfDay: (day: string) => `${eraDate(day)}現在`,
  feed: '更新を知らせるフィード(Atom)',
  back: '公表した版の一覧',
  corrected: (number: number) => `この版には訂正があります。新しいのは第${number}版です。`,
  corrects: (number: number) => `第${number}版を訂正した版です。`,
  toCorrection: '訂正した版を見る',
  toOld: '訂正の前の版を見る',
  counts: '項目の数',
  items: (count: number) => `${count}項目`,
  byMeasure: '施策ごとの進み具合',
  measure: '施策',
  total: '項目の数',
  all: '全体',
  went: '順調に進んだこと',
  next: 'これからの課題',
  call: 'ご意見をお寄せください',
  allItems: 'すべての項目',
  item: '項目',
  who: '主体',
  section: '担当',
  state: '進み具合',
  done: 'したこと',
  value: '市の区分',
  group: '市民の側の報告',
  alarms: '気をつけて見ている項目',
  alarm: {
    silent: (n) => `${n}日のあいだ報告がありません`,
    stalled: (n) => `${n}年つづけて「検討」です`,
    'off-line': (n) => `目標の線から外れています(${n})`,
    'no-owner': () => '担当者が決まっていません',
  } satisfies Record<AlarmKind, (n: number | string) => string> as Record<
    AlarmKind,
    (n: number | string) => string
  >,
  standings: standingWords.ja,
  leads: { citizens: '市民', city: '市', both: '市民と市', open: '未定' },
  slogan: '今年の標語',
  short: 'ほかの言葉の短い版',
  shortNames: { easy: 'やさしい日本語', en: 'English', ko: '한국어' },
  downloads: 'この版をほかの形で',
  forms: {
    'bulletin.pdf': '広報の紙面(PDF、A4)',
    'press.pdf': '印刷所に渡す紙面(PDF)',
    'report.pdf': '報告書(PDF)',
    'slides.pdf': 'ケーブルテレビの画面(PDF、16:9)',
    'slides.zip': 'ケーブルテレビの一式(画面のPNG、秒数、動画用の一覧、ZIP)',
    'data.csv': '項目ごとの数字(CSV)',
    'data.json': 'この版の記録(JSON)',
    'catalogue.jsonld': 'データの説明(DCAT、JSON-LD)',
  },
  hash: 'この版のハッシュ',
  hashHint:
    'SHA-256。手元のファイルがこの版かどうかは、「tomoni edition verify ファイル名」で確かめられます。',
  licence: '利用の条件',
  credit: (by: string) => `提供: ${by}`,
  unreported: '報告はまだありません。',
}
export type PublicWords = typeof ja

/** 第1稿: what the figures say in sentences; people write on from here. */
export function draftJa({ fiscalYear, total, counts, items, asOf }: Figures) {
  const day = eraDate(asOf).replace(/\(.\)$/, '')
  const named = (standing: 'behind' | 'done' | 'on-track') =>
    items
      .filter((one) => one.standing === standing && one.result)
      .slice(0, 2)
      .map(({ title, result }) => `「${title}」は、${firstSentence(result)}`)
      .join('')
  const silent = counts.unreported
    ? `\n${counts.unreported}項目は、担当の課からの報告がまだありません。届きしだい、市のホームページでお知らせします。`
    : ''
  const slow = [
    counts.behind > 0 ? `${counts.behind}項目が予定より遅れて` : '',
    counts['not-started'] > 0 ? `${counts['not-started']}項目がまだ始まらずに` : '',
  ].filter(Boolean)
  const late = slow.length ? `\n一方で、${slow.join('、')}います。` : ''
  return {
    title: '協働の進み具合をお知らせします',
    leadTitle: `${total}項目のいまを報告します`,
    lead: `${day}までに各課から届いた報告をもとに、${fiscalYear}年度の計画の進み具合をまとめました。${total}項目のうち、${counts.done}項目が終わり、${counts['on-track']}項目が予定どおり進んでいます。${late}${silent}`,
    went: named('done') || named('on-track'),
    next: named('behind'),
    call: 'この計画について、気づいたことや手伝えることをお聞かせください。市のホームページ、お近くの支所の用紙、お電話で受け付けています。',
  }
}

const firstSentence = (text: string) =>
  /^[^。\n]{1,80}。/.exec(text)?.[0] ?? `${[...text].slice(0, 60).join('')}。`
