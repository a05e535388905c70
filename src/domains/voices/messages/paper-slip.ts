import type { Tongue } from '#domains/residents/index.ts'

/** 受付の控え, in large letters: what its owner has to keep, and what happens next. */
export interface SlipWords {
  readonly title: string
  readonly number: string
  readonly phrase: (phrase: string) => string
  readonly keep: string
  readonly next: (due: string) => string
  /** Of a comment on a draft. */
  readonly result: string
  readonly ask: (phone: string) => string
}

export const slipWords: Readonly<Record<Exclude<Tongue, 'ko'>, SlipWords>> = {
  ja: {
    title: 'ご意見の受付の控え',
    number: '受付番号は、上の大きな文字です。',
    phrase: (phrase) => `合言葉: ${phrase}`,
    keep: 'お電話のときに、受付番号と合言葉をお伝えください。ほかの方には見せないでください。',
    next: (due) => `担当の課が読み、${due}までにお答えします。`,
    result: '市の考え方は、意見募集の結果と合わせて公表します。',
    ask: (phone) => `お問い合わせ ${phone}`,
  },
  easy: {
    title: '{意見|いけん}を {受|う}け{取|と}りました',
    number: '{上|うえ}の {大|おお}きな {文字|もじ}が、あなたの {番号|ばんごう}です。',
    phrase: (phrase) => `{合|あ}い{言葉|ことば}: ${phrase}`,
    keep: '{電話|でんわ}の とき、{番号|ばんごう}と {合|あ}い{言葉|ことば}を {言|い}って ください。ほかの {人|ひと}に {見|み}せないで ください。',
    next: (due) => `${due}までに {答|こた}えます。`,
    result: '{市|し}の {答|こた}えは、みなさんの {意見|いけん}と いっしょに {出|だ}します。',
    ask: (phone) => `{電話|でんわ} ${phone}`,
  },
  en: {
    title: 'Receipt for what you told us',
    number: 'The large letters above are your number.',
    phrase: (phrase) => `Your phrase: ${phrase}`,
    keep: 'When you call, tell us the number and the phrase. Please show them to nobody else.',
    next: (due) => `The section in charge will read it and answer by ${due}.`,
    result: 'The city’s answer is published with the result of the public comment.',
    ask: (phone) => `To ask: ${phone}`,
  },
}
