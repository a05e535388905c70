import { plain } from './ruby.ts'

/**
 * Japanese search by bigrams made in the application: every CJK run gives its pairs of characters and its
 * last character alone, every Latin or numeric run itself. Found by whole pairs, so 対馬 costs a lookup.
 */
const letters = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}々〆ー'
const runs = new RegExp(`[${letters}]+|(?:(?![${letters}])[\\p{L}\\p{N}])+`, 'gu')
const cjk = new RegExp(`^[${letters}]`, 'u')

/** Half and full width, upper and lower case, hiragana and katakana are one; small kana stay themselves. */
export function fold(text: string): string {
  return plain(text)
    .normalize('NFKC')
    .replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}

/** Tokens to store with a text. */
export function tokens(text: string): string[] {
  const out = new Set<string>()
  for (const [run] of fold(text).matchAll(runs)) {
    const chars = [...run]
    if (!cjk.test(run)) out.add(run)
    else {
      chars.forEach((char, i) => {
        out.add(char + (chars[i + 1] ?? ''))
      })
    }
  }
  return [...out]
}

const quoted = (token: string) => `'${token.replace(/['\\]/g, (c) => c + c)}'`

/**
 * A tsquery for what somebody typed; null when nothing in it can be searched. Words apart must all be
 * found; one character, and the last Latin word while it is being typed, match as a beginning.
 */
export function query(typed: string): string | null {
  const parts: string[] = []
  for (const [run] of fold(typed).slice(0, 200).matchAll(runs)) {
    const chars = [...run]
    if (!cjk.test(run) || chars.length === 1) parts.push(`${quoted(run)}:*`)
    else parts.push(...chars.slice(0, -1).map((char, i) => quoted(char + (chars[i + 1] ?? ''))))
  }
  return parts.length ? [...new Set(parts)].join(' & ') : null
}
