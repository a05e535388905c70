import type { Kind } from '#domains/notices/index.ts'

type Of = { readonly number: string; readonly title: string }
const quoted = (title: string) => `「${title}」`

/** To the section: comments are in, the result is to be written. */
export const closed: Kind<Of> = {
  name: 'voice.comment-closed',
  audience: 'staff',
  title: {
    ja: '意見募集の終了',
    easy: '意見募集の終了',
    en: 'Public comment ended',
    ko: 'Public comment ended',
  },
  cadence: 'at-once',
  words: (locale, { title }) => {
    const text =
      locale === 'ja' || locale === 'easy'
        ? `${quoted(title)}の意見募集が終わりました。結果をまとめてください`
        : `The comment period for “${title}” has ended; please write the result`
    return { subject: text, line: text }
  },
}

const results = {
  ja: (title: string) => `${quoted(title)}へのご意見と、市の考え方を公表しました`,
  easy: (title: string) =>
    `${quoted(title)}への みなさんの {意見|いけん}と、{市|し}の {答|こた}えを {出|だ}しました`,
  en: (title: string) => `The comments on “${title}” and the city’s answers are public`,
  ko: (title: string) => `${quoted(title)}에 대한 의견과 시의 답변을 공개했습니다`,
} as const

/** To everybody who handed something in: only that the result is there, for it stands in public. */
export const published: Kind<Of> = {
  name: 'voice.comment-published',
  audience: 'residents',
  title: {
    ja: '意見募集の結果',
    easy: '{意見|いけん}を {集|あつ}めた {結果|けっか}',
    en: 'Results of public comment',
    ko: '의견 모집 결과',
  },
  cadence: 'at-once',
  words: (locale, { title }) => {
    const text = results[locale](title)
    return { subject: text, line: text }
  },
}
