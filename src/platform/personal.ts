import { findAddresses } from './personal/addresses.ts'
import { fold, originalSpan } from './personal/fold.ts'
import { findNames } from './personal/names.ts'
import { findNumbers } from './personal/numbers.ts'
import { type Finding, type PersonalKind, personalKinds, type Span } from './personal/span.ts'

export { isMyNumber } from './personal/numbers.ts'
export { type PersonalKind, personalKinds, type Span }

/** Where two findings overlap, the one that says more stays. */
const weight: Readonly<Record<PersonalKind, number>> = {
  mail: 9,
  bank: 8,
  birth: 7,
  plate: 6,
  phone: 5,
  'my-number': 4,
  address: 3,
  account: 2,
  name: 1,
}

/**
 * Places in a Japanese text that may tell who somebody is, with a proposal for 伏字. It looks at forms and
 * neighbours, not at meaning: it misses things and is wrong at times, so a person always decides.
 */
export function findPersonal(text: string): readonly Span[] {
  const folded = fold(text)
  const all = [
    ...findNumbers(folded.text),
    ...findAddresses(folded.text),
    ...findNames(folded.text),
  ].sort((a, b) => a.from - b.from || b.to - a.to || weight[b.kind] - weight[a.kind])
  const kept: Finding[] = []
  for (const one of all) {
    const last = kept.at(-1)
    if (!last || last.to <= one.from) kept.push(one)
    else if (weight[one.kind] > weight[last.kind]) kept[kept.length - 1] = one
  }
  return kept.map(({ from, to, kind, confidence, proposal }) => {
    const place = originalSpan(folded, from, to)
    return { ...place, kind, confidence, proposal, text: text.slice(place.from, place.to) }
  })
}

/** The text with each span replaced by its proposal. Spans that overlap an earlier one are left out. */
export function masked(
  text: string,
  spans: readonly Pick<Span, 'from' | 'to' | 'proposal'>[],
): string {
  let made = ''
  let at = 0
  for (const { from, to, proposal } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from < at || to > text.length) continue
    made += text.slice(at, from) + proposal
    at = to
  }
  return made + text.slice(at)
}

export interface Unwanted {
  readonly from: number
  readonly to: number
  /** As it stands in the text. */
  readonly text: string
  /** The word of the list. */
  readonly word: string
}

/** ア and あ, A and a are one: whoever avoids a list writes it otherwise. */
const levelled = (text: string) =>
  text
    .replace(/\p{Lu}/gu, (letter) =>
      letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
    )
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))

/** Places of words that the city does not want to stand in public, however they are written. */
export function unwanted(text: string, words: readonly string[]): readonly Unwanted[] {
  const folded = fold(text)
  const plain = levelled(folded.text)
  return words
    .flatMap((word) => {
      const sought = levelled(fold(word.trim()).text)
      if (!sought) return []
      const found: Unwanted[] = []
      for (
        let at = plain.indexOf(sought);
        at >= 0;
        at = plain.indexOf(sought, at + sought.length)
      ) {
        const place = originalSpan(folded, at, at + sought.length)
        found.push({ ...place, text: text.slice(place.from, place.to), word })
      }
      return found
    })
    .sort((a, b) => a.from - b.from)
}
