import { departmentsAdded } from '#domains/staff/index.ts'
import { eraFiscalYear } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { storable } from '#platform/storable.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { arrange } from '../intake/arrange.ts'
import { type Difference, difference } from '../intake/difference.ts'
import { applyAnswers } from '../intake/questions.ts'
import { rowsOf } from '../intake/rows.ts'
import { type Answers, isNote, type Reading } from '../intake/sheet.ts'
import type { Intake } from '../intake/sources.ts'
import type { FiscalYear, Plan } from '../plan.ts'
import * as store from '../store/intakes.ts'
import { planOf } from '../store/plans.ts'
import { treeOf } from '../store/tree.ts'
import { defaultTerms } from '../terms.ts'
import { standing, workflow } from '../workflow.ts'
import { onBench } from './act.ts'
import { begin } from './life.ts'
import { takeIn } from './take-in.ts'

const longestFileName = 200

/** Keeps what was handed in, so that its questions can be answered in peace. Nothing is in the plan yet. */
export async function receive(
  ctx: Ctx,
  fiscalYear: FiscalYear | null,
  fileName: string,
  { source, reading }: Intake,
  original: string | null,
): Promise<store.StoredIntake> {
  accept(permit(workflow, 'create', standing(ctx.actor), nothing))
  const year = fiscalYear ?? reading.head.fiscalYear
  if (!year) return accept(no({ kind: 'refused', reason: 'year-needed' }))
  const intake: store.StoredIntake = {
    id: newId('tak'),
    version: 1,
    fiscalYear: year,
    source,
    original,
    fileName: storable(fileName).slice(0, longestFileName),
    reading,
    answers: {},
    receivedAt: ctx.now,
    receivedBy: ctx.actor.id,
    acceptedAt: null,
  }
  return ctx.record(async (tx) => {
    await store.insertIntake(tx, intake)
    const detail = { source, rows: reading.rows.length, questions: reading.questions.length }
    return [
      intake,
      { fact: 'plan.intake-received', subject: intake.id, basis: workflow.takeIn.basis, detail },
    ]
  })
}

/** Keeps answers as they come; an empty one takes an earlier answer back. */
export const answer = (ctx: Ctx, id: store.IntakeId, answers: Answers) =>
  ctx.record(async (tx) => {
    accept(permit(workflow, 'create', standing(ctx.actor), nothing))
    const intake = found(await store.intakeById(tx, id))
    const merged = Object.fromEntries(
      Object.entries({ ...intake.answers, ...answers })
        .map(([key, text]) => [key, storable(text)] as const)
        .filter(([, text]) => text.trim() !== ''),
    )
    const next = { ...intake, answers: merged }
    await store.updateIntake(tx, next)
    const detail = { answered: Object.keys(merged).length }
    return [
      next,
      { fact: 'plan.intake-answered', subject: id, basis: workflow.takeIn.basis, detail },
    ]
  })

/** What an import would do to the plan of its year, without doing it. */
export async function preview(
  ctx: Ctx,
  fiscalYear: FiscalYear,
  reading: Reading,
  departments: readonly string[],
): Promise<Difference> {
  const plan = await planOf(ctx.db, fiscalYear)
  const current = plan ? rowsOf(await treeOf(ctx.db, plan)) : []
  const shown = difference(current, reading.rows, departments, reading.fields)
  // The order is the truth: rows that only wait for their number have not moved.
  return { ...shown, moved: difference(current, arrange(current, reading, false).rows, []).moved }
}

export interface Accepted {
  readonly plan: Plan
  readonly changes: number
}

/**
 * Takes a reading into the plan of its year, whole or not at all. Refused while a question is open or a
 * fault stands. Makes the plan when the year has none. The same input a second time changes nothing.
 */
export async function takeInReading(
  ctx: Ctx,
  fiscalYear: FiscalYear,
  reading: Reading,
  options: {
    readonly answers: Answers
    readonly removeMissing: boolean
    /** Departments that the organisation does not have are added to it. */
    readonly addDepartments?: boolean
  },
  intakeId?: store.IntakeId,
): Promise<Accepted> {
  const { reading: settled, open, invalid } = applyAnswers(reading, options.answers)
  const [wrong] = invalid
  const [fault] = settled.faults.filter((f) => !isNote(f))
  const [question] = open
  if (wrong) accept(no({ kind: 'refused', reason: `answer-${wrong.reason}`, place: wrong.key }))
  if (fault) accept(no({ kind: 'refused', reason: `fault-${fault.fault}`, place: fault.place }))
  if (question) accept(no({ kind: 'refused', reason: 'questions-open', place: question.key }))
  const changes = await ctx
    .record(async (tx) => {
      const known = await planOf(tx, fiscalYear)
      const [plan, ...created] = known
        ? ([known] as const)
        : await begin(ctx, tx, fiscalYear, firstHead(fiscalYear, settled))
      if (!known) accept(permit(workflow, 'create', standing(ctx.actor), nothing))
      const taken = await onBench(ctx, tx, 'takeIn', plan, (bench) =>
        takeIn(bench, settled, options.removeMissing),
      )
      const opened = options.addDepartments ? await unknownAdded(tx, ctx, settled) : []
      const closing = intakeId ? [await close(ctx, tx, intakeId, taken.length)] : []
      const [first, ...rest] = [...opened, ...created, ...taken, ...closing]
      if (!first) throw new Unchanged()
      return [created.length + taken.length, first, ...rest]
    })
    .catch((thrown: unknown) => {
      if (thrown instanceof Unchanged) return 0
      throw thrown
    })
  return { plan: found(await planOf(ctx.db, fiscalYear)), changes }
}

/** New offices go to the organisation; a name that stands for several is kept as such. */
async function unknownAdded(tx: Writer, ctx: Ctx, { rows }: Reading): Promise<readonly Fact[]> {
  const names = new Set(rows.flatMap((row) => row.content.departments))
  const { facts } = await departmentsAdded(
    tx,
    ctx,
    [...names].map((name) => ({
      name,
      kind: defaultTerms.collectiveDepartments.includes(name) ? 'collective' : 'section',
      translations: {},
    })),
  )
  return facts
}

async function close(ctx: Ctx, tx: Writer, id: store.IntakeId, changes: number): Promise<Fact> {
  const intake = found(await store.intakeById(tx, id))
  await store.updateIntake(tx, { ...intake, acceptedAt: ctx.now })
  const { basis } = workflow.takeIn
  return { fact: 'plan.intake-accepted', subject: id, basis, detail: { changes } }
}

const firstHead = (year: FiscalYear, { head }: Reading) => ({
  title: head.title || `${eraFiscalYear(year)}市民協働推進アクションプラン`,
})

/** Nothing differs: the transaction ends without a write, and so without a fact. */
class Unchanged extends Error {
  override name = 'Unchanged'
}

export const withdraw = (ctx: Ctx, id: store.IntakeId) =>
  ctx.record(async (tx) => {
    accept(permit(workflow, 'create', standing(ctx.actor), nothing))
    const intake = found(await store.intakeById(tx, id))
    if (intake.acceptedAt) throw new Refused({ kind: 'stale' })
    await store.updateIntake(tx, { ...intake, acceptedAt: ctx.now })
    return [undefined, { fact: 'plan.intake-withdrawn', subject: id, basis: workflow.takeIn.basis }]
  })
