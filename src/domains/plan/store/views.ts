import type { Reader } from '#platform/database.ts'
import { type Amendment, isInForce } from '../amendment.ts'
import { type Became, became, considerYears, type Threads } from '../follow.ts'
import { contentFields } from '../item.ts'
import type { FiscalYear, Plan, PlanId, PlanState } from '../plan.ts'
import { publicStates } from '../plan.ts'
import { isPublicField } from '../rules/content.ts'
import { itemsOf, type Placed, type PlanTree, placedItems } from '../tree.ts'
import { planOf, plans } from './plans.ts'
import { amendments, considerThreads, linksInto, threadsOf } from './threads.ts'
import { treeOf } from './tree.ts'

/** A year as the public sees it. Nothing in a state that is not public comes through here. */
export interface YearView {
  readonly tree: PlanTree
  /** Years in a row at 検討, by item id; only items that stand there. */
  readonly considerYears: ReadonlyMap<string, number>
}

/** The years that anyone may read, newest first. */
export async function publicPlans(db: Reader): Promise<Plan[]> {
  return (await plans(db)).filter((plan) => isPublic(plan.state))
}

export async function publicPlan(db: Reader, year: FiscalYear): Promise<Plan | undefined> {
  const plan = await planOf(db, year)
  return plan && isPublic(plan.state) ? plan : undefined
}

export async function yearView(
  db: Reader,
  plan: Plan,
  states: readonly PlanState[] = publicStates,
): Promise<YearView> {
  const tree = await treeOf(db, plan)
  const threads = await considerThreads(db, plan.id, states)
  return {
    tree,
    considerYears: new Map(itemsOf(tree).map((item) => [item.id, considerYears(threads, item.id)])),
  }
}

export interface ItemView {
  readonly plan: Plan
  readonly placed: Placed
  readonly previous: Placed | null
  readonly next: Placed | null
  readonly threads: Threads
  readonly considerYears: number
  /** In force, newest first. */
  readonly amendments: readonly Amendment[]
}

export async function itemView(
  db: Reader,
  tree: PlanTree,
  code: string,
  states: readonly PlanState[] = publicStates,
): Promise<ItemView | undefined> {
  const { plan } = tree
  const all = placedItems(tree)
  const at = all.findIndex((placed) => placed.item.code === code)
  const placed = all[at]
  if (!placed) return undefined
  const threads = await threadsOf(db, placed.item.id, states)
  const changes = await publicAmendments(db, plan.id)
  return {
    plan,
    placed,
    previous: all[at - 1] ?? null,
    next: all[at + 1] ?? null,
    threads,
    considerYears: considerYears(threads, placed.item.id),
    amendments: changes.filter((a) => a.itemId === placed.item.id),
  }
}

/** In force, newest first; a change of who answers within the city hall is nothing for print. */
export async function publicAmendments(db: Reader, planId: PlanId): Promise<Amendment[]> {
  const all = await amendments(db, planId)
  return all.filter(
    (a) => isInForce(a) && contentFields.some((f) => f in a.after && isPublicField(f)),
  )
}

export interface TwoYears {
  readonly from: PlanTree
  readonly to: PlanTree
  readonly lines: readonly Became[]
}

/** Two neighbouring years, item by item, joined by their threads. */
export async function twoYears(db: Reader, from: Plan, to: Plan): Promise<TwoYears> {
  const [before, after] = [await treeOf(db, from), await treeOf(db, to)]
  const links = await linksInto(db, to.id)
  return { from: before, to: after, lines: became(before, after, links) }
}

export const isPublic = (state: PlanState) => (publicStates as readonly PlanState[]).includes(state)
