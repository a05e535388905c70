import type { ItemId } from '#domains/plan/index.ts'

export interface Division {
  readonly itemId: ItemId
  readonly userId: string
}

/**
 * 分担の案: each item goes to those of the committee who have the least so far and no interest in it, so that
 * nobody has more than one item above another. What is left to chance is left to the order of the list.
 */
export function divided(
  items: readonly ItemId[],
  members: readonly string[],
  least: number,
  recused: readonly Division[],
): readonly Division[] {
  const load = new Map(members.map((id) => [id, 0]))
  const out: Division[] = []
  for (const itemId of items) {
    const free = members.filter((m) => !recused.some((r) => r.itemId === itemId && r.userId === m))
    const chosen = free.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0)).slice(0, least)
    for (const userId of chosen) {
      load.set(userId, (load.get(userId) ?? 0) + 1)
      out.push({ itemId, userId })
    }
  }
  return out
}

/** Changes whenever the division does: whoever saves over another's is told. FNV-1a, for no one's secrecy. */
export function divisionMark(
  shares: readonly (Division & { readonly recused: unknown })[],
): string {
  const cells = shares.map((s) => `${s.itemId} ${s.userId} ${s.recused ? 'x' : ''}`).toSorted()
  let hash = 0x811c9dc5
  for (const char of cells.join('\n'))
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}
