import type { Duty } from '#platform/actor.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { dutyOf } from './roles.ts'
import { type Assignment, type Department, type GrantedDuty, isOn } from './staff.ts'

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
}

/**
 * 再編: the work of a department is its own, that of what stands below it in the tree of the day, and that
 * of every department which it took over, under all names that any of these had until that day.
 */
export function placeNames(
  periods: readonly Department[],
  successions: readonly Succession[],
  today: IsoDate,
): Places {
  const now = periods.filter((period) => isOn(period, today))
  const below = (id: string): readonly string[] =>
    now.filter((d) => d.parent === id).flatMap((d) => [d.id, ...below(d.id)])
  const takenOver = (id: string, seen: ReadonlySet<string>): readonly string[] =>
    successions
      .filter((s) => s.to === id && s.on <= today && !seen.has(s.from))
      .flatMap((s) => [s.from, ...takenOver(s.from, new Set([...seen, s.from]))])
  const within = (id: string) => {
    const own = [id, ...below(id)]
    const ids = new Set(own.flatMap((one) => [one, ...takenOver(one, new Set([one]))]))
    const names = periods.filter((p) => ids.has(p.id) && p.from <= today).map((p) => p.name)
    return [...ids, ...new Set(names)]
  }
  return { today: new Map(now.map((d) => [d.id, d.name])), within }
}

/**
 * What a person may do on a day: an assignment makes them section staff there, and its head where they
 * head it or stand in for the head; roles that were granted come beside it.
 */
export function dutiesOf(
  assignments: readonly Assignment[],
  granted: readonly GrantedDuty[],
  places: Places,
  today: IsoDate,
): Duty[] {
  const served = assignments
    .filter((a) => isOn(a, today) && places.today.has(a.department))
    .flatMap((a): Duty[] => {
      const scope = { sections: places.within(a.department) }
      const staff = dutyOf('section-staff', scope)
      return a.rank === 'member' ? [staff] : [staff, dutyOf('section-head', scope)]
    })
  const given = granted
    .filter((d) => isOn(d, today))
    .map((d) =>
      dutyOf(d.role, {
        ...(d.department !== null && { sections: places.within(d.department) }),
        ...(d.district !== null && { districts: [d.district] }),
        ...(d.scheme !== null && { schemes: [d.scheme] }),
      }),
    )
  return [...served, ...given]
}
