/** Equal as people would say: object keys in any order, and what is empty is not there. */
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

export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

export const changed = <T extends object, F extends keyof T>(
  fields: readonly F[],
  before: Pick<T, F>,
  after: Pick<T, F>,
): F[] => fields.filter((field) => !same(before[field], after[field]))

export interface Merge<T, F extends keyof T> {
  /** Both people's changes; where both changed one field, mine. */
  readonly merged: T
  /** What the other person changed since `base`. */
  readonly theirChanges: readonly F[]
  /** Fields that both changed, differently: a person has to choose. */
  readonly conflicts: readonly F[]
}

/**
 * Three-way merge of two people's edits of one thing, field by field. Nothing of either is dropped: where
 * both changed the same field, `merged` holds mine and `conflicts` names it.
 */
export function threeWay<T extends object, F extends keyof T>(
  fields: readonly F[],
  base: T,
  theirs: T,
  mine: T,
): Merge<T, F> {
  const theirChanges = changed<T, F>(fields, base, theirs)
  const myChanges = changed<T, F>(fields, base, mine)
  const conflicts = theirChanges.filter(
    (field) => myChanges.includes(field) && !same(theirs[field], mine[field]),
  )
  const taken = Object.fromEntries(myChanges.map((field) => [field, mine[field]]))
  return { merged: { ...theirs, ...taken }, theirChanges, conflicts }
}
