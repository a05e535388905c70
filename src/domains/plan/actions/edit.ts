import type { Ctx } from '#platform/context.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { emptyContent, type ItemContent, type PlanItem } from '../item.ts'
import type { GroupId, ItemId, PlanId } from '../plan.ts'
import { changedFields, contentOf, type Merge, merge } from '../rules/content.ts'
import * as branches from '../store/branches.ts'
import { insertLinks, linksInto } from '../store/threads.ts'
import * as store from '../store/tree.ts'
import { placedItems } from '../tree.ts'
import { inPlan } from './act.ts'
import { groupIn, itemIn, newItem, renumber, reorder, shifted } from './placing.ts'

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
    } else throw new Refused({ kind: 'refused', reason: 'nothing-to-change' })
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

/** What one change made of an item: enough to take exactly that change back. */
export interface Touched {
  readonly id: string
  /** The version that the change made. */
  readonly version: number
}

/** One change to many items at once; a fact for each item that really changes. */
export const bulkEdit = (
  ctx: Ctx,
  id: PlanId,
  itemIds: readonly string[],
  change: (item: PlanItem) => Partial<ItemContent>,
) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, by, fact }) => {
    const items = placedItems(await store.treeOf(tx, plan)).map((p) => p.item)
    const touched: Touched[] = []
    const facts = []
    for (const item of items.filter((i) => itemIds.includes(i.id))) {
      const next = { ...item, ...change(item) }
      const fields = changedFields(item, next)
      if (!fields.length) continue
      await branches.updateItem(tx, next, by)
      touched.push({ id: item.id, version: item.version + 1 })
      facts.push(fact('plan.item-changed', item.id, { code: item.code, fields: fields.join(' ') }))
    }
    const [first, ...rest] = facts
    if (!first) throw new Refused({ kind: 'refused', reason: 'nothing-to-change' })
    return [touched, first, ...rest]
  })

/**
 * Takes a bulk change back: each item says again what it said before it. What somebody has changed since
 * stays as they left it. Answers with how many items were taken back.
 */
export const undoBulk = (ctx: Ctx, id: PlanId, touched: readonly Touched[]) =>
  inPlan(ctx, 'edit', id, async ({ tx, plan, by, fact }) => {
    const items = placedItems(await store.treeOf(tx, plan)).map((p) => p.item)
    const facts = []
    for (const { id: itemId, version } of touched) {
      const item = items.find((i) => i.id === itemId && i.version === version)
      const before = item && (await store.revision(tx, item.id, version - 1))
      if (!item || !before) continue
      await branches.updateItem(tx, { ...item, ...before }, by)
      const fields = changedFields(item, { ...item, ...before }).join(' ')
      facts.push(fact('plan.item-changed', item.id, { code: item.code, fields, undone: version }))
    }
    const [first, ...rest] = facts
    if (!first) throw new Refused({ kind: 'refused', reason: 'nothing-to-change' })
    return [facts.length, first, ...rest]
  })
