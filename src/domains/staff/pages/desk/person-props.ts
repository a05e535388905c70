import type { Option } from '#design/field-kinds.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import type { Refusal } from '#platform/result.ts'
import type { grantForm, lastDayForm, postForm } from '../../forms.ts'
import type { Assignment, GrantedDuty, Person } from '../../staff.ts'
import type { Desk } from './frame.tsx'

/** Which form of the page came back: a new post, a new role, the departure, or the end of one line. */
export type PersonStep = 'assign' | 'grant' | 'leave' | `end-${string}`

export interface PersonProps extends Desk {
  readonly person: Person
  readonly today: IsoDate
  readonly assignments: readonly Assignment[]
  readonly grants: readonly GrantedDuty[]
  readonly nameOf: (id: string) => string
  readonly departmentOf: (id: string) => string
  readonly roleOf: (word: string) => string
  /** A district by its id; what was written before there was a list as it is. */
  readonly districtOf: (kept: string) => string
  /** The city's districts; none, and one is written in words. */
  readonly districts: readonly Option[]
  /** What the person who looks may do here; `own` where it is they themselves. */
  readonly may: { readonly assign: boolean; readonly grant: boolean; readonly leave: boolean }
  readonly mayEnd: (section: string | null) => boolean
  readonly isOwn: boolean
  readonly postForm: Filled<typeof postForm>
  readonly grantForm: Filled<typeof grantForm>
  readonly lastDayForm: Filled<typeof lastDayForm>
  readonly sections: readonly Option[]
  readonly roles: readonly Option[]
  readonly step?: PersonStep
  readonly refusal?: Refusal
}
