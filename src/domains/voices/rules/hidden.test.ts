import { expect, test } from 'vitest'
import { must } from '#platform/must.ts'
import { dice } from '#testing/dice.ts'
import { type HiddenTable, hideSmall } from './hidden.ts'

const smallest = 5

/** Every equation that a reader has: a row is its total, a column its total, the totals the whole. */
function equationsOf({ rows, rowTotals, columnTotals }: HiddenTable, truth: readonly number[][]) {
  const width = columnTotals.length
  const variables: { readonly name: string; readonly n: number }[] = []
  const at = new Map<string, number>()
  const name = (text: string, n: number, hidden: boolean) => {
    if (!hidden) return
    at.set(text, variables.length)
    variables.push({ name: text, n })
  }
  rows.forEach((row, r) => {
    const own = truth[r] ?? []
    name(
      `row ${r}`,
      own.reduce((a, b) => a + b, 0),
      rowTotals[r] === null,
    )
    row.forEach((n, c) => {
      name(`${r} ${c}`, own[c] ?? 0, n === null)
    })
  })
  const lines: number[][] = []
  const line = (parts: readonly (readonly [string, number])[]) => {
    const coefficients = variables.map(() => 0)
    for (const [text, sign] of parts) {
      const place = at.get(text)
      if (place !== undefined) coefficients[place] = sign
    }
    lines.push(coefficients)
  }
  rows.forEach((row, r) => {
    line([[`row ${r}`, -1], ...row.map((_, c) => [`${r} ${c}`, 1] as const)])
  })
  for (let c = 0; c < width; c += 1) line(rows.map((_, r) => [`${r} ${c}`, 1] as const))
  line(rows.map((_, r) => [`row ${r}`, 1] as const))
  return { variables, lines }
}

/** Gauss and Jordan: a variable is known when a line of the solved system speaks of it alone. */
function solved({ variables, lines }: ReturnType<typeof equationsOf>): readonly string[] {
  const all = lines.map((line) => [...line])
  let rank = 0
  for (let column = 0; column < variables.length; column += 1) {
    const pivot = all.findIndex((line, i) => i >= rank && Math.abs(line[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    const found = must(all[pivot], 'a line')
    all[pivot] = must(all[rank], 'a line')
    const by = found[column] ?? 1
    const unit = found.map((n) => n / by)
    all[rank] = unit
    all.forEach((line, i) => {
      const times = line[column] ?? 0
      if (i !== rank && Math.abs(times) > 1e-9)
        all[i] = line.map((n, j) => n - times * (unit[j] ?? 0))
    })
    rank += 1
  }
  return all.flatMap((line) => {
    const told = line.flatMap((n, i) => (Math.abs(n) > 1e-9 ? [i] : []))
    return told.length === 1 ? [variables[told[0] ?? 0]?.name ?? ''] : []
  })
}

const roll = dice(2012)
const random = (rows: number, columns: number, most: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => roll(most + 1)))

test('what is hidden cannot be solved for, whatever the table', () => {
  let hiddenOnes = 0
  for (let turn = 0; turn < 600; turn += 1) {
    const truth = random(2 + roll(7), 2 + roll(4), [2, 6, 12, 40][roll(4)] ?? 6)
    const open = roll(2) ? [0] : []
    const made = hideSmall({ rows: truth, open }, smallest)
    if (!made) continue
    const equations = equationsOf(made, truth)
    hiddenOnes += equations.variables.length
    expect(solved(equations), JSON.stringify(truth)).toEqual([])
    truth.forEach((row, r) => {
      row.forEach((n, c) => {
        const shown = made.rows[r]?.[c]
        if (shown !== null) expect(shown).toBe(n)
        if (n > 0 && n < smallest && !open.includes(c)) expect(shown).toBeNull()
        if (open.includes(c)) expect(shown).toBe(n)
      })
    })
  }
  expect(hiddenOnes).toBeGreaterThan(2000)
})

/** Every table of whole numbers that agrees with what is shown, tried out one by one. */
function possible({ rows, rowTotals, columnTotals }: HiddenTable): readonly number[][][] {
  const found: number[][][] = []
  const most = Math.max(...columnTotals)
  const fill = (so: number[][], r: number, c: number) => {
    if (r === rows.length) {
      if (columnTotals.every((n, at) => so.reduce((a, row) => a + (row[at] ?? 0), 0) === n))
        found.push(so.map((row) => [...row]))
      return
    }
    const row = so[r] ?? []
    if (c === columnTotals.length) {
      const total = rowTotals[r]
      if (total === null || total === undefined || row.reduce((a, b) => a + b, 0) === total)
        fill(so, r + 1, 0)
      return
    }
    const shown = rows[r]?.[c]
    const tried =
      shown === null || shown === undefined
        ? Array.from({ length: most + 1 }, (_, n) => n)
        : [shown]
    const others = so.reduce((a, other, at) => a + (at === r ? 0 : (other[c] ?? 0)), 0)
    for (const n of tried) {
      if (others + n > (columnTotals[c] ?? 0)) continue
      so[r] = [...row.slice(0, c), n]
      fill(so, r, c + 1)
    }
    so[r] = row.slice(0, c)
  }
  fill(
    rows.map(() => []),
    0,
    0,
  )
  return found
}

test('nor guessed by whoever knows that nobody is counted less than nought times', () => {
  let looked = 0
  for (let turn = 0; turn < 120; turn += 1) {
    const truth = random(2 + roll(2), 2, 4)
    const made = hideSmall({ rows: truth }, 3)
    if (!made) continue
    const all = possible(made)
    made.rows.forEach((row, r) => {
      row.forEach((n, c) => {
        if (n !== null) return
        looked += 1
        expect(new Set(all.map((one) => one[r]?.[c])).size, JSON.stringify(truth)).toBeGreaterThan(
          1,
        )
      })
    })
  }
  expect(looked).toBeGreaterThan(150)
})

test('a single group cannot hide: nothing of it is shown', () => {
  expect(hideSmall({ rows: [[3, 9]] }, smallest)).toBeNull()
})

test('a table of large figures stays as it is', () => {
  const made = hideSmall(
    {
      rows: [
        [6, 9],
        [0, 12],
      ],
    },
    smallest,
  )
  expect(made).toEqual({
    rows: [
      [6, 9],
      [0, 12],
    ],
    rowTotals: [15, 12],
    columnTotals: [6, 21],
    total: 27,
  })
})

test('the smallest figure that may be seen is seen, and the one below it is not', () => {
  const table = (n: number) =>
    hideSmall(
      {
        rows: [
          [n, 20],
          [30, 40],
          [50, 60],
        ],
      },
      5,
    )
  expect(table(5)?.rows[0]?.[0]).toBe(5)
  expect(table(4)?.rows[0]?.[0]).toBeNull()
  expect(table(0)?.rows[0]?.[0]).toBe(0)
})
