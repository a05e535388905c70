import { type Avoided, findMarks, type Mark } from '#platform/personal.ts'
import { type PublicText, publicTexts, type Redaction } from '../point.ts'

/** A stretch of one of the texts: `gist:3:5`, as a form sends it. */
export interface Stretch {
  readonly of: PublicText
  readonly from: number
  readonly to: number
}
/** A word as it is offered for ticking. */
export interface Token extends Stretch {
  readonly text: string
}

export const nameOf = ({ of, from, to }: Stretch): string => `${of}:${from}:${to}`

/** null of what no form of ours has sent. */
export function readStretch(name: string): Stretch | null {
  const [, of, from = '', to = ''] = /^(\w+):(\d{1,6}):(\d{1,6})$/.exec(name) ?? []
  const known = publicTexts.find((one) => one === of)
  return known ? { of: known, from: Number(from), to: Number(to) } : null
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** The text in words, cut as well wherever something found in it, or blotted out before, begins or ends. */
export function tokensOf(
  of: PublicText,
  text: string,
  known: readonly Pick<Stretch, 'from' | 'to'>[],
): readonly Token[] {
  const cuts = new Set<number>([text.length])
  for (const { index } of segmenter.segment(text)) cuts.add(index)
  for (const { from, to } of known) cuts.add(from).add(to)
  cuts.delete(0)
  let from = 0
  return [...cuts]
    .filter((at) => at <= text.length)
    .toSorted((a, b) => a - b)
    .map((to) => {
      const token = { of, from, to, text: text.slice(from, to) }
      from = to
      return token
    })
}

/** Words beside one another become one 伏字; what is ticked twice counts once. */
export function joined(ticked: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = []
  const inOrder = ticked.toSorted(
    (a, b) => publicTexts.indexOf(a.of) - publicTexts.indexOf(b.of) || a.from - b.from,
  )
  for (const one of inOrder) {
    const last = all.at(-1)
    if (last && last.of === one.of && one.from <= last.to)
      all[all.length - 1] = { ...last, to: Math.max(last.to, one.to) }
    else all.push(one)
  }
  return all
}

export interface Found extends Mark {
  readonly of: PublicText
}

/** What a person should look at before the point is public: they decide, it misses and errs at times. */
export const findings = (
  texts: Readonly<Record<PublicText, string>>,
  avoided: readonly Avoided[],
): readonly Found[] =>
  publicTexts.flatMap((of) => findMarks(texts[of], avoided).map((mark) => ({ ...mark, of })))

/** What tells of a person is ticked before anybody has looked; a word of the city's list is only pointed out. */
export const suggested = (found: readonly Found[]): readonly Stretch[] =>
  joined(found.filter(({ kind }) => kind !== 'word'))

export const withGround = (
  stretches: readonly Stretch[],
  groundOf: (stretch: Stretch) => string,
): readonly Redaction[] =>
  stretches.map(({ of, from, to }) => ({
    of,
    from,
    to,
    ground: groundOf({ of, from, to }),
  }))
