import { type ContentField, contentFields, type ItemContent, type PlanItem } from '../item.ts'

/** Who answers within the city hall is not for print: names change every April. */
const internalFields: readonly ContentField[] = ['owner', 'deputy']

export type PublicItem = Omit<PlanItem, 'owner' | 'deputy'>

export function toPublic({ owner: _owner, deputy: _deputy, ...item }: PlanItem): PublicItem {
  return item
}

export const isPublicField = (field: ContentField) => !internalFields.includes(field)

export function contentOf(item: ItemContent): ItemContent {
  return Object.fromEntries(contentFields.map((f) => [f, item[f]])) as unknown as ItemContent
}

/** Equal as people would say: object keys in any order, empty translations are none. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, v: unknown) =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(
          Object.entries(v)
            .filter(([, x]) => x !== '' && x !== undefined && canonical(x) !== '{}')
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : v,
  )

export const same = (a: unknown, b: unknown) => canonical(a) === canonical(b)

export const changedFields = (before: ItemContent, after: ItemContent): ContentField[] =>
  contentFields.filter((field) => !same(before[field], after[field]))

export interface Merge {
  /** What to show in the form: both people's changes; where both changed one field, mine. */
  readonly merged: ItemContent
  /** What the other person changed since `base`. */
  readonly theirChanges: readonly ContentField[]
  /** Fields that both changed, differently: a person has to choose. */
  readonly conflicts: readonly ContentField[]
}

/**
 * Three-way merge of two people's edits of one item, field by field. Nothing of either is dropped:
 * where both changed the same field, `merged` holds mine and `conflicts` names it.
 */
export function merge(base: ItemContent, theirs: ItemContent, mine: ItemContent): Merge {
  const theirChanges = changedFields(base, theirs)
  const myChanges = changedFields(base, mine)
  const conflicts = theirChanges.filter(
    (field) => myChanges.includes(field) && !same(theirs[field], mine[field]),
  )
  const merged = Object.fromEntries(
    contentFields.map((f) => [f, myChanges.includes(f) ? mine[f] : theirs[f]]),
  ) as unknown as ItemContent
  return { merged, theirChanges, conflicts }
}
