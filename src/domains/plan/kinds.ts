import type { Kind } from '#domains/notices/index.ts'
import type { Locale } from './plan.ts'
import type { Said } from './said.ts'

/** What those who follow a plan or an item are told of. */
export const newsKinds = ['comment', 'published', 'amended', 'evaluated'] as const
export type News = (typeof newsKinds)[number]

type Titles = { readonly [L in Locale]: string }

const words: Readonly<
  Record<
    Locale,
    {
      readonly news: Readonly<Record<News, (title: string) => string>>
      readonly more: Readonly<Record<News, string>>
      readonly reason: (text: string) => string
    }
  >
> = {
  ja: {
    news: {
      comment: (title) => `「${title}」の案への意見を募集しています`,
      published: (title) => `「${title}」を公表しました`,
      amended: (title) => `「${title}」の内容が変わりました`,
      evaluated: (title) => `「${title}」の評価がまとまりました`,
    },
    more: {
      comment: '案を読んで、ご意見をお寄せください。',
      published: 'この年度にだれが何をするかを、読むことができます。',
      amended: '変わる前と後を、ならべて読むことができます。',
      evaluated: 'この年度にできたこと、できなかったことを読むことができます。',
    },
    reason: (text) => `変えた理由: ${text}`,
  },
  easy: {
    news: {
      comment: (title) => `「${title}」に {意見|いけん}を {言|い}うことが できます`,
      published: (title) => `「${title}」が できました`,
      amended: (title) => `「${title}」が {変|か}わりました`,
      evaluated: (title) => `「${title}」の {結果|けっか}が でました`,
    },
    more: {
      comment: '{読|よ}んで、あなたの {考|かんが}えを {教|おし}えてください。',
      published: '{市|し}が {何|なに}をするかを {読|よ}むことが できます。',
      amended: '{前|まえ}と {後|あと}を {読|よ}むことが できます。',
      evaluated: 'できたこと、できなかったことを {読|よ}むことが できます。',
    },
    reason: (text) => `{変|か}えた {理由|りゆう}: ${text}`,
  },
  en: {
    news: {
      comment: (title) => `Comments are invited on “${title}”`,
      published: (title) => `“${title}” has been published`,
      amended: (title) => `“${title}” has been changed`,
      evaluated: (title) => `“${title}” has been evaluated`,
    },
    more: {
      comment: 'Please read the draft and tell us what you think.',
      published: 'You can read who will do what this year.',
      amended: 'You can read what it said before and what it says now.',
      evaluated: 'You can read what was done this year and what was not.',
    },
    reason: (text) => `Reason for the change (in Japanese): ${text}`,
  },
  ko: {
    news: {
      comment: (title) => `“${title}” 안에 대한 의견을 받고 있습니다`,
      published: (title) => `“${title}”을(를) 공표했습니다`,
      amended: (title) => `“${title}”의 내용이 바뀌었습니다`,
      evaluated: (title) => `“${title}”의 평가가 정리되었습니다`,
    },
    more: {
      comment: '안을 읽고 의견을 보내 주세요.',
      published: '올해 누가 무엇을 하는지 읽을 수 있습니다.',
      amended: '바뀌기 전과 후를 나란히 읽을 수 있습니다.',
      evaluated: '올해 이룬 것과 이루지 못한 것을 읽을 수 있습니다.',
    },
    reason: (text) => `바꾼 이유(일본어): ${text}`,
  },
}

/** 計画のお知らせ, to those who asked to be told. */
export const newsKind: Kind<{
  readonly news: News
  readonly titles: Titles
  readonly reason: string
}> = {
  name: 'plan.news',
  audience: 'residents',
  title: {
    ja: '計画のお知らせ',
    easy: '{計画|けいかく}の お{知|し}らせ',
    en: 'News of the plan',
    ko: '계획 소식',
  },
  cadence: 'daily',
  words: (locale, { news, titles, reason }) => {
    const w = words[locale]
    const line = w.news[news](titles[locale])
    return {
      subject: line,
      line,
      body: [line, ...(reason ? [w.reason(reason)] : []), w.more[news]],
    }
  },
}

/** A title in each language, in Japanese where it has not been translated. */
export const titlesOf = (said: (locale: Locale) => Said): Titles => ({
  ja: said('ja').text,
  easy: said('easy').text,
  en: said('en').text,
  ko: said('ko').text,
})
