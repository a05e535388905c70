import type { CellValue, MergeRange, Sheet } from 'hucre/xlsx'
import { colToLetter, readXlsx } from 'hucre/xlsx'
import type { ReadCell, ReadRow, SheetCells } from './contents.ts'
import { packed, unpacked } from './parcel.ts'
import { Unreadable } from './unreadable.ts'

/** Several times the largest plan; more would hold up the program when it is handed over. */
const mostCells = 200_000

export async function sheetsOf(
  bytes: Uint8Array,
  merged: 'filled' | 'first',
): Promise<readonly SheetCells[]> {
  const parcel = packed(unpacked(bytes, 'workbook'))
  const workbook = await readXlsx(parcel).catch((error: unknown) => {
    throw new Unreadable('broken', String(error))
  })
  const cells = workbook.sheets.reduce(
    (sum, sheet) => sheet.rows.reduce((all, row) => all + row.length, sum),
    0,
  )
  if (cells > mostCells) throw new Unreadable('too-large', `${cells} cells`)
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: rowsOf(sheet, merged),
    ...formulasIn(sheet),
  }))
}

function formulasIn({ cells }: Sheet): Pick<SheetCells, 'formulas'> {
  const formulas = [...(cells ?? [])].flatMap(([at, cell]) => {
    const [row = 0, column = 0] = at.split(',').map(Number)
    return cell.formula === undefined ? [] : [`${colToLetter(column)}${row + 1}`]
  })
  return formulas.length ? { formulas } : {}
}

function rowsOf(sheet: Sheet, merged: 'filled' | 'first'): readonly ReadRow[] {
  const rows = new Map<number, Map<string, ReadCell>>()
  const put = (row: number, column: number, cell: ReadCell) => {
    const cells = rows.get(row) ?? new Map<string, ReadCell>()
    cells.set(colToLetter(column), cell)
    rows.set(row, cells)
  }
  for (const [row, values] of sheet.rows.entries()) {
    for (const [column, value] of values.entries()) {
      const cell = read(value, sheet.cells?.get(`${row},${column}`)?.type)
      if (cell) put(row, column, cell)
    }
  }
  for (const range of sheet.merges ?? []) {
    const cell = rows.get(range.startRow)?.get(colToLetter(range.startCol))
    for (const [row, column] of covered(sheet, range)) {
      if (cell && merged === 'filled') put(row, column, cell)
      else rows.get(row)?.delete(colToLetter(column))
    }
  }
  return [...rows]
    .filter(([, cells]) => cells.size > 0)
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({ row: row + 1, cells: inOrder(cells) }))
}

/** All but the first place, and only as far as there is content: a whole column may be merged. */
function* covered(sheet: Sheet, range: MergeRange): Generator<readonly [number, number]> {
  const bottom = Math.min(range.endRow, sheet.rows.length - 1)
  const right = Math.min(range.endCol, (sheet.rows[range.startRow]?.length ?? 0) - 1)
  for (let row = range.startRow; row <= bottom; row++) {
    for (let column = range.startCol; column <= right; column++) {
      if (row !== range.startRow || column !== range.startCol) yield [row, column]
    }
  }
}

const inOrder = (cells: ReadonlyMap<string, ReadCell>) =>
  new Map([...cells].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)))

function read(value: CellValue | undefined, type: string | undefined): ReadCell | undefined {
  if (value === null || value === undefined) return undefined
  if (value instanceof Date) return { text: moment(value), type: 'date' }
  if (typeof value === 'number') return { text: decimal(value), type: 'number' }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', type: 'boolean' }
  const text = value.replace(/\r\n?/g, '\n').trim()
  if (text === '') return undefined
  return { text, type: type === 'error' ? 'error' : 'text' }
}

/** Excel itself shows no more than 15 digits: 0.1 + 0.2 is 0.3 there. */
const digits = new Intl.NumberFormat('en', { useGrouping: false, maximumSignificantDigits: 15 })
const decimal = (value: number) => digits.format(value)

/** A day, a day with its time, or a time alone (Excel's days before 1900). */
function moment(value: Date): string {
  const [day = '', rest = ''] = value.toISOString().split('T')
  const time = rest.endsWith(':00.000Z') ? rest.slice(0, 5) : rest.slice(0, 8)
  if (value.getUTCFullYear() < 1900) return time
  return time === '00:00' ? day : `${day}T${time}`
}
