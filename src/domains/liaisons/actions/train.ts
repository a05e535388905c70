import { post } from '#domains/notices/index.ts'
import { fiscalYearOf, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { invited } from '../kinds.ts'
import type { Attendance, Training, TrainingId } from '../liaison.ts'
import { coming, serves } from '../rules/year.ts'
import { appointments } from '../store/appointments.ts'
import * as store from '../store/trainings.ts'
import { urls } from '../urls.ts'
import { type LiaisonAction, standing, workflow } from '../workflow.ts'
import { settleTraining } from './duties.ts'

export type TrainingText = Pick<Training, 'title' | 'level' | 'heldOn' | 'place' | 'materials'>

export async function planTraining(ctx: Ctx, text: TrainingText): Promise<Training> {
  accept(permit(workflow, 'planTraining', standing(ctx.actor), nothing))
  const training: Training = {
    id: newId('trn'),
    version: 1,
    fiscalYear: fiscalYearOf(text.heldOn),
    state: 'planned',
    reason: '',
    ...text,
  }
  return ctx.record(async (tx) => {
    await store.insertTraining(tx, training)
    return [training, factOf('liaison.training-planned', 'planTraining', training)]
  })
}

export const editTraining = (ctx: Ctx, id: TrainingId, text: TrainingText) =>
  onTraining(ctx, 'editTraining', id, 'liaison.training-changed', async (_tx, training) => ({
    ...training,
    ...text,
    fiscalYear: fiscalYearOf(text.heldOn),
  }))

export const cancelTraining = (ctx: Ctx, id: TrainingId, reason: string) =>
  onTraining(ctx, 'cancelTraining', id, 'liaison.training-cancelled', async (_tx, training) => {
    if (!reason.trim()) accept(no({ kind: 'refused', reason: 'reason-needed' }))
    return { ...training, state: 'cancelled', reason }
  })

/** Invites everyone who is a liaison on the day of the training; who was invited stays invited. */
export const invite = (ctx: Ctx, id: TrainingId) =>
  onTraining(ctx, 'invite', id, 'liaison.training-invited', async (tx, training) => {
    const known = await store.attendance(tx, { training: id })
    const all = await appointments(tx, training.fiscalYear)
    const today = localDate(ctx.now)
    const fresh = all
      .filter((a) => serves(a, training.heldOn) || (coming(a, today) && serves(a, training.heldOn)))
      .flatMap((a) => (a.user ? [{ user: a.user, department: a.department }] : []))
      .filter((a) => !known.some((k) => k.user === a.user))
    for (const { user, department } of fresh)
      await store.saveAttendance(tx, blank(id, user, department))
    await post(tx, ctx, invited, {
      to: fresh.map((a) => a.user as `per_${string}`),
      thing: id,
      path: urls.training(id),
      said: { title: training.title, on: training.heldOn, place: training.place },
      key: `liaisons.invited:${id}:${training.version}`,
    })
    return training
  })

/** Who was there, of those invited. The section of whoever was there has done its duty. */
export async function markAttendance(
  ctx: Ctx,
  id: TrainingId,
  present: readonly string[],
): Promise<Training> {
  return ctx.record(async (tx) => {
    const training = found(await store.trainingById(tx, id))
    accept(permit(workflow, 'markAttendance', standing(ctx.actor), training))
    if (training.heldOn > localDate(ctx.now)) accept(no({ kind: 'refused', reason: 'not-yet' }))
    const known = await store.attendance(tx, { training: id })
    const settled: Fact[] = []
    for (const a of known) {
      const came = present.includes(a.user)
      const report = came ? {} : { report: '', reportedOn: null }
      await store.saveAttendance(tx, { ...a, ...report, state: came ? 'attended' : 'absent' })
      if (!came) continue
      const { fiscalYear, title } = training
      settled.push(...(await settleTraining(tx, ctx, a.department, fiscalYear, a.user, title)))
    }
    const held: Training = { ...training, state: 'held' }
    await store.updateTraining(tx, held)
    const fact = factOf('liaison.training-held', 'markAttendance', training)
    const detail = { invited: known.length, present: present.length }
    return [held, { ...fact, detail: { ...fact.detail, ...detail } }, ...settled]
  })
}

/** Two sentences by whoever was there: what stays, and what will be tried. */
export async function report(ctx: Ctx, id: TrainingId, text: string): Promise<void> {
  await ctx.record(async (tx) => {
    const training = found(await store.trainingById(tx, id))
    const own = (await store.attendance(tx, { training: id })).find((a) => a.user === ctx.actor.id)
    const attended = own?.state === 'attended'
    accept(permit(workflow, 'report', standing(ctx.actor, undefined, attended), training))
    const reportedOn = localDate(ctx.now)
    if (own) await store.saveAttendance(tx, { ...own, report: text, reportedOn })
    return [undefined, factOf('liaison.training-reported', 'report', training)]
  })
}

async function onTraining(
  ctx: Ctx,
  action: LiaisonAction,
  id: TrainingId,
  fact: Fact['fact'],
  change: (tx: Writer, training: Training) => Promise<Training>,
): Promise<Training> {
  return ctx.record(async (tx) => {
    const training = found(await store.trainingById(tx, id))
    accept(permit(workflow, action, standing(ctx.actor), training))
    const next = await change(tx, training)
    await store.updateTraining(tx, next)
    return [next, factOf(fact, action, training)]
  })
}

const blank = (training: TrainingId, user: string, department: string): Attendance => ({
  training,
  user,
  department,
  state: 'invited',
  report: '',
  reportedOn: null,
})

const factOf = (fact: Fact['fact'], action: LiaisonAction, training: Training): Fact => ({
  fact,
  subject: training.id,
  basis: workflow[action].basis,
  detail: { year: training.fiscalYear, on: training.heldOn },
})
