/** A text with one way of writing, and where each of its characters stood. */
export interface Folded {
  readonly text: string
  /** Where character `at` of the folded text begins and ends in the original. */
  readonly begin: readonly number[]
  readonly end: readonly number[]
}

/** A character with the marks that belong to it: か + ゛, ｶ + ﾞ. */
const whole = /[^\p{M}ﾞﾟ][\p{M}ﾞﾟ]{0,8}|[\p{M}ﾞﾟ]/suy
/** Written one way only: letters, digits, kana and kanji of the one width, most of any text. */
const asItIs = /[ -~、-〃々「-】ぁ-ゖァ-ー一-鿿]/
const unseen = /\u00ad|[\u200b-\u200f]|\u2060|[\ufe00-\ufe0f]|\ufeff/gu
const dashes = /[‐‑‒–—―−]/gu

/**
 * Full and half width, dashes of all kinds and invisible characters are what people and copying bring in
 * (Unicode NFKC, UAX #15). Patterns see one way of writing; `originalSpan` leads back.
 */
export function fold(original: string): Folded {
  const text: string[] = []
  const begin: number[] = []
  const end: number[] = []
  const take = (unit: string, from: number, to: number) => {
    text.push(unit)
    begin.push(from)
    end.push(to)
  }
  for (let at = 0; at < original.length; ) {
    const unit = original.charAt(at)
    const next = original.charAt(at + 1)
    if (asItIs.test(unit) && (!next || asItIs.test(next))) {
      take(unit, at, at + 1)
      at += 1
      continue
    }
    whole.lastIndex = at
    const one = whole.exec(original)?.[0] ?? unit
    const folded = one.normalize('NFKC').replace(unseen, '').replace(dashes, '-')
    for (const part of folded.split(''))
      take(part === '\u3000' || part === '\t' ? ' ' : part, at, at + one.length)
    at += one.length
  }
  // A long vowel between two digits was meant as a dash: 0920ー52ー6111.
  const isDigit = (unit: string | undefined) => unit !== undefined && unit >= '0' && unit <= '9'
  for (const [at, unit] of text.entries())
    if (unit === 'ー' && isDigit(text[at - 1]) && isDigit(text[at + 1])) text[at] = '-'
  return { text: text.join(''), begin, end }
}

/** A stretch of the folded text as a stretch of the original. */
export function originalSpan(folded: Folded, from: number, to: number) {
  return { from: folded.begin[from] ?? 0, to: folded.end[to - 1] ?? 0 }
}
