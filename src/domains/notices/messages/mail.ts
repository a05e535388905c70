import type { Locale } from '../notice.ts'

const ja = {
  dear: (name: string) => `${name} 様`,
  manySubject: (n: number) => `お知らせ ${n}件`,
  many: (n: number) => `お知らせが${n}件あります。`,
  see: 'くわしくはこちら',
  sender: (site: string, unit: string) => `${site} ${unit}`,
  phone: (phone: string) => `電話 ${phone}`,
  why: 'このメールは、お申し込みかお役目のあるかたにお送りしています。',
  whyLetter: 'この手紙は、手紙でのお知らせを選ばれたか、メールが届かないかたにお送りしています。',
  leave: 'このお知らせを止める',
  automatic: 'このメールは自動で送っています。',
}
export type MailWords = typeof ja

const easy: MailWords = {
  dear: (name) => `${name} さん`,
  manySubject: (n) => `お{知|し}らせ ${n}つ`,
  many: (n) => `お{知|し}らせが ${n}つ あります。`,
  see: 'ここで {読|よ}みます',
  sender: (site, unit) => `${site} ${unit}`,
  phone: (phone) => `{電話|でんわ} ${phone}`,
  why: 'このメールは {申|もう}し{込|こ}んだ {人|ひと}に {送|おく}っています。',
  whyLetter: 'この{手紙|てがみ}は、メールが {届|とど}かない {人|ひと}に {送|おく}っています。',
  leave: 'このお{知|し}らせを {止|と}める',
  automatic: 'このメールは {自動|じどう}で {送|おく}っています。',
}
const en: MailWords = {
  dear: (name) => `Dear ${name},`,
  manySubject: (n) => (n === 1 ? '1 notice' : `${n} notices`),
  many: (n) => (n === 1 ? 'There is 1 notice for you.' : `There are ${n} notices for you.`),
  see: 'Read more',
  sender: (site, unit) => `${unit}, ${site}`,
  phone: (phone) => `Telephone ${phone}`,
  why: 'You receive this because you asked for it or because of your duties.',
  whyLetter:
    'You receive this by post because you chose letters, or because mail cannot reach you.',
  leave: 'Stop these notices',
  automatic: 'This mail was sent automatically.',
}
const ko: MailWords = {
  dear: (name) => `${name} 님`,
  manySubject: (n) => `알림 ${n}건`,
  many: (n) => `알림이 ${n}건 있습니다.`,
  see: '자세히 보기',
  sender: (site, unit) => `${site} ${unit}`,
  phone: (phone) => `전화 ${phone}`,
  why: '이 메일은 신청하신 분이나 담당하시는 분께 보내 드립니다.',
  whyLetter: '이 편지는 우편을 선택하셨거나 메일이 도달하지 않는 분께 보내 드립니다.',
  leave: '이 알림 받지 않기',
  automatic: '이 메일은 자동으로 보냈습니다.',
}
export const mailWords: Readonly<Record<Locale, MailWords>> = { ja, easy, en, ko }
