import { addDays, type IsoDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import type { RosterDifference } from '../roster/difference.ts'
import type { NewPost, PersonChange } from '../roster/person.ts'
import { isNewPlace, newNameOf } from '../roster/sections.ts'
import type { StoredRoster, Undo } from '../roster/stored.ts'
import { ending, periodOn, type Turn, turn } from '../rules/tree.ts'
import type { Assignment, DepartmentId, GrantedDuty, StaffId } from '../staff.ts'
import * as organisation from '../store/organisation.ts'
import * as people from '../store/people.ts'
import * as posts from '../store/posts.ts'
import { workflow } from '../workflow.ts'
import { grantedFact } from './duties.ts'
import { holder, left } from './members.ts'
import { opened, succeeded, turned } from './organisation.ts'

/** What is written so far: a fact for each change, and how to take it back. */
interface Book {
  readonly tx: Writer
  readonly ctx: Pick<Ctx, 'actor' | 'now'>
  readonly on: IsoDate
  readonly reason: string
  readonly facts: Fact[]
  /** Newest first, the order in which they are taken back. */
  readonly undo: Undo[]
  /** Ids of the sections that this roster made, by name. */
  readonly made: Map<string, DepartmentId>
  /** Accounts that this roster opened. */
  readonly opened: StaffId[]
}

/** Writes everything that a roster changes: sections first, then people, then what nobody serves in any more. */
export async function written(
  tx: Writer,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  roster: StoredRoster,
  difference: RosterDifference,
): Promise<Pick<Book, 'facts' | 'undo' | 'opened'>> {
  const { effectiveOn: on } = roster
  const reason = `人事異動名簿(${on})`
  const book: Book = { tx, ctx, on, reason, facts: [], undo: [], made: new Map(), opened: [] }
  await openNew(book, roster, difference)
  await moveSections(book, difference)
  for (const change of difference.people) await changePerson(book, change)
  for (const { person, leaves } of difference.leftOut) if (leaves) await letGo(book, person.id)
  await closeReplaced(book, roster, difference)
  return book
}

const placeId = (book: Book, place: string): DepartmentId =>
  isNewPlace(place) ? found(book.made.get(newNameOf(place))) : (place as DepartmentId)

async function openNew(book: Book, { choices }: StoredRoster, { unknown }: RosterDifference) {
  for (const { name, kind, division } of unknown) {
    const fate = choices.unknown[name]
    const tree = await organisation.allDepartments(book.tx)
    const parent = parentOf(book, tree, division)
    if (fate?.what === 'rename') {
      const id = fate.of[0] as DepartmentId
      const change = { name, translations: {}, ...(division && { parent }) }
      await turnTo(book, accept(turn(tree, id, book.on, change, book.reason)), 'renamed')
      book.made.set(name, id)
      continue
    }
    const phone = ''
    const [department, fact] = await opened(book.tx, tree, {
      name,
      kind,
      parent,
      phone,
      on: book.on,
      reason: book.reason,
    })
    book.made.set(name, department.id)
    book.facts.push(fact)
    book.undo.unshift({ kind: 'department', id: department.id })
  }
}

function parentOf(
  book: Book,
  tree: readonly { id: DepartmentId; name: string; from: IsoDate; until: IsoDate | null }[],
  division: string,
): DepartmentId | null {
  if (!division) return null
  const known = tree.find(
    (d) => d.name === division && d.from <= book.on && (d.until === null || d.until >= book.on),
  )
  return book.made.get(division) ?? known?.id ?? null
}

async function turnTo(book: Book, made: Turn, what: 'renamed' | 'moved') {
  const { id, from } = made.closing
  book.facts.push(await turned(book.tx, made, `staff.department-${what}`, book.reason))
  const was = made.opening?.until ?? null
  book.undo.unshift({ kind: 'period', id, from: book.on }, { kind: 'period-end', id, from, was })
}

async function moveSections(book: Book, { moved }: RosterDifference) {
  for (const { id, to } of moved) {
    const tree = await organisation.allDepartments(book.tx)
    const parent = placeId(book, to)
    // A section that was renamed just now has moved with it.
    if (periodOn(tree, id, book.on)?.parent === parent) continue
    const made = accept(turn(tree, id as DepartmentId, book.on, { parent }, book.reason))
    await turnTo(book, made, 'moved')
  }
}

async function changePerson(book: Book, change: PersonChange) {
  const { tx, ctx, on } = book
  const id = change.person?.id ?? (await openAccount(book, change))
  await people.lockPerson(tx, id)
  const note = (name: Fact['fact'], detail: Fact['detail'] = {}) =>
    book.facts.push({ fact: name, subject: id, basis: workflow.acceptRoster.basis, detail })
  if (change.isNumbered) {
    await people.setEmployeeNo(tx, id, change.employeeNo)
    note('staff.member-numbered')
  }
  if (change.returns) {
    await people.setLeftOn(tx, id, null)
    book.undo.unshift({ kind: 'left', user: id, was: change.person?.leftOn ?? null })
    note('staff.member-returned', { from: on })
  }
  if (change.renamedFrom !== null || change.phoneFrom !== null) {
    await people.insertDetail(tx, id, on, { name: change.name, phone: change.phone })
    book.undo.unshift({ kind: 'detail', user: id, from: on })
    note('staff.member-changed', { from: on })
  }
  for (const { what, until, isGone } of change.ends) {
    if (isGone) await posts.deleteAssignment(tx, what.id)
    else await posts.endAssignment(tx, what.id, { until, by: ctx.actor.id, reason: book.reason })
    book.undo.unshift(
      isGone
        ? { kind: 'assignment-gone', assignment: what }
        : { kind: 'assignment-end', id: what.id, was: what.until },
    )
    const name = isGone ? 'staff.assignment-withdrawn' : 'staff.assignment-ended'
    note(name, { assignment: what.id, until })
  }
  for (const { what, until, isGone } of change.revokes) {
    if (isGone) await posts.deleteDuty(tx, what.id)
    else await posts.endDuty(tx, what.id, { until, by: ctx.actor.id, reason: book.reason })
    book.undo.unshift(
      isGone
        ? { kind: 'duty-gone', duty: what }
        : { kind: 'duty-end', id: what.id, was: what.until },
    )
    note('staff.role-revoked', { duty: what.id, role: what.role, until })
  }
  for (const add of change.adds) await addPost(book, id, add)
  for (const { role, department, from, until } of change.grants) {
    const place = department === null ? null : placeId(book, department)
    const scope = { department: place, district: null, scheme: null }
    const by = { grantedBy: ctx.actor.id, reason: book.reason }
    const duty = { id: newId('dty'), user: id, role, from, until, ...scope, ...by } as GrantedDuty
    await posts.insertDuty(tx, duty, ctx.now)
    book.undo.unshift({ kind: 'duty', id: duty.id })
    book.facts.push(grantedFact(duty))
  }
}

async function addPost(book: Book, user: StaffId, add: NewPost) {
  const { tx, ctx, reason } = book
  const { post, rank, isMain, from, until } = add
  const department = placeId(book, add.department)
  const by = { madeBy: ctx.actor.id, reason }
  const id = newId('asg')
  const made: Assignment = { id, user, department, post, rank, isMain, from, until, ...by }
  await posts.insertAssignment(tx, made)
  book.undo.unshift({ kind: 'assignment', id })
  const detail = { assignment: id, department, from }
  const { basis } = workflow.acceptRoster
  book.facts.push({ fact: 'staff.assigned', subject: user, basis, detail })
}

async function openAccount(book: Book, change: PersonChange): Promise<StaffId> {
  const { tx, ctx, on } = book
  const { name, email, phone } = change
  const employeeNo = change.employeeNo || null
  const id: StaffId = newId('per')
  await people.insertAccount(tx, { id, name, email, employeeNo, phone }, null, ctx.now)
  const { basis } = workflow.addMember
  book.facts.push({ fact: 'staff.member-added', subject: id, basis, detail: { from: on } })
  book.opened.push(id)
  return id
}

async function letGo(book: Book, id: StaffId) {
  const { tx, ctx, on, reason } = book
  const all = await holder(tx, id, on)
  const lastDay = addDays(on, -1)
  const open = (span: { readonly until: IsoDate | null }) =>
    span.until === null || span.until > lastDay
  for (const a of all.assignments.filter(open))
    book.undo.unshift(
      a.from > lastDay
        ? { kind: 'assignment-gone', assignment: a }
        : { kind: 'assignment-end', id: a.id, was: a.until },
    )
  for (const d of all.grants.filter(open))
    book.undo.unshift(
      d.from > lastDay
        ? { kind: 'duty-gone', duty: d }
        : { kind: 'duty-end', id: d.id, was: d.until },
    )
  book.undo.unshift({ kind: 'left', user: id, was: null })
  book.facts.push(...(await left(tx, ctx, all, lastDay, reason)))
}

/** Sections that another takes over, and that nobody serves in any more. */
async function closeReplaced(
  book: Book,
  { choices }: StoredRoster,
  { unknown, emptied }: RosterDifference,
) {
  const taken = unknown.flatMap(({ name }) => {
    const fate = choices.unknown[name]
    const into = book.made.get(name)
    return fate?.what === 'successor' && into ? fate.of.map((id) => [id, into] as const) : []
  })
  const given = emptied.flatMap(({ id, into }) =>
    into ? [[id, placeId(book, into)] as const] : [],
  )
  const { tx, on, reason } = book
  for (const [id, into] of [...taken, ...given]) {
    const tree = await organisation.allDepartments(tx)
    if (!periodOn(tree, into, on))
      accept(no({ kind: 'refused', reason: 'section-not-there', place: on }))
    const made = accept(ending(tree, id as DepartmentId, on))
    const was = periodOn(tree, id, on)?.until ?? null
    book.facts.push(...(await succeeded(tx, made, into, on, reason)))
    const { from } = made.closing
    book.undo.unshift(
      { kind: 'successor', id: made.closing.id, to: into },
      { kind: 'period-end', id: made.closing.id, from, was },
    )
    const staying = (await posts.assignmentsOf(tx)).filter(
      (a) => a.department === id && (a.until === null || a.until >= on),
    )
    if (staying.length) {
      const place = `${periodOn(tree, id, on)?.name ?? ''} ${staying.length}`
      accept(no({ kind: 'refused', reason: 'people-remain', place }))
    }
  }
}
