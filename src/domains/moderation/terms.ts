import type { IsoDate } from '#platform/calendar.ts'

/** 理由の一覧: a ground counts for what is decided between its days; an old one stays readable. */
export interface Ground {
  readonly key: string
  readonly from: IsoDate
  readonly until: IsoDate | null
}

/** 条件 — what a city sets for itself. */
export interface ModerationTerms {
  readonly grounds: readonly Ground[]
  /** Days within which the author may ask for another look; the day of the decision does not count. */
  readonly appealDays: number
  /** The longest that one may not write: 処分 need an end. */
  readonly longestBlockDays: number
  readonly reasonLength: number
  readonly pageSize: number
  /** Forms at once in the public flag form, by network; over all, src/rush-terms.ts says it. */
  readonly flags: { readonly points: number; readonly seconds: number }
}

const since = (key: string): Ground => ({ key, from: '2012-04-01', until: null })

export const defaultTerms: ModerationTerms = {
  grounds: [
    'personal-data',
    'insult',
    'discrimination',
    'threat',
    'falsehood',
    'advertising',
    'off-topic',
    'copyright',
    'election',
    'other',
  ].map(since),
  appealDays: 14,
  longestBlockDays: 365,
  reasonLength: 1000,
  pageSize: 50,
  flags: { points: 5, seconds: 60 * 60 },
}

export const groundsOn = (day: IsoDate, { grounds }: ModerationTerms = defaultTerms) =>
  grounds.filter(({ from, until }) => from <= day && (until === null || day <= until))
