import type { Kind } from '#domains/notices/index.ts'
import { eraDate } from '#platform/calendar.ts'

type Locale = 'ja' | 'easy' | 'en' | 'ko'
/** Staff and members read Japanese or English; the settings have a name in every language. */
const title = (ja: string, en: string): Record<Locale, string> => ({ ja, easy: ja, en, ko: en })
const isJa = (locale: Locale) => locale === 'ja' || locale === 'easy'

const papersWords: Record<
  Locale,
  (name: string, until: string) => { readonly subject: string; readonly line: string }
> = {
  ja: (name, until) => ({
    subject: `資料をお読みください(${name})`,
    line: `分担の項目の採点を、${eraDate(until)}までにお願いします。`,
  }),
  easy: (name, until) => ({
    subject: `{資料|しりょう}を {読|よ}んで ください(${name})`,
    line: `${eraDate(until)}までに {採点|さいてん}を {出|だ}して ください。`,
  }),
  en: (name, until) => ({
    subject: `Papers are ready (${name})`,
    line: `Please mark your items by ${until}.`,
  }),
  ko: (name, until) => ({
    subject: `자료를 읽어 주세요(${name})`,
    line: `맡은 항목의 채점을 ${until}까지 부탁드립니다.`,
  }),
}

export const papersOut: Kind<{ name: string; until: string }> = {
  name: 'judging.papers-out',
  audience: 'staff',
  title: {
    ja: '委員会の資料の案内',
    easy: '{委員会|いいんかい}の {資料|しりょう}',
    en: 'Papers of a committee',
    ko: '위원회 자료 안내',
  },
  cadence: 'at-once',
  // Members are citizens: theirs is in four languages.
  words: (locale, { name, until }) => papersWords[locale](name, until),
}

export const answerAsked: Kind<{ section: string; count: number; name: string }> = {
  name: 'judging.answer-asked',
  audience: 'staff',
  title: title('委員会の意見への回答の依頼', 'Comments of a committee to answer'),
  cadence: 'at-once',
  words: (locale, { section, count, name }) =>
    isJa(locale)
      ? {
          subject: `委員会の意見に回答してください(${section})`,
          line: `${name}の意見が${count}件あります。採用・一部採用・不採用と、その理由を書いてください。`,
        }
      : {
          subject: `Please answer the committee (${section})`,
          line: `${count} comments of ${name} wait for adopted, partly or not, with the reason.`,
        },
}

export const answerWaits: Kind<{ section: string }> = {
  name: 'judging.answer-waits',
  audience: 'staff',
  title: title('回答の決裁', 'Answers to approve'),
  cadence: 'daily',
  words: (locale, { section }) =>
    isJa(locale)
      ? {
          subject: `回答の決裁をお願いします(${section})`,
          line: '委員会の意見への回答が出されました。',
        }
      : { subject: `An answer waits for you (${section})`, line: 'Please approve or give back.' },
}

export const answerReturned: Kind<{ reason: string }> = {
  name: 'judging.answer-returned',
  audience: 'staff',
  title: title('差し戻された回答', 'Answers given back'),
  cadence: 'at-once',
  words: (locale, { reason }) =>
    isJa(locale)
      ? { subject: '回答が差し戻されました', line: reason }
      : { subject: 'Your answer was given back', line: reason },
}

/** Every kind of notice of the judging. */
export const kinds: readonly Kind[] = [
  papersOut,
  answerAsked,
  answerWaits,
  answerReturned,
] as readonly Kind[]
