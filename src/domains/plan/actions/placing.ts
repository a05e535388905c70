import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import { found, Refused } from '#platform/result.ts'
import type { ItemContent, PlanItem } from '../item.ts'
import type { GroupId, ItemId, Measure, MeasureId, Plan } from '../plan.ts'
import * as branches from '../store/branches.ts'
import { numbering, type PlanTree, placedItems } from '../tree.ts'

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

export async function reorder(tx: Writer, groupId: GroupId, items: readonly PlanItem[]) {
  for (const [position, item] of items.entries())
    await branches.placeItem(tx, item.id, { groupId, position, code: item.code })
}

export async function renumberMeasures(tx: Writer, measures: readonly Measure[]) {
  for (const [at, measure] of measures.entries())
    if (measure.number !== at + 1) await branches.updateMeasure(tx, { ...measure, number: at + 1 })
}

export function shifted<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  by: -1 | 1,
) {
  const next = [...list]
  const at = next.findIndex((one) => one.id === id)
  const [one] = next.splice(at, 1)
  if (at < 0 || !one) throw new Refused({ kind: 'not-found' })
  next.splice(Math.max(0, at + by), 0, one)
  return next
}

export const measureIn = (tree: PlanTree, id: MeasureId) =>
  found(tree.measures.find((m) => m.id === id))

export function groupIn(tree: PlanTree, id: GroupId) {
  const measure = found(tree.measures.find((m) => m.groups.some((g) => g.id === id)))
  return { measure, group: found(measure.groups.find((g) => g.id === id)) }
}

export const itemIn = (tree: PlanTree, id: ItemId): PlanItem =>
  found(placedItems(tree).find((p) => p.item.id === id)).item
