import { changed, same, type Merge as ThreeWay, threeWay } from '#platform/merge.ts'
import { type ContentField, contentFields, type ItemContent, type PlanItem } from '../item.ts'

/** Who answers within the city hall is not for print: names change every April. */
const internalFields: readonly ContentField[] = ['owner', 'deputy']

export type PublicItem = Omit<PlanItem, 'owner' | 'deputy'>

export function toPublic({ owner: _owner, deputy: _deputy, ...item }: PlanItem): PublicItem {
  return item
}

export { same }

export const isPublicField = (field: ContentField) => !internalFields.includes(field)

export function contentOf(item: ItemContent): ItemContent {
  return Object.fromEntries(contentFields.map((f) => [f, item[f]])) as unknown as ItemContent
}

export const changedFields = (before: ItemContent, after: ItemContent): ContentField[] =>
  changed<ItemContent, ContentField>(contentFields, before, after)

export type Merge = ThreeWay<ItemContent, ContentField>

/** Two people's edits of one item, field by field: what both changed has to be chosen. */
export function merge(base: ItemContent, theirs: ItemContent, mine: ItemContent): Merge {
  const found = threeWay(contentFields, base, theirs, mine)
  return { ...found, merged: contentOf(found.merged) }
}
