import { no, type Result, yes } from '#platform/result.ts'
import type { Redaction } from '../point.ts'
import type { VoiceTerms } from '../terms.ts'

/** A piece of a public text: words, or words that were taken out, with the reason. */
export type Piece = { readonly text: string } | { readonly hidden: string }

/** As long for every name, so that it says nothing of what stood there. */
export const blot = '■■■'

const cutsCharacter = (text: string, at: number) =>
  at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '')

/**
 * 伏字 as a person marked them: within the text, none over another, each with one of the city's grounds. Nothing
 * is mended in silence: what cannot be is refused with its place, `redactions.2` for the third.
 */
export function checkRedactions(
  texts: Readonly<Record<Redaction['of'], string>>,
  redactions: readonly Redaction[],
  { grounds }: Pick<VoiceTerms, 'grounds'>,
): Result<readonly Redaction[]> {
  const refuse = (reason: string, index: number) =>
    no({ kind: 'refused', reason, place: `redactions.${index}` })
  for (const [index, one] of redactions.entries()) {
    const text = texts[one.of]
    if (!Number.isInteger(one.from) || !Number.isInteger(one.to) || one.from < 0)
      return refuse('redaction-outside', index)
    if (one.from >= one.to || one.to > text.length) return refuse('redaction-outside', index)
    if (cutsCharacter(text, one.from) || cutsCharacter(text, one.to))
      return refuse('redaction-outside', index)
    if (!grounds.some(({ key }) => key === one.ground)) return refuse('unknown-ground', index)
    const over = redactions.findIndex(
      (other, at) =>
        at < index && other.of === one.of && other.from < one.to && one.from < other.to,
    )
    if (over >= 0) return refuse('redactions-overlap', index)
  }
  return yes([...redactions].sort((a, b) => a.of.localeCompare(b.of) || a.from - b.from))
}

/** The public text is made from the text and its redactions, never typed: so it cannot say anything else. */
export function publicPieces(
  of: Redaction['of'],
  text: string,
  redactions: readonly Redaction[],
): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const one of redactions.filter((r) => r.of === of).sort((a, b) => a.from - b.from)) {
    if (one.from > at) pieces.push({ text: text.slice(at, one.from) })
    pieces.push({ hidden: one.ground })
    at = one.to
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}

export const publicText = (pieces: readonly Piece[]): string =>
  pieces.map((one) => ('text' in one ? one.text : blot)).join('')

/**
 * What was written after the decision — what came of a promise — says nothing that the decision took out: the same
 * words are taken out of it wherever they stand.
 */
export function withoutHidden(
  later: string,
  texts: Readonly<Record<Redaction['of'], string>>,
  redactions: readonly Redaction[],
): string {
  const hidden = redactions
    .map(({ of, from, to }) => texts[of].slice(from, to).trim())
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length)
  return hidden.reduce((text, word) => text.replaceAll(word, blot), later)
}
