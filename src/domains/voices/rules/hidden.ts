/** A table of counts as it is known: one row a group (a district, an age band), one column an outcome. */
export interface CountTable {
  readonly rows: readonly (readonly number[])[]
  /** Columns that anybody can count elsewhere: what is published one by one. They are never hidden. */
  readonly open?: readonly number[]
}

/** The same as it may be public: null where a figure is hidden. The totals of the columns always stand. */
export interface HiddenTable {
  readonly rows: readonly (readonly (number | null)[])[]
  readonly rowTotals: readonly (number | null)[]
  readonly columnTotals: readonly number[]
  readonly total: number
}

/** One figure: it flows from the whole to a row (the row's total), or from a row to a column. */
interface Edge {
  readonly from: number
  readonly to: number
  readonly n: number
  /** Stands in any case, and so can hide nothing. */
  readonly stays: boolean
  hidden: boolean
}

/** A way along an edge: with it a figure grows, against it it shrinks; below nought no reader believes it. */
interface Step {
  readonly edge: Edge
  readonly to: number
}

const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)

function edgesOf({ rows, open = [] }: CountTable, smallest: number): readonly Edge[] {
  const small = (n: number) => n > 0 && n < smallest
  const column = (c: number) => 1 + rows.length + c
  return rows.flatMap((row, r) => [
    { from: 0, to: 1 + r, n: sum(row), stays: false, hidden: small(sum(row)) },
    ...row.map((n, c) => ({
      from: 1 + r,
      to: column(c),
      n,
      stays: open.includes(c),
      hidden: small(n) && !open.includes(c),
    })),
  ])
}

const stepsFrom = (edges: readonly Edge[], at: number): readonly Step[] =>
  edges.flatMap((edge) => {
    if (edge.stays) return []
    if (edge.from === at) return [{ edge, to: edge.to }]
    return edge.to === at && edge.n > 0 ? [{ edge, to: edge.from }] : []
  })

/** What it costs a reader to hide one more figure: little where it says little, most for a nought. */
const costOf = ({ hidden, n }: Edge) => (hidden ? 0 : n === 0 ? 1e9 : n + 1)

/** The cheapest way between two ends past one figure, as the figures on it; null where there is none. */
function wayAround(edges: readonly Edge[], start: number, end: number, past: Edge) {
  const best = new Map<number, { cost: number; way: readonly Edge[] }>([
    [start, { cost: 0, way: [] }],
  ])
  const done = new Set<number>()
  for (;;) {
    const next = [...best]
      .filter(([at]) => !done.has(at))
      .toSorted(([, a], [, b]) => a.cost - b.cost)[0]
    if (!next) return null
    const [at, { cost, way }] = next
    if (at === end) return { cost, way }
    done.add(at)
    for (const { edge, to } of stepsFrom(edges, at)) {
      const so = cost + costOf(edge)
      if (edge !== past && so < (best.get(to)?.cost ?? Infinity))
        best.set(to, { cost: so, way: [...way, edge] })
    }
  }
}

/** Another table of the same totals in which this figure differs: by growing, or by shrinking. */
function anotherWay(edges: readonly Edge[], edge: Edge) {
  const grown = wayAround(edges, edge.to, edge.from, edge)
  const shrunk = edge.n > 0 ? wayAround(edges, edge.from, edge.to, edge) : null
  return [grown, shrunk].flatMap((one) => (one ? [one] : [])).toSorted((a, b) => a.cost - b.cost)[0]
}

/**
 * 秘匿: figures from 1 to below `smallest` are hidden, and with each of them as many others as it takes that nobody
 * can work it out from the totals (complementary suppression). For every hidden figure there is another table, of
 * whole numbers from nought on, with the same visible figures, in which it differs: figures flow from the whole
 * through rows to columns, so such a table is a circle of hidden figures that can grow and shrink in turn. null where
 * no such table exists, as of a city with one district: then nothing of it can be shown.
 */
export function hideSmall(table: CountTable, smallest: number): HiddenTable | null {
  const edges = edgesOf(table, smallest)
  // From a column nothing flows on: so its total stands, whatever its figures do.
  for (let again = true; again; ) {
    again = false
    for (const edge of edges.filter(({ hidden }) => hidden)) {
      const way = anotherWay(edges, edge)
      if (!way) return null
      for (const one of way.way)
        if (!one.hidden) {
          one.hidden = true
          again = true
        }
    }
  }
  const width = table.rows[0]?.length ?? 0
  const shown = ({ n, hidden }: Edge) => (hidden ? null : n)
  const line = (r: number) => edges.slice(r * (width + 1), (r + 1) * (width + 1)).map(shown)
  return {
    rows: table.rows.map((_, r) => line(r).slice(1)),
    rowTotals: table.rows.map((_, r) => line(r)[0] ?? null),
    columnTotals: Array.from({ length: width }, (_, c) =>
      sum(table.rows.map((row) => row[c] ?? 0)),
    ),
    total: sum(table.rows.map(sum)),
  }
}
