import { pieces } from '#platform/ruby.ts'

/**
 * What people type, made fit for print: whole Unicode, no controls, and only characters that the
 * fonts can show. What they cannot show becomes 〓, the printer's own mark for a missing letter.
 */
export const missing = '〓'

/** Letters that have a plain sister: better the sister than a 〓. */
const sisters: ReadonlyMap<string, string> = new Map([
  ['‑', '-'],
  ['‒', '–'],
  ['❗', '!'],
  ['❓', '?'],
  ['☏', '☎'],
  ['☑', '✓'],
  ['𠮷', '吉'],
])

/**
 * Controls but for the line break, and what is not seen and only steers: joiners, directions,
 * variation selectors, byte order marks. All of them but the controls are Unicode's own list.
 */
const unseen = /(?!\n)\p{Cc}|\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu

const spaces = /[\u2000-\u200a\u202f\u205f]/g

/** A Mac writes が as か + ゛. Only these are joined: full NFC would also change the 神 of a name. */
const apart = /[\u0041-\u024f\u3041-\u30ff][\u0300-\u036f\u3099\u309a]+/g

const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' })

export function printable(text: string, known: ReadonlySet<number>): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(apart, (letter) => letter.normalize('NFC'))
    .replace(unseen, '')
    .replace(spaces, ' ')
  let whole = true
  for (const letter of clean) whole &&= letter === '\n' || known.has(letter.codePointAt(0) ?? 0)
  if (whole) return clean
  let out = ''
  for (const { segment } of letters.segment(clean)) out += shown(segment, known)
  return out
}

function shown(letter: string, known: ReadonlySet<number>): string {
  const fits = (text: string) =>
    [...text].every((c) => c === '\n' || known.has(c.codePointAt(0) ?? 0))
  if (fits(letter)) return letter
  const sister = sisters.get(letter)
  return sister !== undefined && fits(sister) ? sister : missing
}

/** A string, a base with its reading (`em`: the room both need), or words that stay on one line. */
export type Piece =
  | string
  | { readonly base: string; readonly reading: string; readonly em: number }
  | { readonly phrase: readonly Piece[] }

export type Line = readonly Piece[]

/** The width of a text in the fonts we print with: a kanji is 1, a Latin letter a half. */
export function ems(text: string): number {
  let width = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    width += code < 0x250 || (code >= 0xff61 && code <= 0xff9f) ? 0.5 : 1
  }
  return width
}

/** A long reading may stand over the kana beside its word, a quarter of an em on either side. */
export function line(text: string): Line {
  const all = pieces(text)
  return all.map((piece, at) => {
    if (typeof piece === 'string') return piece
    const over = kanaBeside(all[at - 1], -1) && kanaBeside(all[at + 1], 0) ? 0.5 : 0
    return { ...piece, em: Math.max(ems(piece.base), ems(piece.reading) / 2 - over) }
  })
}

function kanaBeside(neighbour: unknown, at: 0 | -1): boolean {
  return typeof neighbour === 'string' && /[\u3041-\u309f]/.test(neighbour.at(at) ?? '')
}

/** One entry for each line the writer made; empty ones are left out. */
export function lines(text: string): readonly Line[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(line)
}
