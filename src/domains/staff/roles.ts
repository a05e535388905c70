import type { Actor, Duty, Permission, Scope } from '#platform/actor.ts'

/** How far a role reaches: the whole city, or one section, district or scheme that is named with it. */
export type Reach = 'city' | 'section' | 'district' | 'scheme'

interface Role {
  readonly reach: Reach
  readonly permissions: readonly Permission[]
}

const registrar = ['staff.registrar', 'staff.personnel'] as const
const reading = ['staff.ledger-reader', 'plan.staff'] as const

/**
 * 役割: named sets of permissions. A permission is one standing in one chapter's workflow table, so a line
 * here and a line there together say who may do what; `/admin/permissions` and docs/permissions.md show both.
 * `src/permissions.test.ts` proves that every word here is known to a chapter, and the reverse.
 */
export const roles = {
  /** 事務局 */
  secretariat: {
    reach: 'city',
    permissions: [...registrar, ...reading, 'plan.secretariat'],
  },
  /** 協働推進員 */
  liaison: { reach: 'section', permissions: [...reading, 'plan.item-department'] },
  /** 課員 */
  'section-staff': { reach: 'section', permissions: [...reading, 'plan.item-department'] },
  /** 所属長(決裁) */
  'section-head': { reach: 'section', permissions: [...reading, 'plan.item-department'] },
  /** 地域マネージャー */
  'area-manager': { reach: 'district', permissions: [...reading] },
  /** 審査委員・外部評価委員: an outside person, who sees only the scheme that is named. */
  reviewer: { reach: 'scheme', permissions: [] },
  /** 広報担当 */
  'bulletin-editor': { reach: 'city', permissions: [...reading] },
  /** 個人情報保護の責任者 */
  'data-protection-officer': { reach: 'city', permissions: [...reading] },
  /** 監査: reads all, changes nothing. */
  auditor: { reach: 'city', permissions: [...reading] },
  /** 情報システムの管理者: accounts and settings, not what residents wrote. */
  administrator: { reach: 'city', permissions: [...registrar, 'staff.ledger-reader'] },
} as const satisfies Readonly<Record<string, Role>>

export type RoleName = keyof typeof roles
export const roleNames = Object.keys(roles) as readonly RoleName[]

export const isRoleName = (text: string): text is RoleName => text in roles

/** 職務: a role with what it may do, within a scope. A role of a section without one reaches nothing. */
export const dutyOf = (role: RoleName, scope: Scope = {}): Duty => {
  const { reach, permissions } = roles[role]
  const limit = {
    city: {},
    section: { sections: [] },
    district: { districts: [] },
    scheme: { schemes: [] },
  }
  return { role, permissions, scope: { ...limit[reach], ...scope } }
}

const whole = [dutyOf('secretariat'), dutyOf('administrator')]

/** The command line acts as the secretariat of the machine on which it runs. */
export const commandLine: Actor = { id: 'sys_cli', name: 'tomoni', duties: whole }

/** The clock acts for itself; the ledger says so. */
export const clock: Actor = { id: 'sys_clock', name: '時計', duties: whole }
