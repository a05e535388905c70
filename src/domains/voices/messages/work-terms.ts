import { toldIn } from '#design/desk-tongue.ts'
import type { View } from '#design/view.ts'

/** The fields of the city's own words and rules, line by line. */
const ja = {
  words: {
    fields: { ja: '日本語', easy: 'やさしい日本語', en: '英語', ko: '韓国語' },
    fresh: '新しく足す',
    promises: '約束になる(あとで結果を知らせる)',
  },
  routes: {
    fields: {
      topic: '分野',
      district: '地区',
      section: '担当課',
      deputy: '代わりの課',
      awayFrom: '代わりの初日',
      awayUntil: '代わりの最後の日',
    },
    empty: { topic: '選んでください', district: '全市', section: '選んでください', deputy: 'なし' },
    rule: (n: number) => `きまり${n}`,
  },
}
type TermsWords = typeof ja

const en: TermsWords = {
  words: {
    fields: { ja: 'Japanese', easy: 'Easy Japanese', en: 'English', ko: 'Korean' },
    fresh: 'New',
    promises: 'It is a promise (people hear what came of it)',
  },
  routes: {
    fields: {
      topic: 'Topic',
      district: 'District',
      section: 'Section',
      deputy: 'Deputy',
      awayFrom: 'Deputy from',
      awayUntil: 'Deputy until',
    },
    empty: { topic: 'Choose', district: 'The whole city', section: 'Choose', deputy: 'None' },
    rule: (n) => `Rule ${n}`,
  },
}

export const termsWords = (view: Pick<View, 'locale'>): TermsWords => toldIn(view, { ja, en })
