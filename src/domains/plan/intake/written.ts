import { readYear, writtenFiscalYears } from '#platform/written-day.ts'

/** How Japanese texts write numbers, days, years and brackets; the same for every way in. */

/** １２Ａ－ → 12A-: letters, digits and signs only; kana stay as they are. */
export function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}

/** Kana or kanji, but not the round 〇 that stands for a mark. */
export const isJapanese = (text: string): boolean =>
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text.replaceAll('〇', ''))

const kanjiDigits = '〇一二三四五六七八九'

/** 12, １２, 十二 → 12; null when it is no number. */
export function readCount(text: string): number | null {
  const plain = halfWidth(text).trim()
  if (/^\d+$/.test(plain)) return Number(plain)
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain)
  if (tens) {
    const high = tens[1] ? kanjiDigits.indexOf(tens[1]) : 1
    return high * 10 + (tens[2] ? kanjiDigits.indexOf(tens[2]) : 0)
  }
  return /^[一二三四五六七八九]$/.test(plain) ? kanjiDigits.indexOf(plain) : null
}

/** 平成24年度, ２０１２年度 → 2012: the first fiscal year that a text names in full. */
export function readFiscalYear(text: string): number | null {
  for (const [, era, count] of halfWidth(text).matchAll(writtenFiscalYears)) {
    const found = readYear(era, count)
    if (found !== null) return found
  }
  return null
}

/** 1,200, １２００円, ¥1,200, △3.5 → a number; null when it is none. △ is the minus of city papers. */
export function readNumber(text: string): number | null {
  const plain = halfWidth(text)
    .trim()
    .replace(/^[\\¥]\s*/, '')
    .replace(/[円%]$/, '')
    .trimEnd()
    .replace(/^[△▲−]/, '-')
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?(e[+-]?\d+)?$/.test(plain)) return null
  return Number(plain.replaceAll(',', ''))
}

/**
 * 1-3, １－３, 1ー3 → 1-3. Spreadsheets turn a typed 1-3 into the third of January; a column of numbers
 * holds no days, so 1月3日 and 2012-01-03 are read back.
 */
export function readCode(text: string): string | null {
  const plain = halfWidth(text).trim()
  const pair =
    /^(\d{1,3})\s*[-‐‑–—−ー.の]\s*(\d{1,3})$/.exec(plain) ??
    /^(\d{1,2})月(\d{1,2})日$/.exec(plain) ??
    /^\d{4}[-/](\d{1,2})[-/](\d{1,2})$/.exec(plain)
  return pair ? `${Number(pair[1])}-${Number(pair[2])}` : null
}

const brackets = new Map([
  [')', '('],
  ['」', '「'],
  ['』', '『'],
  ['】', '【'],
  [']', '['],
  ['>', '<'],
  ['〉', '〈'],
  ['》', '《'],
])
const opening = new Set(brackets.values())

/** Every bracket has its partner. （ and ( count as one: prints mix them. Arrows are no brackets. */
export function isBalanced(text: string): boolean {
  const open: string[] = []
  for (const char of halfWidth(text).replace(/[-=]>|<[-=]/g, '')) {
    if (opening.has(char)) open.push(char)
    else if (brackets.has(char) && open.pop() !== brackets.get(char)) return false
  }
  return open.length === 0
}

/** Signs that no city prints and that scanners put for a character they could not read. */
export const hasDebris = (text: string): boolean => /[\uFFFD≣▯]/.test(text)

/**
 * Ends in the middle of a phrase: after a particle that follows a noun (地域で, 広報の), a comma, or
 * inside a bracket. まちづくり or ふるさと end in kana too, so a particle counts only after a kanji,
 * katakana, bracket or the り of a noun made from a verb.
 */
export function isCut(text: string): boolean {
  const end = text.trimEnd()
  return (
    /[、・,を]$|及び$|並びに$/.test(end) ||
    /[\p{Script=Han}\p{Script=Katakana}ー」』)）り][のでにとがはへや]$/u.test(end) ||
    !isBalanced(end)
  )
}
