import type { Kind, Words } from '#domains/notices/index.ts'
import { type Content, type Tongue, writtenIn } from './newsletter.ts'

/** What an issue says, kept with its notice: what was sent stays what it was. */
export type IssueSaid = { readonly [key: string]: string }

export const saidOf = (content: Content): IssueSaid => ({ content: JSON.stringify(content) })

function wordsOf(locale: Tongue, { content = '' }: IssueSaid, mark = ''): Words {
  const whole = JSON.parse(content) as Content
  const { text } = writtenIn(whole, locale)
  return {
    subject: `${mark}${text.title}`,
    line: text.title,
    body: text.paragraphs,
    links: whole.links,
  }
}

const title = {
  ja: 'お便り(協働のまちづくり)',
  easy: 'お{便|たよ}り',
  en: 'Newsletter',
  ko: '소식지',
} as const

export const issueKind: Kind<IssueSaid> = {
  name: 'newsletters.issue',
  audience: 'others',
  title,
  cadence: 'at-once',
  words: (locale, said) => wordsOf(locale, said),
}

/** To oneself, before anybody else has it. */
export const testKind: Kind<IssueSaid> = {
  name: 'newsletters.test',
  audience: 'staff',
  title: {
    ja: 'お便りの試し送り',
    easy: 'お{便|たよ}りの {試|ため}し',
    en: 'Test of a newsletter',
    ko: '소식지 시험 발송',
  },
  cadence: 'at-once',
  urgent: true,
  unlisted: true,
  words: (locale, said) => wordsOf(locale, said, locale === 'en' ? '(Test) ' : '(試し) '),
}

const codeWords = {
  ja: (code: string) => ({
    subject: 'お便りの申し込みの番号',
    line: `番号は ${code} です`,
    body: [
      `番号は ${code} です。`,
      '申し込みのページに、この6つの数字を入れてください。15分のあいだ使えます。',
      'お心当たりのないときは、何もしないでください。お便りは届きません。',
    ],
  }),
  easy: (code: string) => ({
    subject: 'お{便|たよ}りの {番号|ばんごう}',
    line: `{番号|ばんごう}は ${code} です`,
    body: [
      `{番号|ばんごう}は ${code} です。`,
      'この6つの {数字|すうじ}を ページに {入|い}れてください。15{分|ふん} {使|つか}えます。',
      '{知|し}らないときは、{何|なに}も しないで ください。',
    ],
  }),
  en: (code: string) => ({
    subject: 'Your number for the newsletter',
    line: `Your number is ${code}`,
    body: [
      `Your number is ${code}.`,
      'Type these six digits into the page on which you subscribed. They work for 15 minutes.',
      'If you did not ask for this, do nothing: you will receive no newsletter.',
    ],
  }),
  ko: (code: string) => ({
    subject: '소식지 신청 번호',
    line: `번호는 ${code} 입니다`,
    body: [
      `번호는 ${code} 입니다.`,
      '신청 페이지에 이 여섯 자리 숫자를 입력해 주세요. 15분 동안 사용할 수 있습니다.',
      '신청하신 적이 없으면 아무것도 하지 마세요. 소식지는 오지 않습니다.',
    ],
  }),
} as const satisfies Record<Tongue, (code: string) => Words>

/** Whoever already receives it gets the very same mail: an answer tells nobody who is on the list. */
export const codeKind: Kind<{ readonly code: string }> = {
  name: 'newsletters.code',
  audience: 'others',
  title: {
    ja: 'お便りの申し込みの番号',
    easy: 'お{便|たよ}りの {番号|ばんごう}',
    en: 'Number for the newsletter',
    ko: '소식지 신청 번호',
  },
  cadence: 'at-once',
  urgent: true,
  secret: true,
  life: 15,
  words: (locale, { code }) => codeWords[locale](code),
}

export const newsletterKinds = [issueKind, testKind, codeKind] as const satisfies readonly Kind[]
