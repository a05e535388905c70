import type { Duty } from '#platform/actor.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { dutyFrom, dutyOf, isRoleName, knownPermissions, type Role, roles } from './roles.ts'
import {
  type Assignment,
  type CustomRole,
  type Department,
  type GrantedDuty,
  isOn,
} from './staff.ts'

export interface Succession {
  readonly from: string
  readonly to: string
  readonly on: IsoDate
}

/** What lies in a department: by id, and by every name under which its work has ever been filed. */
export interface Places {
  /** What each department is called on the day; departments that are not there on it are missing. */
  readonly today: ReadonlyMap<string, string>
  readonly within: (department: string) => readonly string[]
  /** A district by every id that means the same one on the day: a duty goes with a merger. */
  readonly districts: (district: string) => readonly string[]
}

/**
 * 再編: the work of a department is its own, that of what stands below it in the tree of the day, and that
 * of every department which it took over, under all names that any of these had until that day.
 */
export function placeNames(
  periods: readonly Department[],
  successions: readonly Succession[],
  today: IsoDate,
  districts: Places['districts'] = (district) => [district],
): Places {
  const now = periods.filter((period) => isOn(period, today))
  const takenOver = (id: string, seen: ReadonlySet<string>): readonly string[] =>
    successions
      .filter((s) => s.to === id && s.on <= today && !seen.has(s.from))
      .flatMap((s) => [s.from, ...takenOver(s.from, new Set([...seen, s.from]))])
  const within = (id: string) => {
    const own = branchOf(periods, id, today)
    const ids = new Set(own.flatMap((one) => [one, ...takenOver(one, new Set([one]))]))
    const names = periods.filter((p) => ids.has(p.id) && p.from <= today).map((p) => p.name)
    return [...ids, ...new Set(names)]
  }
  return { today: new Map(now.map((d) => [d.id, d.name])), within, districts }
}

/** What a duty comes from: a post that somebody serves in, or a role that somebody was given. */
export type Source =
  | { readonly kind: 'assignment'; readonly assignment: Assignment }
  | { readonly kind: 'grant'; readonly grant: GrantedDuty }

export interface SourcedDuty {
  readonly duty: Duty
  readonly source: Source
}

/**
 * What a person may do on a day, and where from: an assignment makes them section staff there, and its
 * head where they head it or stand in for the head; roles that were granted come beside it. A role that is
 * unknown on the day, or lies in a section that is not there on it, gives nothing.
 */
export function sourcedDuties(
  assignments: readonly Assignment[],
  granted: readonly GrantedDuty[],
  places: Places,
  today: IsoDate,
  custom: readonly CustomRole[] = [],
): SourcedDuty[] {
  const there = (department: string | null) => department === null || places.today.has(department)
  const served = assignments
    .filter((a) => isOn(a, today) && there(a.department))
    .flatMap((assignment): SourcedDuty[] => {
      const scope = { sections: places.within(assignment.department) }
      const source = { kind: 'assignment', assignment } as const
      const staff = { duty: dutyOf('section-staff', scope), source }
      if (assignment.rank === 'member') return [staff]
      return [staff, { duty: dutyOf('section-head', scope), source }]
    })
  const given = granted
    .filter((d) => isOn(d, today) && there(d.department))
    .flatMap((grant): SourcedDuty[] => {
      const role = roleOn(grant.role, custom, today)
      if (!role) return []
      const { department, district, scheme } = grant
      const duty = dutyFrom(grant.role, role, {
        ...(department !== null && { sections: places.within(department) }),
        ...(district !== null && { districts: places.districts(district) }),
        ...(scheme !== null && { schemes: [scheme] }),
      })
      return [{ duty, source: { kind: 'grant', grant } }]
    })
  return [...served, ...given]
}

/** The same without where from: what an actor carries. */
export const dutiesOf = (...asked: Parameters<typeof sourcedDuties>): Duty[] =>
  sourcedDuties(...asked).map(({ duty }) => duty)

/** A role by its word, as it is on the day. Of a city's own role only permissions that are still known count. */
export function roleOn(
  word: string,
  custom: readonly CustomRole[],
  today: IsoDate,
): Role | undefined {
  if (isRoleName(word)) return roles[word]
  const own = custom.find((role) => role.id === word && isOn(role, today))
  if (!own) return undefined
  const permissions = own.permissions.filter((one) => knownPermissions.includes(one))
  return { reach: own.reach, permissions }
}

/** Whether two spans share a day, both of them counted from the first to the last. */
export const overlap = (
  a: { readonly from: IsoDate; readonly until: IsoDate | null },
  b: { readonly from: IsoDate; readonly until: IsoDate | null },
): boolean => (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until)

/** The departments below one in the tree of a day, itself first. */
export function branchOf(periods: readonly Department[], id: string, day: IsoDate): string[] {
  const now = periods.filter((period) => isOn(period, day))
  const below = (one: string, seen: ReadonlySet<string>): string[] =>
    seen.has(one)
      ? []
      : [
          one,
          ...now
            .filter((d) => d.parent === one)
            .flatMap((d) => below(d.id, new Set([...seen, one]))),
        ]
  return below(id, new Set())
}
