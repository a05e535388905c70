import type { Permission } from '#platform/actor.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'
import type { Reach, RoleName } from './roles.ts'

/** 職員 — people who sign in, and the departments in which they work. */
export type StaffId = Id<'per'>
export type DepartmentId = Id<'dep'>
export type AssignmentId = Id<'asg'>
export type DutyId = Id<'dty'>
export type CustomRoleId = Id<'rol'>

/** 部, 課 (or what has no 部 above it), and words that stand for departments without naming one: 関係各部. */
export const departmentKinds = ['division', 'section', 'collective'] as const
export type DepartmentKind = (typeof departmentKinds)[number]

/** 部署 as it is called, and where it belongs, from one day to another (both inclusive). */
export interface Department {
  readonly id: DepartmentId
  readonly name: string
  readonly kind: DepartmentKind
  readonly translations: { readonly [L in 'easy' | 'en' | 'ko']?: string }
  readonly parent: DepartmentId | null
  readonly phone: string
  readonly position: number
  readonly from: IsoDate
  /** The last day; null while no end is in sight. */
  readonly until: IsoDate | null
  /** Why it is so from its first day on. */
  readonly reason?: string
  readonly endedReason?: string
}

/** What is said of a department that is entered without dates: it has been there. */
export type NewDepartment = Pick<Department, 'name' | 'kind' | 'translations'> &
  Partial<Pick<Department, 'parent' | 'phone' | 'from'>>

/** 地方自治法の施行: a section whose first day nobody said has been there since then. */
export const sinceEver: IsoDate = '1947-05-03'

/** 所属長, 代理, 所員 */
export const ranks = ['head', 'deputy', 'member'] as const
export type Rank = (typeof ranks)[number]

/** 発令: who serves in which section under which post, from the first to the last day. */
export interface Assignment {
  readonly id: AssignmentId
  readonly user: StaffId
  readonly department: DepartmentId
  readonly post: string
  readonly rank: Rank
  /** 本務; others are 兼務. */
  readonly isMain: boolean
  readonly from: IsoDate
  readonly until: IsoDate | null
  /** Who entered it; never the person themselves. */
  readonly madeBy?: string
  readonly reason?: string
  readonly endedBy?: string | null
  readonly endedReason?: string
}

/** 役割の付与: beside what an assignment brings by itself. */
export interface GrantedDuty {
  readonly id: DutyId
  readonly user: StaffId
  /** A role of this release, or the id of one that the city made. */
  readonly role: RoleName | CustomRoleId
  readonly department: DepartmentId | null
  readonly district: string | null
  readonly scheme: string | null
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly grantedBy: string
  readonly reason: string
  readonly endedBy?: string | null
  readonly endedReason?: string
}

/** 市が名づけた役割: what it gave from one day to another. Changed by a further period, never over. */
export interface CustomRole {
  readonly id: CustomRoleId
  readonly name: string
  readonly reach: Reach
  readonly permissions: readonly Permission[]
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly decidedBy: string
  readonly reason: string
}

/** A colleague, as they are called on the day that was asked for. */
export interface Person {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly employeeNo: string | null
  readonly phone: string
  /** The last day with the city. */
  readonly leftOn: IsoDate | null
}

export interface StaffMember {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly role: RoleName
  readonly department: string | null
}

/** Whether a day lies between a first and a last day, both of them counted. */
export const isOn = (
  { from, until }: { readonly from: IsoDate; readonly until: IsoDate | null },
  day: IsoDate,
): boolean => from <= day && (until === null || day <= until)

/** Long rather than intricate: a sentence is easier to keep than a riddle (NIST SP 800-63B 5.1.1). */
export const passwordLength = { least: 12, most: 128 } as const
