import { groupBy } from '#platform/group.ts'
import { sameItem, takeOver } from './difference.ts'
import { match } from './matching.ts'
import type { Reading, Row } from './sheet.ts'

/** The rows of the plan as they will be, in their order; a row without an id is a new item. */
export interface Arrangement {
  readonly rows: readonly Row[]
  /** Items that the input no longer has; they stay unless somebody says that they go. */
  readonly missing: readonly Row[]
}

/**
 * Lays what comes in over what is there. A list of titles does not empty budgets, a part of a plan does
 * not remove the rest: what the input does not speak of stays as it is, and where it is.
 */
export function arrange(
  current: readonly Row[],
  reading: Reading,
  removeMissing: boolean,
): Arrangement {
  const { pairs, added, removed } = match(current, reading.rows, sameItem)
  const before = new Map(pairs.map((pair) => [pair.after, pair.before]))
  const incoming = reading.rows.map((row) => {
    const known = before.get(row)
    return known ? takeOver(known, row, reading.fields) : withoutId(row)
  })
  const kept = removeMissing ? [] : removed
  const rows = sorted([...incoming, ...kept])
  return { rows: added.length || removed.length || pairs.length ? rows : [], missing: removed }
}

/** An id of another plan names nothing here. */
const withoutId = ({ id: _id, ...row }: Row): Row => row

/** By measure, then by the number within it; rows that share a number keep their order. */
function sorted(rows: readonly Row[]): Row[] {
  const byMeasure = groupBy(rows, (row) => row.measure.number)
  return [...byMeasure]
    .sort(([a], [b]) => a - b)
    .flatMap(([, list]) => [...list].sort((a, b) => place(a) - place(b)))
}

const place = (row: Row) => Number(row.code.split('-').at(-1)) || Number.MAX_SAFE_INTEGER
