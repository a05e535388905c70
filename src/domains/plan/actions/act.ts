import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found } from '#platform/result.ts'
import { permit, type Ready } from '#platform/workflow.ts'
import type { Plan, PlanId } from '../plan.ts'
import * as store from '../store/plans.ts'
import { type PlanAction, standing, workflow } from '../workflow.ts'

export type Facts = readonly [first: Fact, ...rest: Fact[]]

/** What an editing step may use: the plan as read in the transaction, and who does it when. */
export interface Bench<A extends PlanAction> {
  readonly tx: Writer
  readonly plan: Ready<Plan, typeof workflow, A>
  readonly by: { readonly at: Date; readonly actorId: string }
  /** A fact of this action, with the action's own basis. */
  fact(name: Fact['fact'], subject: string, detail?: Fact['detail']): Fact
}

/**
 * Every change within a plan takes these steps in this order: find, permit, change, remember the author,
 * record. `item` narrows the question to one item, for those who may change only their own department's.
 */
export async function inPlan<A extends PlanAction, T>(
  ctx: Ctx,
  action: A,
  id: PlanId,
  change: (bench: Bench<A>) => Promise<readonly [T, ...Facts]>,
  item?: { readonly departments: readonly string[] },
): Promise<T> {
  return ctx.record(async (tx) => {
    const plan = found(await store.planById(tx, id))
    return onBench(ctx, tx, action, plan, change, item)
  })
}

/** The same for a plan that is at hand within a transaction. */
export async function onBench<A extends PlanAction, T>(
  ctx: Ctx,
  tx: Writer,
  action: A,
  plan: Plan,
  change: (bench: Bench<A>) => Promise<T>,
  item?: { readonly departments: readonly string[] },
): Promise<T> {
  const ready = accept(permit(workflow, action, standing(ctx.actor, plan, item), plan))
  const { basis } = workflow[action]
  const done = await change({
    tx,
    plan: ready,
    by: { at: ctx.now, actorId: ctx.actor.id },
    fact: (fact, subject, detail) => ({ fact, subject, basis, ...(detail && { detail }) }),
  })
  if (writes.has(action)) await store.addAuthor(tx, plan, ctx.actor.id)
  return done
}

/** Whoever takes one of these has written on the draft. */
const writes: ReadonlySet<PlanAction> = new Set(['edit', 'editItem', 'takeIn'])
