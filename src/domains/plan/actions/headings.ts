import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, no, Refused } from '#platform/result.ts'
import type {
  GroupId,
  ItemGroup,
  LevelNames,
  Measure,
  MeasureId,
  Plan,
  PlanId,
  PlanText,
} from '../plan.ts'
import * as branches from '../store/branches.ts'
import * as plans from '../store/plans.ts'
import * as store from '../store/tree.ts'
import { inPlan } from './act.ts'
import { groupIn, measureIn, renumber, renumberMeasures, shifted } from './placing.ts'

type HeadInput = PlanText & {
  readonly goals: readonly string[]
  readonly levels: LevelNames
  readonly translations?: Plan['translations']
}

export const editHead = (ctx: Ctx, id: PlanId, version: number, head: HeadInput) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, fact }) => {
    if (plan.version !== version) throw new Refused({ kind: 'stale' })
    const next: Plan = { ...plan, ...head }
    await plans.updatePlan(tx, next)
    return [next, fact('plan.head-changed', id)]
  })

export const addMeasure = (ctx: Ctx, id: PlanId, title: string) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, fact }) => {
    const tree = await store.treeOf(tx, plan)
    const number = Math.max(0, ...tree.measures.map((m) => m.number)) + 1
    const measure: Measure = { id: newId('mea'), number, title, translations: {} }
    await branches.insertMeasure(tx, id, measure)
    return [measure, fact('plan.measure-added', measure.id, { number })]
  })

export const editMeasure = (
  ctx: Ctx,
  id: PlanId,
  measureId: MeasureId,
  input: Pick<Measure, 'title' | 'translations'>,
) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, fact }) => {
    const before = measureIn(await store.treeOf(tx, plan), measureId)
    const { groups: _groups, ...measure } = { ...before, ...input }
    await branches.updateMeasure(tx, measure)
    return [measure, fact('plan.measure-changed', measureId, { number: measure.number })]
  })

export const removeMeasure = (ctx: Ctx, id: PlanId, measureId: MeasureId) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, fact }) => {
    const tree = await store.treeOf(tx, plan)
    const gone = measureIn(tree, measureId)
    if (gone.groups.length) accept(no({ kind: 'refused', reason: 'not-empty', place: gone.title }))
    await branches.removeMeasure(tx, measureId)
    await renumberMeasures(
      tx,
      tree.measures.filter((m) => m.id !== measureId),
    )
    await renumber(tx, await store.treeOf(tx, plan))
    return [undefined, fact('plan.measure-removed', measureId, { title: gone.title })]
  })

/** Moves a measure one place up (-1) or down (+1); the numbers follow the order. */
export const moveMeasure = (ctx: Ctx, id: PlanId, measureId: MeasureId, by: -1 | 1) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, fact }) => {
    const tree = await store.treeOf(tx, plan)
    const moved = shifted(tree.measures, measureId, by)
    await renumberMeasures(tx, moved)
    await renumber(tx, await store.treeOf(tx, plan))
    return [undefined, fact('plan.measure-moved', measureId, { by })]
  })

export const addGroup = (
  ctx: Ctx,
  id: PlanId,
  measureId: MeasureId,
  input: Pick<ItemGroup, 'audience' | 'text'>,
) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, fact }) => {
    const measure = measureIn(await store.treeOf(tx, plan), measureId)
    const group: ItemGroup = { id: newId('grp'), measureId, ...input, translations: {} }
    await branches.insertGroup(tx, group, measure.groups.length)
    return [group, fact('plan.group-added', group.id, { measure: measure.number })]
  })

export const editGroup = (
  ctx: Ctx,
  id: PlanId,
  groupId: GroupId,
  input: Pick<ItemGroup, 'audience' | 'text' | 'translations'>,
) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, fact }) => {
    const { measure, group } = groupIn(await store.treeOf(tx, plan), groupId)
    const next: ItemGroup = { ...group, ...input }
    await branches.updateGroup(tx, next, measure.groups.indexOf(group))
    return [next, fact('plan.group-changed', groupId)]
  })

export const removeGroup = (ctx: Ctx, id: PlanId, groupId: GroupId) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, fact }) => {
    const { group } = groupIn(await store.treeOf(tx, plan), groupId)
    if (group.items.length) accept(no({ kind: 'refused', reason: 'not-empty', place: group.text }))
    await branches.removeGroup(tx, groupId)
    return [undefined, fact('plan.group-removed', groupId)]
  })

export const moveGroup = (ctx: Ctx, id: PlanId, groupId: GroupId, by: -1 | 1) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, fact }) => {
    const { measure } = groupIn(await store.treeOf(tx, plan), groupId)
    for (const [at, group] of shifted(measure.groups, groupId, by).entries())
      await branches.updateGroup(tx, group, at)
    await renumber(tx, await store.treeOf(tx, plan))
    return [undefined, fact('plan.group-moved', groupId, { by })]
  })
