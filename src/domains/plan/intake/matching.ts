import type { Row } from './sheet.ts'

/** Two rows that are one item. */
export interface Pair {
  readonly before: Row
  readonly after: Row
}

export interface Matched {
  readonly pairs: readonly Pair[]
  readonly added: readonly Row[]
  readonly removed: readonly Row[]
}

export type Likeness = (before: Row, after: Row) => boolean

/** Above this two titles of the same number are taken for one item that was reworded. */
export const similarTitle = 0.5

/**
 * Finds the same items in two lists: each rule in turn, the surest first, takes what no rule
 * before it has taken, in the order of the plan. What no rule takes was added or removed.
 */
export function match(
  before: readonly Row[],
  after: readonly Row[],
  rules: readonly Likeness[],
): Matched {
  const free = new Set(before)
  const found = new Map<Row, Row>()
  for (const rule of rules) {
    for (const row of after) {
      if (found.has(row)) continue
      const same = [...free].find((one) => rule(one, row))
      if (same) {
        free.delete(same)
        found.set(row, same)
      }
    }
  }
  const pairs = after.flatMap((row) => {
    const same = found.get(row)
    return same ? [{ before: same, after: row }] : []
  })
  return { pairs, added: after.filter((row) => !found.has(row)), removed: [...free] }
}

/** Width, spaces and signs make no difference between two titles. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Sørensen–Dice over pairs of characters: 1 is the same text, 0 has nothing in common. */
export function similarity(one: string, other: string): number {
  const a = pairsOf(plainText(one))
  const b = pairsOf(plainText(other))
  if (a.length === 0 || b.length === 0) return plainText(one) === plainText(other) ? 1 : 0
  const left = new Map<string, number>()
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of b) {
    const count = left.get(pair) ?? 0
    if (count > 0) {
      shared += 1
      left.set(pair, count - 1)
    }
  }
  return (2 * shared) / (a.length + b.length)
}

function pairsOf(text: string): string[] {
  const chars = [...text]
  return chars.slice(1).map((char, i) => `${chars[i]}${char}`)
}
