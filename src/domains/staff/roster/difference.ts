import type { IsoDate } from '#platform/calendar.ts'
import { groupBy } from '#platform/group.ts'
import {
  type Assignment,
  type CustomRole,
  type Department,
  type GrantedDuty,
  isOn,
  type Person,
} from '../staff.ts'
import { knownBy, rowKey, type SameName } from './known.ts'
import { isChanged, type PersonChange, personChange } from './person.ts'
import { type SectionMove, sectionsOf, type UnknownSection } from './sections.ts'
import type { RosterFault, RosterReading, RosterRow } from './sheet.ts'
import type { Choices } from './stored.ts'

/** The city as it is known when a roster is looked at. */
export interface Surroundings {
  readonly tree: readonly Department[]
  readonly people: readonly Person[]
  readonly assignments: readonly Assignment[]
  readonly grants: readonly GrantedDuty[]
  readonly custom: readonly CustomRole[]
}

export interface LeftOut {
  readonly person: Person
  readonly posts: readonly Assignment[]
  /** Ticked: leaves the city. */
  readonly leaves: boolean
}

/** 異動の差: everything that a roster would change on its day, before it changes any of it. */
export interface RosterDifference {
  readonly people: readonly PersonChange[]
  readonly unchanged: number
  /** Serve on the day, and stand nowhere in the roster. */
  readonly leftOut: readonly LeftOut[]
  readonly unknown: readonly UnknownSection[]
  readonly moved: readonly SectionMove[]
  /** Nobody serves in them any more, and nobody has said what becomes of them. */
  readonly emptied: readonly { readonly id: string; readonly name: string; readonly into: string }[]
  readonly open: readonly string[]
  /** Rows that only the name connects with somebody. */
  readonly sameNames: readonly SameName[]
  readonly faults: readonly RosterFault[]
  readonly nameOf: (place: string) => string
}

/** Compares a roster with the city on the day on which it takes effect. Pure: the same twice is the same. */
export function rosterDifference(
  reading: RosterReading,
  on: IsoDate,
  today: IsoDate,
  known: Surroundings,
  choices: Choices,
): RosterDifference {
  const faults: RosterFault[] = [...reading.faults]
  const sections = sectionsOf(reading.rows, known.tree, on, choices)
  const cityRoles = new Set<string>(
    known.custom.filter((role) => role.reach === 'city').map((role) => role.id),
  )
  const matched = new Set<string>()
  const changes: PersonChange[] = []
  const sameNames: SameName[] = []
  for (const [, rows] of groupBy(reading.rows, rowKey)) {
    const [first] = rows
    if (!first) continue
    checkRows(rows, faults)
    const by = knownBy(first, sections.placeOf(first), known, on, choices)
    const { person } = by
    if (by.question) sameNames.push(by.question)
    const found = by.fault === 'email-needed' ? first.name : first.email
    if (by.fault) faults.push(fault(first, by.fault, found))
    if (person && matched.has(person.id)) faults.push(fault(first, 'person-twice', first.name))
    if (person) matched.add(person.id)
    const own = {
      person,
      assignments: known.assignments.filter((a) => a.user === person?.id),
      grants: known.grants.filter((d) => d.user === person?.id),
      cityRoles,
    }
    const day = { on, today }
    const all = [first, ...rows.slice(1)] as const
    changes.push(personChange(all, own, reading, sections, day, faults))
  }
  const leftOut = known.people.flatMap((person): LeftOut[] => {
    const posts = known.assignments.filter((a) => a.user === person.id && isOn(a, on))
    if (matched.has(person.id) || !posts.length) return []
    return [{ person, posts, leaves: choices.leave.includes(person.id) }]
  })
  const emptied = emptiedBy(known, on, changes, leftOut, sections.replaced).map((d) => ({
    id: d.id,
    name: d.name,
    into: choices.emptied[d.id] ?? '',
  }))
  const people = changes.filter(isChanged)
  return {
    people,
    unchanged: changes.length - people.length,
    leftOut,
    unknown: sections.unknown,
    moved: sections.moved,
    emptied,
    open: sections.open,
    sameNames,
    faults,
    nameOf: sections.nameOf,
  }
}

const fault = (row: RosterRow, kind: RosterFault['fault'], found: string): RosterFault => ({
  place: row.place,
  fault: kind,
  found,
})

/** The rows of one number speak of one person, and of each post once. */
function checkRows(rows: readonly RosterRow[], faults: RosterFault[]): void {
  const [first] = rows
  const seen = new Set<string>()
  for (const row of rows) {
    if (first && row.name !== first.name)
      faults.push(fault(row, 'same-number-other-name', row.name))
    const post = JSON.stringify([row.division, row.section, row.post, row.from])
    if (seen.has(post)) faults.push(fault(row, 'twice', row.post))
    seen.add(post)
  }
}

function emptiedBy(
  { tree, assignments }: Surroundings,
  on: IsoDate,
  changes: readonly PersonChange[],
  leftOut: readonly LeftOut[],
  replaced: ReadonlySet<string>,
): Department[] {
  const ended = new Set(changes.flatMap((c) => c.ends.map(({ what }) => what.id)))
  const leaving = new Set<string>(leftOut.filter((l) => l.leaves).map((l) => l.person.id))
  const before = assignments.filter((a) => isOn(a, on))
  const staying = before.filter((a) => !ended.has(a.id) && !leaving.has(a.user))
  const coming = changes.flatMap((c) => c.adds.map((one) => one.department))
  const served = new Set<string>([...staying.map((a) => a.department), ...coming])
  const had = new Set<string>(before.map((a) => a.department))
  return tree.filter(
    (d) => isOn(d, on) && had.has(d.id) && !served.has(d.id) && !replaced.has(d.id),
  )
}

/** Questions about people that nobody has answered yet. */
export const unanswered = ({ sameNames }: Pick<RosterDifference, 'sameNames'>) =>
  sameNames.filter(({ chosen }) => chosen === '')

/** Whether accepting would write anything at all. */
export const changesAnything = (d: RosterDifference): boolean =>
  d.people.length > 0 ||
  d.unknown.length > 0 ||
  d.moved.length > 0 ||
  d.leftOut.some((one) => one.leaves) ||
  d.emptied.some((one) => one.into !== '')

/**
 * A short mark of a difference: what somebody accepts is what they have looked at. FNV-1a, twice over two
 * halves, as nobody gains by forging it: it guards against haste, not against people.
 */
export function markOf(difference: RosterDifference): string {
  const { nameOf: _name, ...data } = difference
  const text = JSON.stringify(data)
  const hash = (from: number, step: number) => {
    let value = from
    for (let i = 0; i < text.length; i += 1)
      value = Math.imul(value ^ text.charCodeAt(i), step) >>> 0
    return value.toString(16).padStart(8, '0')
  }
  return hash(0x811c9dc5, 0x01000193) + hash(0x9747b28c, 0x5bd1e995)
}
