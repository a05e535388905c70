import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'
import type { RoleName } from './roles.ts'

/** 職員 — people who sign in, and the departments in which they work. */
export type StaffId = Id<'per'>
export type DepartmentId = Id<'dep'>
export type AssignmentId = Id<'asg'>
export type DutyId = Id<'dty'>

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
}

/** 役割の付与: beside what an assignment brings by itself. */
export interface GrantedDuty {
  readonly id: DutyId
  readonly user: StaffId
  readonly role: RoleName
  readonly department: DepartmentId | null
  readonly district: string | null
  readonly scheme: string | null
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly grantedBy: string
  readonly reason: string
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
