import {
  type AmendmentId,
  addItem,
  amendments,
  itemById,
  linksInto,
  openStates,
  type Plan,
  type PlanItem,
  type Prompts,
  placedItems,
  planById,
  plans,
  treeOf,
} from '#domains/plan/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import { accept, found, refuse } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import type { Committee, Follow, Remark, RemarkId } from '../judging.ts'
import { beginning, titleFrom } from '../rules/carry.ts'
import { committeeById } from '../store/committees.ts'
import { remarkById } from '../store/remarks.ts'
import { standing, workflow } from '../workflow.ts'
import { mustBeFresh, unitOf } from './act.ts'
import { aboutRemark, onRemark, type SeenRemark } from './answers.ts'

/** The next year's plan in which one can still write, for what a year's remarks are to become. */
export async function nextPlan(
  db: Reader,
  { fiscalYear }: Pick<Committee, 'fiscalYear'>,
): Promise<Plan | undefined> {
  const open: ReadonlySet<string> = new Set(openStates)
  const later = (await plans(db)).filter((p) => p.fiscalYear > fiscalYear && open.has(p.state))
  return later.toSorted((a, b) => a.fiscalYear - b.fiscalYear)[0]
}

/** What an answer led to, unless the change was withdrawn since: then it may lead elsewhere. */
export async function ledTo(
  db: Reader,
  { planId }: Pick<Committee, 'planId'>,
  { answer: { follow } }: Pick<Remark, 'answer'>,
): Promise<Follow | null> {
  if (follow?.kind !== 'amendment') return follow
  const change = (await amendments(db, planId)).find(({ id }) => id === follow.id)
  return change && !change.withdrawn ? follow : null
}

/**
 * 意見から次の年度へ: makes an item of the next year's plan from an adopted remark, beginning with its words,
 * where last year's item went; the answer points at it from now on. The plan itself decides who may add one.
 */
export async function becomeItem(
  ctx: Ctx,
  seen: SeenRemark,
): Promise<{ readonly plan: Plan; readonly item: PlanItem }> {
  const { remark, committee, item } = await carried(ctx, seen.id)
  mustBeFresh(seen.version, remark.version)
  const plan = (await nextPlan(ctx.db, committee)) ?? refuse('no-next-plan')
  const group = (await placeIn(ctx.db, plan, remark)) ?? refuse('no-next-plan')
  const made = await addItem(ctx, plan.id, group, {
    title: titleFrom(remark.text),
    description: beginning(remark),
    lead: item.lead,
    departments: item.departments.length ? item.departments : [remark.section],
  })
  await point(ctx, seen, { kind: 'item', id: made.id })
  return { plan, item: made }
}

/** Where the plan's own form of an amendment learns its first words, and tells what it became. */
export const remarkPrompts: Prompts = {
  async reason(ctx, from) {
    const remark = await remarkById(ctx.db, from)
    return remark && (await mayCarry(ctx, remark)) ? beginning(remark) : null
  },
  async became(ctx, from, amendment: AmendmentId) {
    const remark = await remarkById(ctx.db, from)
    if (remark && (await mayCarry(ctx, remark)))
      await point(ctx, remark, { kind: 'amendment', id: amendment })
  },
}

const point = (ctx: Ctx, seen: SeenRemark, follow: Follow) =>
  onRemark(ctx, 'carryOver', seen, 'judging.remark-carried', async (remark) => ({
    ...remark,
    answer: { ...remark.answer, follow },
  }))

/** Whether this person may lead this remark into a plan, and it still has to be led anywhere. */
export async function mayCarry(ctx: Ctx, remark: Remark): Promise<boolean> {
  const stands = standing(ctx.actor, aboutRemark(remark, await unitOf(ctx.db)))
  const committee = found(await committeeById(ctx.db, remark.committeeId))
  const { stance } = remark.answer
  return (
    permit(workflow, 'carryOver', stands, remark).ok &&
    (committee.state === 'answering' || committee.state === 'published') &&
    (stance === 'adopted' || stance === 'partly') &&
    (await ledTo(ctx.db, committee, remark)) === null
  )
}

async function carried(ctx: Ctx, id: RemarkId) {
  const remark = found(await remarkById(ctx.db, id))
  const stands = standing(ctx.actor, aboutRemark(remark, await unitOf(ctx.db)))
  accept(permit(workflow, 'carryOver', stands, remark))
  const committee = found(await committeeById(ctx.db, remark.committeeId))
  const { stance } = remark.answer
  if (stance !== 'adopted' && stance !== 'partly') refuse('answer-not-taken')
  if ((await ledTo(ctx.db, committee, remark)) !== null) refuse('has-followed')
  return { remark, committee, item: found(await itemById(ctx.db, remark.itemId)) }
}

/** Beside what last year's item became; else under the same measure; else under the first. */
async function placeIn(db: Reader, plan: Plan, { itemId }: Pick<Remark, 'itemId'>) {
  const tree = await treeOf(db, plan)
  const heir = (await linksInto(db, plan.id)).find(({ from }) => from === itemId)?.to
  const beside = placedItems(tree).find(({ item }) => item.id === heir)
  if (beside) return beside.group.id
  const item = found(await itemById(db, itemId))
  const home = found(await planById(db, item.planId))
  const number = placedItems(await treeOf(db, home)).find((p) => p.item.id === itemId)?.measure
  const same = tree.measures.find((measure) => measure.number === number?.number)
  return (same ?? tree.measures[0])?.groups[0]?.id
}
