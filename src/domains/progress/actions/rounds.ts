import {
  itemsOf,
  type PlanId,
  type PlanItem,
  planById,
  planTerms,
  treeOf,
} from '#domains/plan/index.ts'
import { addDays, fiscalYearStart, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { nothing, permit } from '#platform/workflow.ts'
import type { Period, Report, Round, RoundId, Scale, ScaleId } from '../progress.ts'
import { begunWith } from '../rules/report.ts'
import { roundDays } from '../rules/round.ts'
import { insertReport, reports } from '../store/reports.ts'
import * as store from '../store/rounds.ts'
import { insertScale, scaleById } from '../store/scales.ts'
import { saveTerms, termsOn } from '../store/terms.ts'
import type { ProgressTerms } from '../terms.ts'
import { type ProgressAction, standing, workflow } from '../workflow.ts'
import { tellAsked } from './tell.ts'

export type RoundText = Pick<Round, 'period' | 'scaleId' | 'opensOn' | 'dueOn' | 'note'>

const allowed = (ctx: Ctx, action: ProgressAction) =>
  accept(permit(workflow, action, standing(ctx.actor), nothing))

/** A scale as the city writes it, or takes over from a preset. */
export async function addScale(ctx: Ctx, scale: Omit<Scale, 'id'>): Promise<Scale> {
  allowed(ctx, 'setTerms')
  const made: Scale = { id: newId('scl'), ...scale }
  return ctx.record(async (tx) => {
    await insertScale(tx, made, { at: ctx.now, by: ctx.actor.id })
    const detail = { name: made.name, steps: made.steps.map(({ code }) => code).join(' ') }
    return [made, factOf('progress.scale-added', 'setTerms', made.id, detail)]
  })
}

export async function setTerms(ctx: Ctx, from: string, terms: ProgressTerms): Promise<void> {
  allowed(ctx, 'setTerms')
  await ctx.record(async (tx) => {
    await saveTerms(tx, from, terms, { at: ctx.now, actorId: ctx.actor.id })
    return [undefined, factOf('progress.terms-set', 'setTerms', from, { from })]
  })
}

/** One asking of a year; a year has one for each period. */
export async function planRound(ctx: Ctx, planId: PlanId, text: RoundText): Promise<Round> {
  allowed(ctx, 'planRound')
  return ctx.record(async (tx) => {
    const round = await insertFor(tx, planId, text)
    return [round, factOf('progress.round-planned', 'planRound', round.id, { ...dates(round) })]
  })
}

/** All periods of the year's terms that are not planned yet, each opening on the day after its period ends. */
export async function planYear(
  ctx: Ctx,
  planId: PlanId,
  scaleId: ScaleId,
): Promise<readonly Round[]> {
  allowed(ctx, 'planRound')
  return ctx.record(async (tx) => {
    const plan = found(await planById(tx, planId))
    const terms = await termsOn(tx, fiscalYearStart(plan.fiscalYear))
    const known = new Set((await store.rounds(tx, planId)).map(({ period }) => period))
    const made: Round[] = []
    for (const period of terms.periods.filter((one) => !known.has(one))) {
      const opensOn = roundDays(plan.fiscalYear, period)
      const dueOn = addDays(opensOn, terms.daysToReport)
      made.push(await insertFor(tx, planId, { period, scaleId, opensOn, dueOn, note: '' }))
    }
    const detail = { rounds: made.length }
    return [made, factOf('progress.year-planned', 'planRound', planId, detail)]
  })
}

export const editRound = (ctx: Ctx, id: RoundId, text: Omit<RoundText, 'period'>) =>
  onRound(ctx, 'editRound', id, 'progress.round-changed', async (_tx, round) => {
    // What was judged by one scale is not judged by another half way.
    if (round.state === 'open' && text.scaleId !== round.scaleId)
      accept(no({ kind: 'refused', reason: 'scale-fixed', place: 'scaleId' }))
    return soundRound({ ...round, ...text })
  })

/** Asks: a report of the city for each item, begun with what was said last. */
export const openRound = (ctx: Ctx, id: RoundId) =>
  onRound(ctx, 'openRound', id, 'progress.round-opened', async (tx, round) => {
    const plan = found(await planById(tx, round.planId))
    if (!askable.has(plan.state)) accept(no({ kind: 'refused', reason: 'plan-not-in-force' }))
    if (round.dueOn < localDate(ctx.now))
      accept(no({ kind: 'refused', reason: 'due-passed', place: 'dueOn' }))
    const scale = found(await scaleById(tx, round.scaleId))
    const { unit } = await siteProfile(tx)
    const items = itemsOf(await treeOf(tx, plan))
    const before = await cityReports(tx, items)
    const last = new Map(before.filter(saysAnything).map((one) => [one.itemId, one]))
    const askedLast = new Map(before.map((one) => [one.itemId, one.asked]))
    const made = items.map(
      (item): Report => ({
        id: newId('rpt'),
        version: 1,
        roundId: round.id,
        itemId: item.id,
        side: 'city',
        asked: answering(item, askedLast.get(item.id)) ?? unit.ja,
        state: 'requested',
        content: begunWith(item, last.get(item.id)?.content, scale),
        requestedAt: ctx.now,
      }),
    )
    for (const report of made) await insertReport(tx, report)
    await tellAsked(tx, ctx, round, made, items)
    return { ...round, state: 'open', opensOn: localDate(ctx.now) }
  })

export const closeRound = (ctx: Ctx, id: RoundId) =>
  onRound(ctx, 'closeRound', id, 'progress.round-closed', async (_tx, round) => ({
    ...round,
    state: 'closed',
  }))

/** 関係各部 and its like name everybody, and so nobody: the secretariat answers for such an item. */
const everybody: ReadonlySet<string> = new Set(planTerms.collectiveDepartments)

/** A plan is reported on from the day on which it is public and decided. */
const askable: ReadonlySet<string> = new Set(['published', 'in-progress', 'midterm', 'closing'])

/** The city's reports of these items, oldest first. */
async function cityReports(tx: Writer, items: readonly PlanItem[]): Promise<readonly Report[]> {
  const all = await reports(tx, { items: items.map(({ id }) => id) })
  return all.filter(({ side }) => side === 'city')
}

const saysAnything = ({ content }: Report) => content.value !== '' || content.result !== ''

/** Whom the plan names; where it names everybody too, or several, whoever was asked last time. */
function answering({ departments }: PlanItem, last: string | undefined): string | undefined {
  const named = departments.filter((one) => !everybody.has(one))
  const isOpen = named.length < departments.length
  const again = last !== undefined && (isOpen || named.includes(last))
  return again ? last : named[0]
}

async function insertFor(tx: Writer, planId: PlanId, text: RoundText): Promise<Round> {
  const plan = found(await planById(tx, planId))
  found(await scaleById(tx, text.scaleId))
  const known = await store.rounds(tx, planId)
  if (known.some(({ period }) => period === text.period))
    accept(no({ kind: 'refused', reason: 'round-exists', place: 'period' }))
  const { fiscalYear } = plan
  const base = { id: newId('rnd'), version: 1, planId, fiscalYear, state: 'planned' } as const
  const round = soundRound({ ...base, ...text })
  await store.insertRound(tx, round)
  return round
}

function soundRound(round: Round): Round {
  if (round.dueOn < round.opensOn)
    accept(no({ kind: 'refused', reason: 'due-before-opening', place: 'dueOn' }))
  return round
}

const dates = ({
  period,
  opensOn,
  dueOn,
}: Round): { period: Period; opens: string; due: string } => ({
  period,
  opens: opensOn,
  due: dueOn,
})

async function onRound(
  ctx: Ctx,
  action: ProgressAction,
  id: RoundId,
  fact: Fact['fact'],
  change: (tx: Writer, round: Round) => Promise<Round>,
): Promise<Round> {
  return ctx.record(async (tx) => {
    const round = found(await store.roundById(tx, id))
    accept(permit(workflow, action, standing(ctx.actor), round))
    const changed = await change(tx, round)
    await store.updateRound(tx, changed)
    return [
      { ...changed, version: round.version + 1 },
      factOf(fact, action, id, { ...dates(changed) }),
    ]
  })
}

const factOf = (
  fact: Fact['fact'],
  action: ProgressAction,
  subject: string,
  detail: NonNullable<Fact['detail']>,
): Fact => ({ fact, subject, basis: workflow[action].basis, detail })
