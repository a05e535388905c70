import type { Role } from '#platform/actor.ts'
import type { Id } from '#platform/id.ts'

/** 職員 — people who sign in, and the departments in which they work. */
export type StaffId = Id<'per'>
export type DepartmentId = Id<'dep'>

/** `collective` stands for departments without naming one: 関係各部. */
export const departmentKinds = ['section', 'collective'] as const
export type DepartmentKind = (typeof departmentKinds)[number]

export interface Department {
  readonly id: DepartmentId
  readonly name: string
  readonly kind: DepartmentKind
  readonly translations: { readonly [L in 'easy' | 'en' | 'ko']?: string }
}

export interface StaffMember {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly department: string | null
}

export const staffRoles = ['secretariat', 'department', 'viewer'] as const satisfies readonly Role[]

/** Long rather than intricate: a sentence is easier to keep than a riddle (NIST SP 800-63B 5.1.1). */
export const passwordLength = { least: 12, most: 128 } as const
