import type { Actor, Duty, Permission, Scope } from '#platform/actor.ts'

/** How far a role reaches: the whole city, or one section, district or scheme that is named with it. */
export const reaches = ['city', 'section', 'district', 'scheme'] as const
export type Reach = (typeof reaches)[number]

export interface Role {
  readonly reach: Reach
  readonly permissions: readonly Permission[]
}

const registrar = ['staff.registrar', 'staff.personnel'] as const
const reading = ['staff.staff', 'plan.staff', 'words.reader'] as const

/** Whoever serves, or audits, reads how liaisons do and what is handed over, in the scope of the role. */
const serving = ['liaisons.reader', 'handovers.reader', 'progress.reader', 'voices.reader'] as const
const heading = ['liaisons.head', 'handovers.head', 'progress.head', 'voices.head'] as const
/** Whoever works in a section writes for its items of the plan, takes in what people say, and answers. */
const writing = [
  'plan.item-department',
  'progress.section',
  'voices.section',
  'voices.taker',
] as const
const organising = [
  ...serving,
  'liaisons.organiser',
  'handovers.organiser',
  'progress.secretariat',
  'voices.secretariat',
  'voices.taker',
] as const

/**
 * 役割: named sets of permissions. A permission is one standing in one chapter's workflow table, so a line
 * here and a line there together say who may do what; `/admin/permissions` and docs/permissions.md show both.
 * `src/permissions.test.ts` proves that every word here is known to a chapter, and the reverse.
 */
export const roles = {
  /** 事務局 */
  secretariat: {
    reach: 'city',
    permissions: [
      'residents.counter',
      'residents.verifier',
      ...registrar,
      ...reading,
      'audit.reader',
      'plan.secretariat',
      'words.keeper',
      'districts.keeper',
      'notices.postmaster',
      'moderation.moderator',
      'newsletters.editor',
      'newsletters.approver',
      'publications.editor',
      'publications.approver',
      ...organising,
    ],
  },
  /** 協働推進員 */
  liaison: {
    reach: 'section',
    permissions: ['residents.counter', ...reading, ...serving, 'liaisons.liaison', ...writing],
  },
  /** 課員 */
  'section-staff': {
    reach: 'section',
    permissions: ['residents.counter', ...reading, ...serving, ...writing],
  },
  /** 所属長(決裁) */
  'section-head': {
    reach: 'section',
    permissions: [
      'residents.verifier',
      'newsletters.approver',
      'publications.approver',
      ...reading,
      ...serving,
      ...heading,
      ...writing,
    ],
  },
  /** 地域マネージャー */
  'area-manager': { reach: 'district', permissions: [...reading] },
  /** 審査委員・外部評価委員: an outside person, who sees only the scheme that is named. */
  reviewer: { reach: 'scheme', permissions: ['progress.member'] },
  /** 広報担当 */
  'bulletin-editor': {
    reach: 'city',
    permissions: [...reading, 'newsletters.editor', 'publications.editor'],
  },
  /** 個人情報保護の責任者 */
  'data-protection-officer': {
    reach: 'city',
    permissions: [
      'residents.officer',
      'audit.reader',
      'audit.officer',
      'moderation.reader',
      ...reading,
    ],
  },
  /** 監査: reads all, changes nothing. */
  auditor: {
    reach: 'city',
    permissions: ['audit.reader', 'moderation.reader', ...reading, ...serving],
  },
  /** 情報システムの管理者: accounts and settings, not what residents wrote. */
  administrator: {
    reach: 'city',
    permissions: [
      ...registrar,
      'staff.staff',
      'staff.administrator',
      'audit.reader',
      'notices.postmaster',
    ],
  },
} as const satisfies Readonly<Record<string, Role>>

export type RoleName = keyof typeof roles
export const roleNames = Object.keys(roles) as readonly RoleName[]

/** By its own entries only: 'constructor' is no role. */
export const isRoleName = (text: string): text is RoleName => Object.hasOwn(roles, text)

/** 発令そのものから生じる役割: never granted, always held by serving. */
export const rolesByServing: ReadonlySet<string> = new Set<RoleName>([
  'section-staff',
  'section-head',
])

/** Every permission that any role of this release gives. */
export const knownPermissions: readonly Permission[] = [
  ...new Set<Permission>(roleNames.flatMap((name) => roles[name].permissions)),
]

/** 職務: a role with what it may do, within a scope. A role of a section without one reaches nothing. */
export const dutyOf = (role: RoleName, scope: Scope = {}): Duty =>
  dutyFrom(role, roles[role], scope)

/** The same for a role that a city has made itself. */
export function dutyFrom(role: string, { reach, permissions }: Role, scope: Scope): Duty {
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
