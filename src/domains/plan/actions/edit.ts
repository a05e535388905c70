import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { emptyContent, type ItemContent, type PlanItem } from '../item.ts'
import type {
  GroupId,
  ItemGroup,
  ItemId,
  LevelNames,
  Measure,
  MeasureId,
  Plan,
  PlanId,
  PlanText,
} from '../plan.ts'
import { changedFields, contentOf, type Merge, merge } from '../rules/content.ts'
import * as branches from '../store/branches.ts'
import * as plans from '../store/plans.ts'
import { insertLinks, linksInto } from '../store/threads.ts'
import * as store from '../store/tree.ts'
import { numbering, type PlanTree, placedItems } from '../tree.ts'
import { inPlan } from './act.ts'

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

export const addItem = (ctx: Ctx, id: PlanId, groupId: GroupId, content: Partial<ItemContent>) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, by, fact }) => {
    const tree = await store.treeOf(tx, plan)
    const { group } = groupIn(tree, groupId)
    const draft = newItem(plan, groupId, { ...emptyContent, ...content })
    await branches.insertItem(tx, draft, group.items.length, by)
    const codes = await renumber(tx, await store.treeOf(tx, plan))
    const item = { ...draft, code: codes.get(draft.id) ?? draft.code }
    return [item, fact('plan.item-added', item.id, { code: item.code })]
  })

export type Saved =
  | { readonly saved: PlanItem }
  | { readonly conflict: Merge; readonly current: PlanItem }

/**
 * Saves one item over the version from which its editor started. When somebody saved in between, nothing
 * is written: the answer holds both people's changes, for the editor to look at and save again.
 */
export async function saveItem(
  ctx: Ctx,
  id: ItemId,
  baseVersion: number,
  content: ItemContent,
): Promise<Saved> {
  const current = found(await store.itemById(ctx.db, id))
  if (current.version !== baseVersion) {
    const base = await store.revision(ctx.db, id, baseVersion)
    return { conflict: merge(base ?? contentOf(current), contentOf(current), content), current }
  }
  const fields = changedFields(current, content)
  if (!fields.length) return { saved: current }
  return againWhenStale(
    () => save(ctx, current, content, fields),
    () => saveItem(ctx, id, baseVersion, content),
  )
}

/** Somebody saved between our look and our write: look again, and now find the conflict. */
const againWhenStale = <T>(attempt: () => Promise<T>, again: () => Promise<T>) =>
  attempt().catch((thrown: unknown) => {
    if (thrown instanceof Refused && thrown.refusal.kind === 'stale') return again()
    throw thrown
  })

const save = (ctx: Ctx, current: PlanItem, content: ItemContent, fields: readonly string[]) =>
  inPlan(
    ctx,
    'editItem',
    current.planId,
    async ({ tx, by, fact }) => {
      const next = { ...current, ...content }
      await branches.updateItem(tx, next, by)
      const detail = { code: current.code, fields: fields.join(' ') }
      return [
        { saved: { ...next, version: current.version + 1 } } as Saved,
        fact('plan.item-changed', current.id, detail),
      ]
    },
    current,
  )

/** Moves an item one place up or down; past the end of its heading it goes on into the next one. */
export const moveItem = (ctx: Ctx, id: PlanId, itemId: ItemId, by: -1 | 1) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, fact }) => {
    const tree = await store.treeOf(tx, plan)
    const groups = tree.measures.flatMap((m) => m.groups)
    const at = groups.findIndex((g) => g.items.some((i) => i.id === itemId))
    const here = groups[at]
    if (!here) throw new Refused({ kind: 'not-found' })
    const place = here.items.findIndex((i) => i.id === itemId) + by
    const next = groups[at + by]
    if (place >= 0 && place < here.items.length)
      await reorder(tx, here.id, shifted(here.items, itemId, by))
    else if (next) {
      const item = here.items[place - by] as PlanItem
      await reorder(tx, next.id, by > 0 ? [item, ...next.items] : [...next.items, item])
    }
    await renumber(tx, await store.treeOf(tx, plan))
    return [undefined, fact('plan.item-moved', itemId, { by })]
  })

