import type { PlanItem } from './item.ts'
import type { ItemGroup, Measure, Plan } from './plan.ts'

/** A plan with all that stands under it, in the order of print. */
export interface PlanTree {
  readonly plan: Plan
  readonly measures: readonly MeasureTree[]
}
export interface MeasureTree extends Measure {
  readonly groups: readonly GroupTree[]
}
export interface GroupTree extends ItemGroup {
  readonly items: readonly PlanItem[]
}

/** One item with what stands above it. */
export interface Placed {
  readonly measure: MeasureTree
  readonly group: GroupTree
  readonly item: PlanItem
}

export const placedItems = (tree: PlanTree): readonly Placed[] =>
  tree.measures.flatMap((measure) =>
    measure.groups.flatMap((group) => group.items.map((item) => ({ measure, group, item }))),
  )

export const itemsOf = (tree: PlanTree): readonly PlanItem[] =>
  placedItems(tree).map(({ item }) => item)

/** 1-3: the measure's number, and the item's place among all items of the measure. */
export function numbering(
  measures: readonly {
    readonly number: number
    readonly groups: readonly { readonly items: readonly { readonly id: string }[] }[]
  }[],
): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  for (const { number, groups } of measures)
    groups
      .flatMap((g) => g.items)
      .forEach((item, at) => {
        codes.set(item.id, `${number}-${at + 1}`)
      })
  return codes
}
