/** A table of figures as it may be public: null where a figure is hidden. */
export interface HiddenTable {
  readonly rows: readonly (readonly (number | null)[])[]
  readonly rowTotals: readonly (number | null)[]
  readonly columnTotals: readonly (number | null)[]
  readonly total: number
}

const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)

/**
 * 秘匿: figures from 1 to below `smallest` are hidden, and with each of them as many others as it takes that nobody
 * can find it by subtracting from a total: a line with one hidden figure gets a second one, the smallest of those
 * above zero (complementary suppression). Totals stay: they are what a reader adds up to.
 */
export function hideSmall(table: readonly (readonly number[])[], smallest: number): HiddenTable {
  const height = table.length
  const width = table[0]?.length ?? 0
  const hidden = table.map((row) => row.map((n) => n > 0 && n < smallest))
  const valueAt = (r: number, c: number) => table[r]?.[c] ?? 0
  const isHidden = (r: number, c: number) => hidden[r]?.[c] ?? false
  const hide = (cells: readonly (readonly [number, number])[]) => {
    if (cells.filter(([r, c]) => isHidden(r, c)).length !== 1) return false
    const free = cells.filter(([r, c]) => !isHidden(r, c))
    // Zero hides nothing by itself, but where there is nothing else it has to.
    const partner = free.toSorted(
      ([a, b], [c, d]) =>
        Number(valueAt(a, b) === 0) - Number(valueAt(c, d) === 0) || valueAt(a, b) - valueAt(c, d),
    )[0]
    const row = partner && hidden[partner[0]]
    if (!partner || !row) return false
    row[partner[1]] = true
    return true
  }
  const rowCells = (r: number) => Array.from({ length: width }, (_, c) => [r, c] as const)
  const columnCells = (c: number) => Array.from({ length: height }, (_, r) => [r, c] as const)
  for (let changed = true; changed; ) {
    changed = false
    for (let r = 0; r < height; r += 1) changed = hide(rowCells(r)) || changed
    for (let c = 0; c < width; c += 1) changed = hide(columnCells(c)) || changed
  }
  return {
    rows: table.map((row, r) => row.map((n, c) => (isHidden(r, c) ? null : n))),
    rowTotals: table.map(sum),
    columnTotals: Array.from({ length: width }, (_, c) => sum(table.map((row) => row[c] ?? 0))),
    total: sum(table.map(sum)),
  }
}