/** Puts an item before another of any heading, or at the end of a heading: what dragging does. */
export const dropItem = (ctx: Ctx, id: PlanId, itemId: ItemId, groupId: GroupId, at: number) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, fact }) => {
    const tree = await store.treeOf(tx, plan)
    const { group } = groupIn(tree, groupId)
    const item = itemIn(tree, itemId)
    const rest = group.items.filter((i) => i.id !== itemId)
    await reorder(tx, groupId, [...rest.slice(0, at), item, ...rest.slice(at)])
    await renumber(tx, await store.treeOf(tx, plan))
    return [undefined, fact('plan.item-moved', itemId, { group: groupId, at })]
  })

/** Takes an item out of the draft. What came from last year ends with a reason, and is never just gone. */
export const removeItem = (ctx: Ctx, id: PlanId, itemId: ItemId, reason: string) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, fact }) => {
    const item = itemIn(await store.treeOf(tx, plan), itemId)
    const links = await linksInto(tx, id)
    const orphaned = links.filter(
      (l) => l.to === itemId && l.from && !links.some((o) => o.from === l.from && o.to !== itemId),
    )
    if (orphaned.length && !reason)
      accept(no({ kind: 'refused', reason: 'reason-needed', place: item.code }))
    await branches.removeItem(tx, itemId)
    await insertLinks(
      tx,
      orphaned.map((l) => ({ ...l, to: null, relation: 'ended' as const, reason })),
    )
    await renumber(tx, await store.treeOf(tx, plan))
    return [undefined, fact('plan.item-removed', itemId, { code: item.code, title: item.title })]
  })

/** One change to many items at once; a fact for each item that really changes. */
export const bulkEdit = (
  ctx: Ctx,
  id: PlanId,
  itemIds: readonly string[],
  change: (item: PlanItem) => Partial<ItemContent>,
) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, by, fact }) => {
    const items = placedItems(await store.treeOf(tx, plan)).map((p) => p.item)
    const facts = []
    for (const item of items.filter((i) => itemIds.includes(i.id))) {
      const next = { ...item, ...change(item) }
      const fields = changedFields(item, next)
      if (!fields.length) continue
      await branches.updateItem(tx, next, by)
      facts.push(fact('plan.item-changed', item.id, { code: item.code, fields: fields.join(' ') }))
    }
    const [first, ...rest] = facts
    if (!first) throw new Refused({ kind: 'refused', reason: 'nothing-to-change' })
    return [facts.length, first, ...rest]
  })

export const newItem = (plan: Plan, groupId: GroupId, content: ItemContent): PlanItem => ({
  id: newId('itm'),
  version: 1,
  planId: plan.id,
  groupId,
  code: `new-${newId('cod').slice(4, 14)}`,
  ...content,
})

/** Gives every item the number of its place; the order is the truth, the number follows. */
export async function renumber(tx: Writer, tree: PlanTree): Promise<ReadonlyMap<string, string>> {
  const codes = numbering(tree.measures)
  for (const { group, item } of placedItems(tree)) {
    const code = codes.get(item.id) ?? item.code
    if (code !== item.code)
      await branches.placeItem(tx, item.id, {
        groupId: group.id,
        position: group.items.indexOf(item),
        code,
      })
  }
  return codes
}

async function reorder(tx: Writer, groupId: GroupId, items: readonly PlanItem[]) {
  for (const [position, item] of items.entries())
    await branches.placeItem(tx, item.id, { groupId, position, code: item.code })
}

async function renumberMeasures(tx: Writer, measures: readonly Measure[]) {
  for (const [at, measure] of measures.entries())
    if (measure.number !== at + 1) await branches.updateMeasure(tx, { ...measure, number: at + 1 })
}

function shifted<T extends { readonly id: string }>(list: readonly T[], id: string, by: -1 | 1) {
  const next = [...list]
  const at = next.findIndex((one) => one.id === id)
  const [one] = next.splice(at, 1)
  if (at < 0 || !one) throw new Refused({ kind: 'not-found' })
  next.splice(Math.max(0, at + by), 0, one)
  return next
}

const measureIn = (tree: PlanTree, id: MeasureId) => found(tree.measures.find((m) => m.id === id))
function groupIn(tree: PlanTree, id: GroupId) {
  const measure = found(tree.measures.find((m) => m.groups.some((g) => g.id === id)))
  return { measure, group: found(measure.groups.find((g) => g.id === id)) }
}

const itemIn = (tree: PlanTree, id: ItemId): PlanItem =>
  found(placedItems(tree).find((p) => p.item.id === id)).item
