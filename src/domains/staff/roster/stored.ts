import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'
import type { Assignment, DepartmentId, GrantedDuty, StaffId } from '../staff.ts'
import type { RosterReading } from './sheet.ts'

export type RosterId = Id<'rst'>

/** What becomes of a name that no section bears on the day. */
export const unknownFates = ['create', 'rename', 'successor'] as const
export type UnknownFate = (typeof unknownFates)[number]

export interface Choices {
  /** By the unknown name; `of` are the sections that are renamed or taken over. */
  readonly unknown: Readonly<
    Record<string, { readonly what: UnknownFate; readonly of: readonly string[] }>
  >
  /** By the id of a section in which nobody is left: whose work it becomes. */
  readonly emptied: Readonly<Record<string, string>>
  /** By the key of a row that only its name connects with somebody: whom it means. */
  readonly people: Readonly<Record<string, string>>
  /** People who are not in the roster and leave. */
  readonly leave: readonly string[]
}

export const noChoices: Choices = { unknown: {}, emptied: {}, people: {}, leave: [] }

/** How one line that was written is taken back, as long as its day has not come. */
export type Undo =
  | { readonly kind: 'assignment' | 'duty'; readonly id: string }
  | {
      readonly kind: 'assignment-end' | 'duty-end'
      readonly id: string
      readonly was: IsoDate | null
    }
  | { readonly kind: 'assignment-gone'; readonly assignment: Assignment }
  | { readonly kind: 'duty-gone'; readonly duty: GrantedDuty }
  | { readonly kind: 'department'; readonly id: DepartmentId }
  | { readonly kind: 'period'; readonly id: DepartmentId; readonly from: IsoDate }
  | {
      readonly kind: 'period-end'
      readonly id: DepartmentId
      readonly from: IsoDate
      readonly was: IsoDate | null
    }
  | { readonly kind: 'successor'; readonly id: DepartmentId; readonly to: DepartmentId }
  | { readonly kind: 'detail'; readonly user: StaffId; readonly from: IsoDate }
  | { readonly kind: 'left'; readonly user: StaffId; readonly was: IsoDate | null }

/** 名簿 as it was handed in, with what was chosen so far. Nothing of it counts before it is accepted. */
export interface StoredRoster {
  readonly id: RosterId
  readonly version: number
  readonly effectiveOn: IsoDate
  readonly source: string
  readonly fileName: string
  /** Key of the file as it was handed in. */
  /** Where the file lies as it was handed in; null for a roster that came by another way. */
  readonly original: string | null
  readonly reading: RosterReading
  readonly choices: Choices
  readonly receivedAt: Date
  readonly receivedBy: string
  readonly acceptedAt: Date | null
  readonly acceptedBy: string | null
  readonly changes: number
  readonly undo: readonly Undo[]
  readonly withdrawnAt: Date | null
}
