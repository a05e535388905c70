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

/** A line of a list of words that somebody does not want to stand in public. */
export interface Avoided {
  readonly word: string
  /** Longer words in which it may stand: the 障害者 of 障害者基本法. */
  readonly within?: readonly string[]
  /** What could stand there instead; empty where nothing can. */
  readonly instead?: string
  readonly why?: string
}

export interface Unwanted<A extends Avoided = Avoided> {
  readonly from: number
  readonly to: number
  /** As it stands in the text. */
  readonly text: string
  /** The line of the list. */
  readonly of: A
}

/** ア and あ, A and a are one: whoever avoids a list writes it otherwise. */
const levelled = (text: string) =>
  text
    .replace(/\p{Lu}/gu, (letter) =>
      letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
    )
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))

/** One way of writing for a word: two lines of a list that differ only in it are the same word. */
export const wordForm = (word: string): string => levelled(fold(word.trim()).text)

const known = new WeakMap<Avoided, { readonly word: string; readonly within: readonly string[] }>()
/** A list is read with every text of a page, and its lines stay as they are. */
function formsOf(line: Avoided) {
  const forms = known.get(line) ?? {
    word: wordForm(line.word),
    within: (line.within ?? []).map(wordForm),
  }
  known.set(line, forms)
  return forms
}

interface Stretch {
  readonly at: number
  readonly end: number
}

function stretchesOf(plain: string, sought: string): Stretch[] {
  const found: Stretch[] = []
  if (!sought) return found
  for (let at = plain.indexOf(sought); at >= 0; at = plain.indexOf(sought, at + sought.length))
    found.push({ at, end: at + sought.length })
  return found
}

const isLatin = (letter: string | undefined) =>
  letter !== undefined && /[\p{Script=Latin}\d]/u.test(letter)
/** Latin words stand between spaces: "ad" is not in "read". Japanese has no such mark; its list has `within`. */
const isWhole = (plain: string, { at, end }: Stretch) =>
  !(isLatin(plain[at]) && isLatin(plain[at - 1])) &&
  !(isLatin(plain[end - 1]) && isLatin(plain[end]))

/**
 * Places of words that the city does not want to stand in public, however they are written (NFKC, kana, case).
 * Of words that overlap the longer one counts.
 */
export function unwanted<A extends Avoided>(
  text: string,
  list: readonly A[],
): readonly Unwanted<A>[] {
  const folded = fold(text)
  const plain = levelled(folded.text)
  const found = list
    .flatMap((of) => {
      const { word, within } = formsOf(of)
      const spared = within.flatMap((longer) => stretchesOf(plain, longer))
      return stretchesOf(plain, word)
        .filter((one) => isWhole(plain, one))
        .filter((one) => !spared.some(({ at, end }) => at <= one.at && one.end <= end))
        .map((one) => ({ ...one, of }))
    })
    .sort((a, b) => a.at - b.at || b.end - a.end)
  const kept: typeof found = []
  for (const one of found) if (one.at >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  return kept.map(({ at, end, of }) => {
    const place = originalSpan(folded, at, end)
    return { ...place, text: text.slice(place.from, place.to), of }
  })
}

/** A place that a person looks at before a text is made public: of a person, or a word of the city's list. */
export interface Mark extends Omit<Span, 'kind'> {
  readonly kind: PersonalKind | 'word'
  /** Why the city does not want the word. */
  readonly why: string
}

/** Everything to look at in a text, in order, none over another: what tells of a person goes first. */
export function findMarks(text: string, list: readonly Avoided[]): readonly Mark[] {
  const personal = findPersonal(text).map((span): Mark => ({ ...span, why: '' }))
  const words = unwanted(text, list)
    .filter((one) => !personal.some(({ from, to }) => from < one.to && one.from < to))
    .map(
      ({ of, ...place }): Mark => ({
        ...place,
        kind: 'word',
        confidence: 1,
        proposal: of.instead || '〇'.repeat([...place.text].length),
        why: of.why ?? '',
      }),
    )
  return [...personal, ...words].sort((a, b) => a.from - b.from)
}
