import type { Id } from '#platform/id.ts'

/** 言いかえの言葉 — what the city does not want in what it publishes, why, and what it says instead. */
export type WordId = Id<'wrd'>

export interface Entry {
  readonly word: string
  readonly why: string
  /** Empty: there is nothing to say instead. */
  readonly instead: string
  /** Longer words in which it may stand: names of laws, of papers. */
  readonly within: readonly string[]
}

export interface Word extends Entry {
  readonly id: WordId
  readonly version: number
  /** Came with the product, and nobody of the city has looked at it yet. */
  readonly isExample: boolean
  readonly changedAt: Date
  readonly changedBy: string
}

/** As long as a line of a list may be. */
export const lengths = { word: 60, why: 200, instead: 60, within: 60, withins: 30 } as const
/** More lines than this are no list that people keep. */
export const mostWords = 2000
