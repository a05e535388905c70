/** A sheet as it came: its rows as texts, by the letters of their columns. */
export interface PlainSheet {
  readonly name: string
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<string, string> }[]
}

export const tableReasons = ['no-column', 'no-rows', 'too-many-rows'] as const
export type TableReason = (typeof tableReasons)[number]

/** What has to be mended, by sheet and cell. */
export interface CellFault<Reason extends string> {
  readonly sheet: string
  readonly cell: string
  readonly reason: Reason | TableReason
  readonly found: string
}

export interface Reading<Row, Reason extends string> {
  readonly faults: readonly CellFault<Reason>[]
  readonly rows: readonly Row[]
}

/** The text of a cell of the row that is being read; nothing of it where the cell is empty. */
export type CellText<Key> = (key: Key) => string
export type MarkCell<Key, Reason> = (key: Key, reason: Reason) => void

export interface Reader<Key extends string, Row, Reason extends string> {
  /** How each column is called in the sheet. */
  readonly columns: Readonly<Record<Key, string>>
  readonly keys: readonly Key[]
  /** The column by which the head of the table is known. */
  readonly by: Key
  /** Null where the row cannot be one; why is marked at its cells. */
  readonly row: (text: CellText<Key>, fault: MarkCell<Key, Reason>) => Row | null
}

/** So many rows in one file: a survey of a whole city is several. */
export const mostRows = 2000
const mostFaults = 200

const clean = (text: string) => text.replace(/\r\n?/g, '\n').trim()

/** Reads the first sheet that has our columns. Nothing of it is taken in while one cell is wrong. */
export function readRows<Key extends string, Row, Reason extends string>(
  sheets: readonly PlainSheet[],
  { columns, keys, by, row: rowIn }: Reader<Key, Row, Reason>,
): Reading<Row, Reason> {
  const none = (faults: readonly CellFault<Reason>[]) => ({ faults, rows: [] })
  const has = ({ cells }: PlainSheet['rows'][number]) =>
    [...cells.values()].map(clean).includes(columns[by])
  const sheet = sheets.find(({ rows }) => rows.some(has))
  const head = sheet?.rows.find(has)
  const at = { sheet: sheet?.name ?? sheets[0]?.name ?? '', cell: '', found: '' }
  if (!sheet || !head) return none([{ ...at, reason: 'no-column', found: columns[by] }])
  const letters = new Map([...head.cells].map(([letter, text]) => [clean(text), letter]))
  const missing = keys.map((key) => columns[key]).filter((label) => !letters.has(label))
  if (missing.length) return none(missing.map((found) => ({ ...at, reason: 'no-column', found })))
  const rows = sheet.rows.filter(
    ({ row, cells }) => row > head.row && [...cells.values()].some((text) => clean(text)),
  )
  if (!rows.length) return none([{ ...at, reason: 'no-rows' }])
  if (rows.length > mostRows)
    return none([{ ...at, reason: 'too-many-rows', found: String(rows.length) }])
  const faults: CellFault<Reason>[] = []
  const read = rows.flatMap(({ row, cells }) => {
    const letterOf = (key: Key) => letters.get(columns[key]) ?? ''
    const text = (key: Key) => clean(cells.get(letterOf(key)) ?? '')
    const before = faults.length
    const fault = (key: Key, reason: Reason) => {
      const cell = `${letterOf(key)}${row}`
      if (faults.length < mostFaults)
        faults.push({ sheet: sheet.name, cell, reason, found: text(key) })
    }
    const one = rowIn(text, fault)
    return one && faults.length === before ? [one] : []
  })
  return { faults, rows: read }
}

/** The key of what was written, by its word; null for what the list does not offer. */
export function chosenIn<T extends string>(
  keys: readonly T[],
  names: Readonly<Record<string, string>>,
  typed: string,
): T | null {
  return keys.find((key) => names[key] === typed) ?? null
}
