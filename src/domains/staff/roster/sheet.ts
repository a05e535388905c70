import type { IsoDate } from '#platform/calendar.ts'
import type { Rank } from '../staff.ts'
import type { ColumnKey } from './columns.ts'

/** One post of one person, as the roster says it; two posts are two rows. */
export interface RosterRow {
  /** For people: シート「名簿」の4行目. */
  readonly place: string
  /** Empty where the city hall gives none: then the address tells who it is, or the name. */
  readonly employeeNo: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly division: string
  readonly section: string
  readonly post: string
  readonly rank: Rank
  readonly isMain: boolean
  /** Null: from the day on which the roster takes effect. */
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  /** Ids of roles. */
  readonly roles: readonly string[]
}

export const rosterFaults = [
  'missing-column',
  'duplicate-column',
  'nothing-found',
  'required',
  'too-long',
  'not-a-date',
  'end-before-begin',
  'unknown-rank',
  'unknown-main',
  'unknown-role',
  'role-needs-place',
  'bad-email',
  'email-needed',
  'email-of-another',
  'person-twice',
  'formula',
  'unreadable',
  'section-needed',
  'same-number-other-name',
  'twice',
  'two-main-posts',
  'begins-that-day',
] as const
export type RosterFaultKind = (typeof rosterFaults)[number]

/** What must be mended in the file, with its sheet and cell. */
export interface RosterFault {
  readonly place: string
  readonly fault: RosterFaultKind
  readonly found: string
}

export interface RosterReading {
  readonly rows: readonly RosterRow[]
  readonly faults: readonly RosterFault[]
  /** The columns that the file has: what it does not speak of, it does not change. */
  readonly says: readonly ColumnKey[]
}
