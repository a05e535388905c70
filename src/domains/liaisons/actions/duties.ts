import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import type { Inventory, InventoryRow, Task, TaskId } from '../liaison.ts'
import * as store from '../store/tasks.ts'
import { type LiaisonAction, standing, workflow } from '../workflow.ts'
import { sectionOn } from './sections.ts'

/** What shows that a duty is done. */
export interface Shown {
  readonly note: string
  readonly count: number | null
  readonly link: string
  readonly file: Task['file']
}

/** A liaison says of a duty of the own section that it is done, and how; or says it better. */
export const record = (ctx: Ctx, id: TaskId, shown: Shown) =>
  onTask(ctx, 'record', id, 'liaison.duty-done', (task) => {
    if (task.proof === 'inventory' || task.proof === 'training')
      accept(no({ kind: 'refused', reason: 'shown-elsewhere' }))
    return { ...task, ...shown, file: shown.file ?? task.file, ...doneBy(ctx, ctx.actor.id) }
  })

/** 猶予・免除: the secretariat lets a section off, with the reason. */
export const excuse = (ctx: Ctx, id: TaskId, reason: string) =>
  onTask(ctx, 'excuse', id, 'liaison.duty-excused', (task) => {
    if (!reason.trim()) accept(no({ kind: 'refused', reason: 'reason-needed' }))
    return { ...task, state: 'excused', reason }
  })

export const reopen = (ctx: Ctx, id: TaskId) =>
  onTask(ctx, 'reopen', id, 'liaison.duty-reopened', (task) => ({
    ...task,
    state: 'open',
    doneOn: null,
    doneBy: null,
    reason: '',
    toldOn: null,
  }))

/** Another liaison answers for it from now on. What a hand-over itself shows is done with it. */
export async function handOnWithin(
  tx: Writer,
  ctx: Ctx,
  id: TaskId,
  to: string,
  how: string,
): Promise<Fact> {
  const task = await permitted(tx, ctx, 'handOn', id)
  const shows = task.proof === 'handover'
  const done = shows ? { note: how, ...doneBy(ctx, ctx.actor.id) } : {}
  await store.updateTask(tx, { ...task, owner: to, ...done })
  return factOf(shows ? 'liaison.duty-done' : 'liaison.duty-handed-on', 'handOn', task)
}

/** Present at a training of the year: the duty is done, whoever had it. */
export async function settleTraining(
  tx: Writer,
  ctx: Ctx,
  department: string,
  year: number,
  user: string,
  note: string,
): Promise<Fact[]> {
  const list = await store.tasks(tx, year, department)
  const open = list.filter((t) => t.proof === 'training' && t.state === 'open')
  for (const task of open) await store.updateTask(tx, { ...task, note, ...doneBy(ctx, user) })
  return open.map((task) => factOf('liaison.duty-done', 'markAttendance', task))
}

/**
 * 業務の棚卸: saves the rows over the version from which they started. Handed in, the duty is done; the rows
 * may be put right afterwards.
 */
export async function saveInventory(
  ctx: Ctx,
  of: { readonly department: string; readonly fiscalYear: number; readonly version: number },
  rows: readonly InventoryRow[],
  handIn: boolean,
): Promise<Inventory> {
  return ctx.record(async (tx) => {
    const list = await store.tasks(tx, of.fiscalYear, of.department)
    const { id } = found(list.find((t) => t.proof === 'inventory'))
    const task = await permitted(tx, ctx, 'saveInventory', id)
    if (handIn && !rows.length) accept(no({ kind: 'refused', reason: 'inventory-empty' }))
    const inventory = { ...of, rows, savedAt: ctx.now, savedBy: ctx.actor.id }
    await store.saveInventory(tx, inventory)
    const saved = { ...factOf('liaison.inventory-saved', 'saveInventory', task) }
    const said: Fact = { ...saved, detail: { ...saved.detail, rows: rows.length } }
    if (!handIn) return [inventory, said]
    accept(permit(workflow, 'record', await standingTo(tx, ctx, task), task))
    await store.updateTask(tx, { ...task, count: rows.length, ...doneBy(ctx, ctx.actor.id) })
    return [inventory, said, factOf('liaison.duty-done', 'record', task)]
  })
}

const doneBy = (ctx: Ctx, user: string) =>
  ({ state: 'done', doneOn: localDate(ctx.now), doneBy: user }) as const

async function onTask(
  ctx: Ctx,
  action: LiaisonAction,
  id: TaskId,
  fact: Fact['fact'],
  change: (task: Task) => Task,
): Promise<Task> {
  return ctx.record(async (tx) => {
    const task = await permitted(tx, ctx, action, id)
    const next = change(task)
    await store.updateTask(tx, next, ctx.actor.id)
    return [next, factOf(fact, action, task)]
  })
}

async function permitted(db: Reader, ctx: Ctx, action: LiaisonAction, id: TaskId): Promise<Task> {
  const task = found(await store.taskById(db, id))
  accept(permit(workflow, action, await standingTo(db, ctx, task), task))
  return task
}

async function standingTo(db: Reader, ctx: Ctx, task: Task) {
  return standing(ctx.actor, await sectionOn(db, task.department, localDate(ctx.now)))
}

const factOf = (fact: Fact['fact'], action: LiaisonAction, task: Task): Fact => ({
  fact,
  subject: task.id,
  basis: workflow[action].basis,
  detail: { section: task.department, year: task.fiscalYear, duty: task.kind },
})
