import { addDays, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import type { News } from '../kinds.ts'
import type { FiscalYear, Locale, Plan, PlanId, PlanText } from '../plan.ts'
import * as rules from '../rules/decide.ts'
import * as store from '../store/plans.ts'
import { treeOf } from '../store/tree.ts'
import { defaultLevels, defaultTerms } from '../terms.ts'
import { type PlanAction, standing, workflow } from '../workflow.ts'
import { tellOfPlan } from './tell.ts'

/** Begins an empty plan for a fiscal year. Refused when that year has one already. */
export async function create(
  ctx: Ctx,
  fiscalYear: FiscalYear,
  head: Partial<PlanText> & Pick<PlanText, 'title'>,
): Promise<Plan> {
  accept(permit(workflow, 'create', standing(ctx.actor), nothing))
  return ctx.record(async (tx) => {
    if (await store.planOf(tx, fiscalYear))
      accept(no({ kind: 'refused', reason: 'year-exists', place: String(fiscalYear) }))
    return begin(ctx, tx, fiscalYear, head)
  })
}

/** An empty draft, written within a transaction that goes on. */
export async function begin(
  ctx: Ctx,
  tx: Writer,
  fiscalYear: FiscalYear,
  head: Partial<PlanText> & Pick<PlanText, 'title'>,
): Promise<readonly [Plan, Fact]> {
  const plan: Plan = {
    state: 'drafting',
    id: newId('pln'),
    version: 1,
    fiscalYear,
    subtitle: '',
    purpose: '',
    aim: '',
    ...head,
    goals: [],
    levels: defaultLevels,
    translations: {},
    authors: [ctx.actor.id],
    commentUntil: null,
  }
  await store.insertPlan(tx, plan)
  const { basis } = workflow.create
  return [plan, { fact: 'plan.created', subject: plan.id, basis, detail: { fiscalYear } }]
}

export const openComment = (ctx: Ctx, id: PlanId) =>
  act(ctx, 'openComment', id, (plan) =>
    rules.openComment(plan, addDays(localDate(ctx.now), defaultTerms.commentDays)),
  )

export const submit = (ctx: Ctx, id: PlanId) =>
  act(ctx, 'submit', id, async (plan, tx) => accept(rules.submit(plan, await treeOf(tx, plan))))

export const sendBack = (ctx: Ctx, id: PlanId, reason: string) =>
  act(ctx, 'sendBack', id, (plan) => rules.sendBack(plan, reason))

export const decide = (ctx: Ctx, id: PlanId) =>
  act(ctx, 'decide', id, (plan) => rules.decide(plan, ctx.actor.id, localDate(ctx.now)))

export const publish = (ctx: Ctx, id: PlanId) =>
  act(ctx, 'publish', id, (plan) => rules.publish(plan, localDate(ctx.now)))

export const start = (ctx: Ctx, id: PlanId) => act(ctx, 'start', id, rules.start)
export const reachMidterm = (ctx: Ctx, id: PlanId) =>
  act(ctx, 'reachMidterm', id, rules.reachMidterm)
export const beginClosing = (ctx: Ctx, id: PlanId) =>
  act(ctx, 'beginClosing', id, rules.beginClosing)
/**
 * What a plan still lacks before it counts as evaluated, in words, with the page where it can be mended. Those
 * who know stand on higher shelves: the shell passes them in.
 */
export interface Lacking {
  readonly text: string
  readonly code: string
  readonly path: string | null
}
export type MayEvaluate = (
  db: Reader,
  plan: Plan,
  now: Date,
  locale: Locale,
) => Promise<readonly Lacking[]>

/**
 * Refused with the first item that lacks something. Whoever knows what a year lacks is always asked: nobody
 * can close one without (doors use `evaluatePlan` of the judging, which asks by itself).
 */
export const evaluate = (ctx: Ctx, id: PlanId, mayEvaluate: MayEvaluate) =>
  act(ctx, 'evaluate', id, async (plan, tx) => {
    const [first] = await mayEvaluate(tx, plan, ctx.now, 'ja')
    if (first) accept(no({ kind: 'refused', reason: 'evaluation-incomplete', place: first.code }))
    return rules.evaluate(plan)
  })
export const archive = (ctx: Ctx, id: PlanId) => act(ctx, 'archive', id, rules.archive)

/** The steps that need no more than a yes; `sendBack` needs a reason as well, `evaluate` a year that lacks nothing. */
export const plainSteps = {
  openComment,
  submit,
  decide,
  publish,
  start,
  reachMidterm,
  beginClosing,
  archive,
} as const

/** What those who follow a plan are told of; the other steps concern the city hall. */
const newsOf: { readonly [A in PlanAction]?: News } = {
  openComment: 'comment',
  publish: 'published',
  evaluate: 'evaluated',
}

/** Every step of a plan's life goes: find, permit, decide, save, record. */
async function act<A extends PlanAction>(
  ctx: Ctx,
  action: A,
  id: PlanId,
  decide: (
    plan: rules.PlanFor<A>,
    tx: Parameters<typeof treeOf>[0],
  ) => rules.Decision | Promise<rules.Decision>,
): Promise<Plan> {
  return ctx.record(async (tx) => {
    const plan = found(await store.planById(tx, id))
    const ready = accept(permit(workflow, action, standing(ctx.actor, plan), plan))
    const decision = await decide(ready, tx)
    await store.updatePlan(tx, decision.plan)
    const news = newsOf[action]
    if (news) await tellOfPlan(tx, ctx, decision.plan, news)
    return [decision.plan, decision.fact]
  })
}

/** Refuses to show a draft to those who may not see it: to them it does not exist. */
export function readable(ctx: Ctx, plan: Plan | undefined): Plan {
  const { read, readDraft } = { read: 'read', readDraft: 'readDraft' } as const
  const stands = standing(ctx.actor, plan)
  const seen = found(plan)
  if (permit(workflow, read, stands, seen).ok || permit(workflow, readDraft, stands, seen).ok)
    return seen
  throw new Refused({ kind: 'not-found' })
}
