import type { Finding } from './span.ts'

/**
 * Every pattern is bounded: no `*`, no `+`, no open `{n,}`. A search is then linear in the length of the
 * text, whatever somebody writes (`patterns.test.ts` holds all of them to it).
 */
export const patterns = {
  mail: /[A-Za-z0-9._%+-]{1,64}(?:@|[([{]at[)\]}])[A-Za-z0-9.-]{3,120}/g,
  phone: /(?<![\d-])(?:\+81[- ]?|\(?0)\d{1,4}[-() ]{0,2}\d{1,4}[-() ]{0,2}\d{3,4}(?![\d-])/g,
  local:
    /(?:電話|TEL|Tel|tel|携帯|☎|℡|FAX|Fax|ファックス)(?:番号)?[^\d\n]{0,4}(\d{2,4}-\d{4})(?![\d-])/g,
  plate:
    /(?:([\p{Script=Han}ぁ-んァ-ヶ]{1,4}) ?)?(?<!\d)(\d{2,3}|\d[0-9A-Z]{2}) ?([あ-えか-さす-ふほ-をA-HK-Y]) ?[・.·]{0,3} ?(\d{1,2}-\d{2}|(?<=[・.·] ?)\d{1,3})(?![\d-])/gu,
  myNumber: /(?<![\d-])\d{4}[- ]?\d{4}[- ]?\d{4}(?![\d-])/g,
  bank: /(?:普通|当座|貯蓄)(?:預金|口座)?[^\d\n]{0,12}(\d{7})(?!\d)/g,
  yucho:
    /(?:ゆうちょ|郵便貯金)[^\d\n]{0,16}(?:記号)?[^\d\n]{0,4}1\d{4}[^\d\n]{0,10}\d{0,1}[^\d\n]{0,6}\d{2,8}|記号[^\d\n]{0,4}1\d{4}[^\d\n]{0,8}番号[^\d\n]{0,4}\d{2,8}/g,
  birth:
    /(?<![\d])(?:(?:明治|大正|昭和|平成|令和|[MTSHR]\.?)? ?(?:\d{1,4}|元)) ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2} ?日? ?\(?(?:生まれ|うまれ|生)(?![\p{Script=Han}]|まれ変|き)/gu,
  birthday:
    /(?:生年月日|誕生日)[^\d\n]{0,10}(?:(?:明治|大正|昭和|平成|令和|[MTSHR])? ?(?:\d{1,4}|元)) ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2} ?日?/g,
  account:
    /(?:https?:\/\/)?(?:www\.|m\.)?(?:x\.com|twitter\.com|instagram\.com|facebook\.com|tiktok\.com|threads\.net|line\.me\/ti\/p)\/[@~A-Za-z0-9_.-]{2,40}/g,
} as const

/** 0120 and their like belong to offices. */
const office = /^0(?:120|570|800|180|990)/
const digitsOf = (text: string) => text.replace(/\D/g, '')

function isPhone(written: string): boolean {
  const digits = digitsOf(written.replace(/^\+81/, '0')).replace(/^00/, '0')
  if (office.test(digits)) return false
  if (/^0[25789]0/.test(digits)) return digits.length === 11
  return digits.length === 10 && /^0[1-9]/.test(digits)
}

/**
 * The check digit of 個人番号: 行政手続における特定の個人を識別するための番号の利用等に関する法律に規定する
 * 個人番号…等に関する命令 第5条. P_n is the n-th digit from the right, Q_n its weight.
 */
export function isMyNumber(written: string): boolean {
  const digits = [...digitsOf(written)].map(Number)
  if (digits.length !== 12 || new Set(digits).size === 1) return false
  const check = digits.pop()
  const sum = digits
    .reverse()
    .reduce((total, digit, at) => total + digit * (at + 1 <= 6 ? at + 2 : at - 4), 0)
  const rest = sum % 11
  return check === (rest <= 1 ? 0 : 11 - rest)
}

/** 運輸支局: names on plates that are not followed by a class of three figures. */
const isPlace = (text: string | undefined) =>
  text !== undefined && /[\p{Script=Han}]|つくば|いわき|なにわ|とちぎ|ひだ/u.test(text)

const blackout = '●●●'

/** Numbers and addresses of machines: what can be told by its form alone. */
export function findNumbers(text: string): Finding[] {
  const found: Finding[] = []
  const add = (kind: Finding['kind'], from: number, length: number, confidence: number) =>
    found.push({ kind, from, to: from + length, confidence, proposal: blackout })
  for (const m of text.matchAll(patterns.mail)) {
    const host = m[0].replace(/[.-]{1,120}$/, '')
    if (/\.[A-Za-z]{2,24}$/.test(host)) add('mail', m.index, host.length, 0.99)
  }
  for (const m of text.matchAll(patterns.phone)) {
    const written = m[0].replace(/^\((?!\d{1,5}\))/, '')
    if (isPhone(written)) add('phone', m.index + m[0].length - written.length, written.length, 0.95)
  }
  for (const m of text.matchAll(patterns.local)) {
    const number = m[1] ?? ''
    add('phone', m.index + m[0].length - number.length, number.length, 0.8)
  }
  for (const m of text.matchAll(patterns.plate)) {
    const [all, place, series = ''] = m
    if (!isPlace(place) && series.length < 3) continue
    if (series.length < 3 && !/^.{1,4} /.test(all)) continue
    const named = /(?:[\p{Script=Han}ヶ]{1,4}|つくば|いわき|なにわ|とちぎ|ひだ)$/u.exec(place ?? '')
    const shown = all.slice((place ?? '').length - (named?.[0].length ?? 0)).trimStart()
    add('plate', m.index + all.length - shown.length, shown.length, place ? 0.9 : 0.7)
  }
  for (const m of text.matchAll(patterns.myNumber))
    if (isMyNumber(m[0])) add('my-number', m.index, m[0].length, 0.9)
  for (const m of text.matchAll(patterns.bank)) {
    const before = text.slice(Math.max(0, m.index - 40), m.index)
    const bank =
      /[\p{Script=Han}ァ-ヶーA-Za-z]{0,12}(?:銀行|信用金庫|信金|農協|農業協同組合|漁協|JA|労働?金庫|信用組合|信組|支店|本店|口座)[^\n。]{0,30}$/u.exec(
        before,
      )
    const lead = bank ? bank[0].length : 0
    if (bank) add('bank', m.index - lead, m[0].length + lead, 0.95)
  }
  for (const m of text.matchAll(patterns.yucho)) add('bank', m.index, m[0].length, 0.9)
  for (const m of text.matchAll(patterns.birth)) add('birth', m.index, m[0].length, 0.95)
  for (const m of text.matchAll(patterns.birthday)) add('birth', m.index, m[0].length, 0.95)
  for (const m of text.matchAll(patterns.account)) add('account', m.index, m[0].length, 0.7)
  return found
}
