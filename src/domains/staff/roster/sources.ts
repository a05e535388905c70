import { readCsv } from '#platform/csv.ts'
import { Refused } from '#platform/result.ts'
import { readWorkbook, type SheetCells, Unreadable } from '#platform/spreadsheet.ts'
import { sheetName } from './columns.ts'
import type { RosterReading } from './sheet.ts'
import { readRosterTable } from './table.ts'

export interface RosterIntake {
  readonly source: 'xlsx' | 'csv'
  readonly reading: RosterReading
}

/** Reads a workbook or a CSV in any Japanese encoding. What is neither is refused by reason. */
export async function readRoster(
  name: string,
  bytes: Uint8Array,
  roleIds: ReadonlyMap<string, string>,
): Promise<RosterIntake> {
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  try {
    if (['xlsx', 'xlsm', 'xls'].includes(ending))
      return { source: 'xlsx', reading: readSheets(await readWorkbook(bytes), roleIds) }
    if (['csv', 'tsv', 'txt'].includes(ending)) {
      const { rows } = readCsv(bytes)
      const line = (row: number) => `${rows[row]?.line ?? row + 1}行目`
      const table = {
        rows: rows.map((row) => row.cells),
        line,
        cell: (row: number, column: number) => `${line(row)} ${column + 1}列目`,
        isFormula: () => false,
      }
      return { source: 'csv', reading: readRosterTable(table, roleIds) }
    }
  } catch (thrown) {
    if (thrown instanceof Unreadable)
      throw new Refused({ kind: 'refused', reason: `file-${thrown.reason}`, place: name })
    throw thrown
  }
  throw new Refused({ kind: 'refused', reason: 'file-other-kind', place: name })
}

/** The sheet that Tomoni hands out, or else the first one in which there is a roster. */
function readSheets(
  sheets: readonly SheetCells[],
  roleIds: ReadonlyMap<string, string>,
): RosterReading {
  const seen = sheets.filter((sheet) => !sheet.hidden)
  const ours = seen.find((sheet) => sheet.name === sheetName)
  const readings = (ours ? [ours] : seen).map((sheet) => readSheet(sheet, roleIds))
  return (
    readings.find((r) => r.rows.length > 0) ??
    readings[0] ?? {
      rows: [],
      faults: [{ place: '', fault: 'nothing-found', found: '' }],
      says: [],
    }
  )
}

function readSheet(sheet: SheetCells, roleIds: ReadonlyMap<string, string>): RosterReading {
  const letters = [...new Set(sheet.rows.flatMap((row) => [...row.cells.keys()]))].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  )
  const number = (row: number) => sheet.rows[row]?.row ?? row + 1
  const formulas = new Set(sheet.formulas)
  return readRosterTable(
    {
      rows: sheet.rows.map((row) => letters.map((letter) => row.cells.get(letter)?.text ?? '')),
      line: (row) => `シート「${sheet.name}」の${number(row)}行目`,
      cell: (row, column) => `シート「${sheet.name}」のセル${letters[column]}${number(row)}`,
      isFormula: (row, column) => formulas.has(`${letters[column]}${number(row)}`),
    },
    roleIds,
  )
}
