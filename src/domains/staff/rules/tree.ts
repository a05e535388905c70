import { addDays, type IsoDate } from '#platform/calendar.ts'
import { no, type Refusal, type Result, yes } from '#platform/result.ts'
import { branchOf, overlap } from '../rules.ts'
import { type Department, type DepartmentId, isOn } from '../staff.ts'

type Refused = Extract<Refusal, { kind: 'refused' }>
const refused = (reason: string, place: string): Result<never> =>
  no({ kind: 'refused', reason, place } satisfies Refused)

/** What a change of the tree writes: where the period of before ends, and what follows it. */
export interface Turn {
  readonly closing: { readonly id: DepartmentId; readonly from: IsoDate; readonly until: IsoDate }
  readonly opening: Department | null
}

/** The period of a department that a day lies in. */
export const periodOn = (
  tree: readonly Department[],
  id: string,
  day: IsoDate,
): Department | undefined => tree.find((one) => one.id === id && isOn(one, day))

/** A department that ends or changes on a day must be there the day before: else it would never have been so. */
function turning(tree: readonly Department[], id: DepartmentId, day: IsoDate): Result<Department> {
  const now = periodOn(tree, id, day)
  if (!now) return refused('section-not-there', day)
  return now.from === day ? refused('changed-that-day', `${now.name} ${day}`) : yes(now)
}

/** Nobody else bears the name on any day of the span. */
export function freeName(
  tree: readonly Department[],
  name: string,
  span: Pick<Department, 'from' | 'until'>,
  besides: readonly string[] = [],
): Result<string> {
  const other = tree.find((d) => d.name === name && !besides.includes(d.id) && overlap(d, span))
  return other ? refused('name-taken', `${name} ${other.from}`) : yes(name)
}

/** The place above: there on that day, and not below what is to stand in it. */
export function freeParent(
  tree: readonly Department[],
  parent: DepartmentId | null,
  day: IsoDate,
  id?: DepartmentId,
): Result<DepartmentId | null> {
  if (parent === null) return yes(null)
  const above = periodOn(tree, parent, day)
  if (!above) return refused('section-not-there', day)
  if (above.kind !== 'division') return refused('parent-no-division', above.name)
  const below = id !== undefined && branchOf(tree, id, day).includes(parent)
  return below ? refused('parent-below', above.name) : yes(parent)
}

/** 改称・所属替え: from a day on it is called so, stands there, is reached so. What was stays as it was. */
export function turn(
  tree: readonly Department[],
  id: DepartmentId,
  day: IsoDate,
  change: Partial<Pick<Department, 'name' | 'parent' | 'phone' | 'translations'>>,
  reason: string,
): Result<Turn> {
  const now = turning(tree, id, day)
  if (!now.ok) return now
  const opening: Department = { ...now.value, ...change, from: day, reason }
  const name = freeName(tree, opening.name, opening, [id])
  if (!name.ok) return name
  const parent = freeParent(tree, opening.parent, day, id)
  if (!parent.ok) return parent
  const same = (['name', 'parent', 'phone'] as const).every(
    (key) => opening[key] === now.value[key],
  )
  if (same) return refused('nothing-to-change', now.value.name)
  const { from } = now.value
  return yes({ closing: { id, from, until: addDays(day, -1) }, opening })
}

/** 廃止: from a day on it is not there. Refused while sections stand below it or more is decided for later. */
export function ending(tree: readonly Department[], id: DepartmentId, day: IsoDate): Result<Turn> {
  const now = turning(tree, id, day)
  if (!now.ok) return now
  const later = tree.find((one) => one.id === id && one.from > day)
  if (later) return refused('changes-ahead', `${later.name} ${later.from}`)
  const child = tree.find((one) => one.parent === id && (one.until === null || one.until >= day))
  if (child) return refused('has-sections', child.name)
  const { from } = now.value
  return yes({ closing: { id, from, until: addDays(day, -1) }, opening: null })
}
