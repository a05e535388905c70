import type { IsoDate } from '#platform/calendar.ts'

/** 絞り込み: an empty text asks for nothing. */
export interface LedgerFilter {
  readonly person: string
  readonly subject: string
  /** A whole fact, or a chapter: `plan.` */
  readonly kind: string
  readonly from: IsoDate | null
  readonly until: IsoDate | null
}

export const noFilter: LedgerFilter = { person: '', subject: '', kind: '', from: null, until: null }

/** 開いた, but no sealed data: facts that only sound like an opening. Whatever else is called so is shown. */
export const noOpenings: readonly string[] = [
  'plan.comment-opened',
  'voice.comment-opened',
  'resident.receipt-opened',
  'progress.round-opened',
]

/** How many conditions are set. */
export const conditionsOf = (filter: LedgerFilter): number =>
  Object.values(filter).filter(Boolean).length

/** The filter as it stands in an address, with what differs. */
export function addressOf(path: string, filter: LedgerFilter, before?: number): string {
  const set = Object.entries({ ...filter, before }).flatMap(([name, value]) =>
    value ? [[name, String(value)]] : [],
  )
  return set.length ? `${path}?${new URLSearchParams(set)}` : path
}

/** 保存年限の定め: from a day on, in the unit of its class. */
export interface RetentionTerm {
  readonly name: string
  readonly from: IsoDate
  readonly amount: number
  readonly reason: string
  readonly setBy: string
  readonly setAt: Date
}

/** The longest that can be set, in years and in days. */
export const longest = { years: 100, days: 36_500 } as const
