import type { Course, Layer, Occasion, Remark, Stance } from '../judging.ts'

export const ja = {
  title: '評価',
  over: (year: string) => year,
  lead: '担当課、推進本部、委員会の3つの評価を、並べてのせます。平均はとりません。',
  none: 'この年度の評価は、まだ公表されていません。',
  noneTodo: '計画の取り組みと進み具合は、計画のページで読めます。',
  toPlan: '計画を読む',
  occasions: { midterm: '中間点検', final: '年度末の評価' } as Record<Occasion, string>,
  publishedOn: (day: string) => `${day} 公表`,
  layers: {
    section: '担当課の自己評価',
    secretariat: '推進本部の内部評価',
    committee: '委員会の外部評価',
  } as Record<Layer, string>,
  short: { section: '自己評価', secretariat: '内部評価', committee: '外部評価' } as Record<
    Layer,
    string
  >,
  courses: {
    continue: '継続',
    expand: '拡充',
    reduce: '縮小',
    merge: '統合',
    finish: '完了',
    abolish: '廃止',
  } as Record<Course, string>,
  course: '今後の方向性',
  comment: '意見・理由',
  differs: '評価が分かれています',
  differing: (n: number) => `評価が分かれた項目は ${n}件です。`,
  waived: (reason: string) => `この評価は行っていません。理由: ${reason}`,
  notGiven: '評価がありません',
  lastYear: '前の年度の評価',
  spread: '委員の採点の内わけ',
  spreadOf: (label: string, n: number) => `${label} ${n}人`,
  remarks: '意見と市の回答',
  kinds: { committee: '委員会の意見', minority: '少数の意見' } as Record<Remark['kind'], string>,
  stances: { adopted: '採用', partly: '一部採用', 'not-adopted': '不採用' } as Record<
    Stance,
    string
  >,
  answer: '市の回答',
  answeredBy: (section: string) => `回答: ${section}`,
  becameItem: (year: string, code: string) => `${year}の項目 ${code} になりました`,
  becameAmendment: (code: string) => `計画の項目 ${code} を変更しました`,
  overview: 'ひと目で',
  item: '項目',
  measure: (n: number) => `施策${n}`,
  files: '資料を手に入れる',
  pack: '評価報告書(PDF)',
  csv: '表(CSV)',
  json: 'データ(JSON)',
  scale: '評価の見方',
  japanese: '',
}
export type PublicWords = typeof ja
