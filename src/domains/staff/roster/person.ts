import { addDays, type IsoDate } from '#platform/calendar.ts'
import { isRoleName, roles } from '../roles.ts'
import { type Assignment, type GrantedDuty, isOn, type Person, type Rank } from '../staff.ts'
import type { Place, Sections } from './sections.ts'
import type { RosterFault, RosterReading, RosterRow } from './sheet.ts'

export interface NewPost {
  readonly department: Place
  readonly post: string
  readonly rank: Rank
  readonly isMain: boolean
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly place: string
}

/** A post or role that stops, or whose last day changes; `isGone` has not begun and is taken back. */
export interface Stop<What> {
  readonly what: What
  readonly until: IsoDate | null
  readonly isGone: boolean
}

export interface NewRole {
  readonly role: string
  readonly department: Place | null
  readonly from: IsoDate
  readonly until: IsoDate | null
}

/** What a roster changes for one person. */
export interface PersonChange {
  /** Nobody yet: an account is opened. */
  readonly person: Person | null
  readonly employeeNo: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly place: string
  readonly renamedFrom: string | null
  readonly phoneFrom: string | null
  /** Was known by the e-mail address only so far. */
  readonly isNumbered: boolean
  /** Had left, and comes back. */
  readonly returns: boolean
  /** The address in the file differs: said, never taken over. */
  readonly emailDiffers: string | null
  readonly adds: readonly NewPost[]
  readonly ends: readonly Stop<Assignment>[]
  readonly grants: readonly NewRole[]
  readonly revokes: readonly Stop<GrantedDuty>[]
}

export interface Known {
  readonly person: Person | null
  readonly assignments: readonly Assignment[]
  readonly grants: readonly GrantedDuty[]
  /** Roles of the city's own making that count everywhere. */
  readonly cityRoles: ReadonlySet<string>
}

interface Day {
  readonly on: IsoDate
  readonly today: IsoDate
}

/** Compares what a roster says of one person with what is known; both sides in full, so that once is enough. */
export function personChange(
  rows: readonly [RosterRow, ...RosterRow[]],
  known: Known,
  { says }: Pick<RosterReading, 'says'>,
  sections: Sections,
  { on, today }: Day,
  faults: RosterFault[],
): PersonChange {
  const [first] = rows
  const { person } = known
  const wanted = rows.map((row): NewPost => {
    const from = row.from !== null && row.from > on ? row.from : on
    const { post, rank, isMain, until, place } = row
    return { department: sections.placeOf(row), post, rank, isMain, from, until, place }
  })
  const kept = new Map(
    wanted.flatMap((one) => {
      const same = known.assignments.find((a) => isSame(a, one) && isOn(a, one.from))
      return same ? [[one, same] as const] : []
    }),
  )
  const adds = wanted.filter((one) => !kept.has(one))
  const cut = adds.map((one) => one.from).sort()[0] ?? on
  const retermed = [...kept].flatMap(([one, a]): Stop<Assignment>[] =>
    says.includes('until') && a.until !== one.until
      ? [{ what: a, until: one.until, isGone: false }]
      : [],
  )
  const stays = new Set([...kept.values()].map((a) => a.id))
  const stopped = known.assignments
    .filter((a) => !stays.has(a.id) && (a.until === null || a.until >= cut))
    .map((a) => stop(a, cut, today, (found) => faults.push({ place: first.place, ...found })))
  const roleRows = roleChanges(
    rows,
    wanted,
    known,
    says.includes('roles'),
    { on, today },
    (found) => faults.push({ place: first.place, ...found }),
  )
  const emailDiffers = person && first.email && person.email !== first.email ? first.email : null
  const phone = says.includes('phone') && first.phone ? first.phone : (person?.phone ?? '')
  checkMains([...kept.entries(), ...adds.map((one) => [one, one] as const)], faults)
  return {
    person,
    employeeNo: first.employeeNo,
    name: first.name,
    email: first.email,
    phone,
    place: first.place,
    renamedFrom: person && person.name !== first.name ? person.name : null,
    phoneFrom: person && person.phone !== phone ? person.phone : null,
    isNumbered: person !== null && person.employeeNo === null && first.employeeNo !== '',
    returns: person?.leftOn != null && person.leftOn < on,
    emailDiffers,
    adds,
    ends: [...stopped, ...retermed],
    ...roleRows,
  }
}

const isSame = (a: Assignment, one: NewPost) =>
  a.department === one.department &&
  a.post === one.post &&
  a.rank === one.rank &&
  a.isMain === one.isMain

type Noted = Omit<RosterFault, 'place'>

/** The day before the new begins; what has not begun is taken back, what begins that very day stands in the way. */
function stop<What extends { readonly from: IsoDate }>(
  what: What,
  cut: IsoDate,
  today: IsoDate,
  fault: (noted: Noted) => void,
): Stop<What> {
  const isGone = what.from >= cut
  if (isGone && what.from <= today) fault({ fault: 'begins-that-day', found: what.from })
  return { what, until: isGone ? null : addDays(cut, -1), isGone }
}

/** Roles of the whole city and of sections; those of a district or scheme are not a roster's to say. */
function roleChanges(
  rows: readonly RosterRow[],
  posts: readonly NewPost[],
  known: Known,
  isSaid: boolean,
  { on, today }: Day,
  fault: (noted: Noted) => void,
): Pick<PersonChange, 'grants' | 'revokes'> {
  const wanted = rows.flatMap((row, i) => {
    const post = posts[i]
    if (!post) return []
    return row.roles.map((role): NewRole => {
      const isOfCity = isRoleName(role) ? roles[role].reach === 'city' : known.cityRoles.has(role)
      const department = isOfCity ? null : post.department
      return { role, department, from: post.from, until: post.until }
    })
  })
  const fresh: NewRole[] = []
  const stays = new Set<string>()
  for (const one of wanted) {
    const same = known.grants.find(
      (d) => d.role === one.role && d.department === one.department && isOn(d, one.from),
    )
    if (same) stays.add(same.id)
    else if (!fresh.some((d) => d.role === one.role && d.department === one.department))
      fresh.push(one)
  }
  const here = new Set<string>(posts.map((one) => one.department))
  const isOurs = (d: GrantedDuty) =>
    d.district === null &&
    d.scheme === null &&
    (isSaid || (d.department !== null && !here.has(d.department)))
  const revokes = known.grants
    .filter((d) => isOurs(d) && !stays.has(d.id) && (d.until === null || d.until >= on))
    .map((d) => stop(d, on, today, fault))
  return { grants: fresh, revokes }
}

function checkMains(
  posts: readonly (readonly [
    NewPost,
    { readonly from: IsoDate; readonly until: IsoDate | null },
  ])[],
  faults: RosterFault[],
): void {
  const mains = posts.filter(([one]) => one.isMain)
  for (const [i, [one, span]] of mains.entries()) {
    const other = mains
      .slice(0, i)
      .find(
        ([, s]) =>
          (s.until === null || span.from <= s.until) &&
          (span.until === null || s.from <= span.until),
      )
    if (other) faults.push({ place: one.place, fault: 'two-main-posts', found: other[0].place })
  }
}

/** Whether anything is to be written for the person. */
export const isChanged = (change: PersonChange): boolean =>
  change.person === null ||
  change.renamedFrom !== null ||
  change.phoneFrom !== null ||
  change.isNumbered ||
  change.returns ||
  [change.adds, change.ends, change.grants, change.revokes].some((list) => list.length > 0)
