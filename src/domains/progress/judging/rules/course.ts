import { type Layer, layers } from '../judging.ts'
import { type JudgedItem, type JudgingYear, layersOf, type Said } from './year.ts'

/** One published judgement of an item. */
export interface Judged {
  readonly year: JudgingYear
  readonly judged: JudgedItem
}
export type LayersSaid = Readonly<Partial<Record<Layer, Said>>>

export const saidIn = ({ year, judged }: Judged): LayersSaid => layersOf(judged, year.scale)

/** A layer that said something else a year before: by what it means, since scales have other words. */
export interface Moved {
  readonly layer: Layer
  readonly before: string
  readonly after: string
}

/** What each layer says now and said before, where that means something else. */
export const movedSince = (now: LayersSaid, before: LayersSaid): readonly Moved[] =>
  layers.flatMap((layer) => {
    const [a, b] = [before[layer]?.step, now[layer]?.step]
    return a && b && a.kind !== b.kind ? [{ layer, before: a.label, after: b.label }] : []
  })

/** The judgement with which one compares: the one of the same time of the year, a year or more before. */
export const yearBefore = (all: readonly Judged[], one: Judged): Judged | undefined =>
  all.find(
    ({ year: { committee } }) =>
      committee.occasion === one.year.committee.occasion &&
      committee.fiscalYear < one.year.committee.fiscalYear,
  )
