import { addDays, type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { ending, freeName, freeParent, periodOn, type Turn, turn } from '../rules/tree.ts'
import {
  type Assignment,
  type Department,
  type DepartmentId,
  type NewDepartment,
  sinceEver,
} from '../staff.ts'
import * as store from '../store/organisation.ts'
import { assignmentsOf, endAssignment, insertAssignment } from '../store/posts.ts'
import { standing, workflow } from '../workflow.ts'

/** Names that the organisation does not have yet; those that it has stay as they are. */
export const addDepartments = (ctx: Ctx, list: readonly NewDepartment[]): Promise<Department[]> =>
  ctx
    .record(async (tx) => {
      const { added, facts } = await departmentsAdded(tx, ctx, list)
      const [first, ...rest] = facts
      if (!first) throw new AllKnown()
      return [[...added], first, ...rest]
    })
    .catch((thrown: unknown) => {
      if (thrown instanceof AllKnown) return []
      throw thrown
    })

/** Nothing is new: the transaction ends without a write, and so without a fact. */
class AllKnown extends Error {
  override name = 'AllKnown'
}

/** The same within a transaction in which more happens: all of it stands or falls together. */
export async function departmentsAdded(
  tx: Writer,
  ctx: Pick<Ctx, 'actor'>,
  list: readonly NewDepartment[],
): Promise<{ readonly added: readonly Department[]; readonly facts: readonly Fact[] }> {
  accept(permit(workflow, 'addDepartment', standing(ctx.actor), nothing))
  await store.lockOrganisation(tx)
  const known = await store.allDepartments(tx)
  const fresh = list.filter((d) => !known.some((k) => k.name === d.name && k.until === null))
  const added = fresh.map(
    (d, at): Department => ({
      id: newId('dep'),
      parent: null,
      phone: '',
      from: sinceEver,
      ...d,
      until: null,
      position: known.length + at,
    }),
  )
  for (const department of added) await store.insertDepartment(tx, department)
  const facts = added.map(
    (d): Fact => ({
      fact: 'staff.department-added',
      subject: d.id,
      basis: workflow.addDepartment.basis,
      detail: { name: d.name, from: d.from },
    }),
  )
  return { added, facts }
}

const { basis } = workflow.changeOrganisation

/** Whoever registers for one section only must be allowed to in every one that the change touches. */
function mayChange({ actor }: Ctx, touched: readonly (string | null)[]): void {
  const places = touched.length ? touched : [null]
  for (const id of places) {
    const about = id === null ? {} : { sections: [id] }
    accept(permit(workflow, 'changeOrganisation', standing(actor, about), nothing))
  }
}

export interface NewSection {
  readonly name: string
  readonly kind: 'division' | 'section'
  readonly parent: DepartmentId | null
  readonly phone: string
  readonly on: IsoDate
  readonly reason: string
}

/** 新設: a 部 or 課 that is there from a day on. */
export const openSection = (ctx: Ctx, input: NewSection): Promise<Department> =>
  ctx.record(async (tx) => {
    mayChange(ctx, [input.parent])
    await store.lockOrganisation(tx)
    return opened(tx, await store.allDepartments(tx), input)
  })

/** The same within a transaction in which more happens. */
export async function opened(
  tx: Writer,
  tree: readonly Department[],
  { name, kind, parent, phone, on, reason }: NewSection,
): Promise<readonly [Department, Fact]> {
  const span = { from: on, until: null }
  accept(freeName(tree, name, span))
  accept(freeParent(tree, parent, on))
  const position = tree.length
  const made = { id: newId('dep'), name, kind, parent, phone, position, reason, ...span } as const
  const department: Department = { ...made, translations: {} }
  await store.insertDepartment(tx, department)
  const detail = { name, from: on }
  return [department, { fact: 'staff.department-added', subject: made.id, basis, detail }]
}

/** 改称: and the telephone, where it changes with the name. Earlier days keep the earlier name. */
export const renameSection = (
  ctx: Ctx,
  id: DepartmentId,
  on: IsoDate,
  change: { readonly name: string; readonly phone: string },
  reason: string,
) =>
  ctx.record(async (tx) => {
    mayChange(ctx, [id])
    const tree = await tied(tx)
    // A name in another language belongs to the name that it translates.
    const now = periodOn(tree, id, on)
    const words = now && now.name !== change.name ? { translations: {} } : {}
    const made = accept(turn(tree, id, on, { ...change, ...words }, reason))
    return [undefined, await turned(tx, made, 'staff.department-renamed')]
  })

/** 所属替え: it stands below another 部 from a day on. */
export const moveSection = (
  ctx: Ctx,
  id: DepartmentId,
  on: IsoDate,
  parent: DepartmentId | null,
  reason: string,
) =>
  ctx.record(async (tx) => {
    mayChange(ctx, [id, parent])
    const made = accept(turn(await tied(tx), id, on, { parent }, reason))
    return [undefined, await turned(tx, made, 'staff.department-moved')]
  })

/** 廃止: from a day on it is not there. Refused while somebody serves in it beyond that day. */
export const endSection = (ctx: Ctx, id: DepartmentId, on: IsoDate, reason: string) =>
  ctx.record(async (tx) => {
    mayChange(ctx, [id])
    const made = accept(ending(await tied(tx), id, on))
    const staying = serving(await assignmentsOf(tx), id, on)
    if (staying.length)
      accept(no({ kind: 'refused', reason: 'people-remain', place: String(staying.length) }))
    return [undefined, await turned(tx, made, 'staff.department-ended', reason)]
  })

/**
 * 統合: its work goes to another section from a day on, and with it everyone who serves in it then. As this
 * gives them posts, it takes both permissions, and nobody moves themselves.
 */
export const mergeSection = (
  ctx: Ctx,
  id: DepartmentId,
  on: IsoDate,
  into: DepartmentId,
  reason: string,
) =>
  ctx.record(async (tx) => {
    mayChange(ctx, [id, into])
    const tree = await tied(tx)
    const made = accept(ending(tree, id, on))
    accept(freeSuccessor(tree, id, into, on))
    const moving = serving(await assignmentsOf(tx), id, on)
    const people = moving.map((a) => a.user)
    if (moving.length)
      for (const section of [id, into])
        accept(
          permit(workflow, 'assign', standing(ctx.actor, { people, sections: [section] }), nothing),
        )
    const facts: Fact[] = []
    for (const a of moving) facts.push(...(await carried(tx, ctx, a, into, on, reason)))
    return [undefined, ...(await succeeded(tx, made, into, on, reason)), ...facts]
  })

function freeSuccessor(
  tree: readonly Department[],
  id: DepartmentId,
  into: DepartmentId,
  on: IsoDate,
) {
  const next = periodOn(tree, into, on)
  return next && into !== id
    ? ({ ok: true, value: next } as const)
    : no({ kind: 'refused', reason: 'section-not-there', place: on })
}

/** Closes a department whose work another one takes over. */
export async function succeeded(
  tx: Writer,
  made: Turn,
  into: DepartmentId,
  on: IsoDate,
  reason: string,
): Promise<readonly [Fact, Fact]> {
  const { id } = made.closing
  const ended = await turned(tx, made, 'staff.department-ended', reason)
  await store.insertSuccession(tx, { from: id, to: into, on })
  const detail = { into, on }
  return [ended, { fact: 'staff.department-succeeded', subject: id, basis, detail }]
}

async function carried(
  tx: Writer,
  ctx: Ctx,
  a: Assignment,
  into: DepartmentId,
  on: IsoDate,
  reason: string,
): Promise<Fact[]> {
  const { basis: why } = workflow.assign
  if (a.from >= on)
    accept(no({ kind: 'refused', reason: 'changes-ahead', place: `${a.post} ${a.from}` }))
  await endAssignment(tx, a.id, { until: addDays(on, -1), by: ctx.actor.id, reason })
  const id = newId('asg')
  const madeBy = ctx.actor.id
  await insertAssignment(tx, { ...a, id, department: into, from: on, madeBy, reason })
  const at = { department: into, from: on, assignment: id }
  return [
    {
      fact: 'staff.assignment-ended',
      subject: a.user,
      basis: why,
      detail: { assignment: a.id, until: addDays(on, -1) },
    },
    { fact: 'staff.assigned', subject: a.user, basis: why, detail: at },
  ]
}

/** 取りやめ: a change that is decided but has not come takes place no more, and what was goes on. */
export const withdrawChange = (ctx: Ctx, id: DepartmentId, from: IsoDate) =>
  ctx.record(async (tx) => {
    mayChange(ctx, [id])
    const tree = (await tied(tx)).filter((one) => one.id === id)
    const change = tree.find((one) => one.from === from)
    const before = tree.filter((one) => one.from < from).at(-1)
    if (!change || !before || from <= localDate(ctx.now))
      return accept(no({ kind: 'refused', reason: 'change-in-force', place: from }))
    await store.deletePeriod(tx, id, from)
    await store.setPeriodEnd(tx, id, before.from, change.until)
    const detail = { name: change.name, from }
    return [undefined, { fact: 'staff.department-change-withdrawn', subject: id, basis, detail }]
  })

async function tied(tx: Writer): Promise<readonly Department[]> {
  await store.lockOrganisation(tx)
  return store.allDepartments(tx)
}

/** Posts that run on past the day before. */
const serving = (all: readonly Assignment[], id: DepartmentId, on: IsoDate) =>
  all.filter((a) => a.department === id && (a.until === null || a.until >= on))

/** Writes a turn, and says what happened. */
export async function turned(
  tx: Writer,
  { closing, opening }: Turn,
  fact: Fact['fact'],
  endedReason = '',
): Promise<Fact> {
  const { id, from, until } = closing
  await store.setPeriodEnd(tx, id, from, until, endedReason)
  if (opening) await store.insertPeriod(tx, opening)
  const detail = opening ? { name: opening.name, from: opening.from } : { until }
  return { fact, subject: id, basis, detail }
}
