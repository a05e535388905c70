import { fieldOf } from './cells.ts'
import { type Column, type ColumnKey, readableColumns } from './columns.ts'
import type { InputFault, Question, Reading, Row, RowField } from './sheet.ts'
import { type Above, readTableRow } from './table-row.ts'

export { indicatorsIn, toTable } from './cells.ts'
export { columns, columnsFor } from './columns.ts'

/** A table of text cells, and how its places are called: 「シート『計画』のセルE7」, 「7行目 5列目」. */
export interface TableInput {
  /** Row and column count from 0, as in `rows`. */
  place(row: number, column: number): string
  readonly rows: readonly (readonly string[])[]
}

/** Rows above the head of a table (a title, instructions) are passed over, but not without end. */
const mostRowsAbove = 30

/**
 * Reads a table whose columns are named: workbook, CSV, pasted cells. Columns are found by their
 * Japanese or English name in any order; blank cells of measure and heading take what stands above
 * them, as merged cells come. What the table does not speak of is left out of `fields` and changes
 * nothing.
 */
export function readTable(input: TableInput): Reading {
  const head = findHead(input.rows)
  const place = (row: number, column = 0) => input.place(row, column)
  if (head < 0) {
    const fault = { place: place(0), fault: 'missing-column', found: '項目' } as const
    return { head: {}, rows: [], questions: [], faults: [fault], fields: [] }
  }
  const faults: InputFault[] = []
  const found = new Map<ColumnKey, number>()
  ;(input.rows[head] ?? []).forEach((label, at) => {
    if (!label.trim()) return
    const column = byLabel(label)
    if (!column) faults.push({ place: place(head, at), fault: 'unknown-column', found: label })
    else if (found.has(column.key)) {
      faults.push({ place: place(head, at), fault: 'duplicate-column', found: label })
    } else found.set(column.key, at)
  })
  const somewhere: readonly ColumnKey[] = ['measureTitle', 'measureNumber', 'code', 'id']
  if (!somewhere.some((key) => found.has(key))) {
    faults.push({ place: place(head), fault: 'missing-column', found: '施策' })
  }

  const rows: Row[] = []
  const questions: Question[] = []
  let above: Above = { measures: new Map(), measure: null, group: null }
  input.rows.slice(head + 1).forEach((cells, i) => {
    const at = head + 1 + i
    if (cells.every((cell) => !cell.trim()) || isHead(cells)) return
    const cell = (key: ColumnKey) => clean(cells[found.get(key) ?? -1])
    const where = (key: ColumnKey) => place(at, found.get(key) ?? 0)
    const read = readTableRow({ has: (key) => found.has(key), cell, where }, above)
    above = read.above
    faults.push(...read.faults)
    if (read.row) rows.push(read.row)
  })
  const numbered = numberRows(rows, faults)
  if (numbered.length === 0) {
    faults.push({ place: place(head), fault: 'nothing-found', found: '' })
  }
  for (const row of numbered) questions.push(...askBlanks(row, found))
  const fields = new Set<RowField>()
  for (const key of found.keys()) {
    const field = fieldOf(key)
    if (field) fields.add(field)
  }
  return { head: {}, rows: numbered, questions, faults, fields: [...fields] }
}

const clean = (cell: string | undefined) => (cell ?? '').replace(/\r\n?/g, '\n').trim()

/** 予算（円）, 予算(円) and 予算 (円) are one name; so are 4–6月, 4-6月 and ４～６月. */
const nameOf = (label: string) =>
  label
    .normalize('NFKC')
    .replace(/[\s*＊]/g, '')
    .replace(/(\d)[-‐‑–—−~〜ー](\d)/g, '$1-$2')
    .toLowerCase()

const columnsByName = new Map<string, Column>()
for (const column of readableColumns) {
  for (const name of [column.label.ja, column.label.en, column.key, ...column.also]) {
    if (!columnsByName.has(nameOf(name))) columnsByName.set(nameOf(name), column)
  }
}

const byLabel = (label: string): Column | undefined => columnsByName.get(nameOf(label))

const isHead = (cells: readonly string[]) => {
  const labels = cells.filter((cell) => cell.trim())
  return labels.length > 1 && labels.every((label) => byLabel(label))
}

/** The row that names most columns, the item's title among them. */
function findHead(rows: readonly (readonly string[])[]): number {
  let best = -1
  let most = 0
  rows.slice(0, mostRowsAbove).forEach((cells, at) => {
    const known = cells.map(byLabel).filter((column) => column !== undefined)
    if (known.length > most && known.some((column) => column.key === 'title')) {
      best = at
      most = known.length
    }
  })
  return best
}

/** Codes that were left blank are counted on, without taking one that stands elsewhere. */
function numberRows(rows: readonly Row[], faults: InputFault[]): Row[] {
  const codes = new Set<string>()
  const ids = new Set<string>()
  for (const row of rows) {
    if (row.code && codes.has(row.code)) {
      faults.push({ place: row.place, fault: 'duplicate-code', found: row.code })
    }
    if (row.id && ids.has(row.id)) {
      faults.push({ place: row.place, fault: 'duplicate-id', found: row.id })
    }
    if (row.code) codes.add(row.code)
    if (row.id) ids.add(row.id)
  }
  return rows.map((row) => {
    if (row.code) return row
    let count = 1
    while (codes.has(`${row.measure.number}-${count}`)) count += 1
    const code = `${row.measure.number}-${count}`
    codes.add(code)
    return { ...row, code }
  })
}

/** A blank mark or department is asked, if the table has the column at all. */
function askBlanks(row: Row, found: ReadonlyMap<ColumnKey, number>): Question[] {
  const { code, content, place } = row
  const original = [code, content.title, content.description].filter(Boolean).join('\t')
  const asked: Question[] = []
  if (found.has('lead') && content.lead === null) {
    const key = `lead:${code}`
    asked.push({ key, code, field: 'lead', reason: 'mark-missing', original, place, seen: '' })
  }
  if (found.has('departments') && content.departments.length === 0) {
    const reason = 'department-missing'
    const key = `departments:${code}`
    asked.push({ key, code, field: 'departments', reason, original, place, seen: '' })
  }
  return asked
}
