import { readCsv, readPasted } from '#platform/csv.ts'
import { Refused } from '#platform/result.ts'
import { readWorkbook, type SheetCells, Unreadable } from '#platform/spreadsheet.ts'
import { storable } from '#platform/storable.ts'
import { readWord } from '#platform/word.ts'
import { sheetName } from '../workbook.ts'
import { readPlanJson } from './json.ts'
import { readScan } from './ocr.ts'
import type { Reading } from './sheet.ts'
import { readTable } from './table.ts'
import { readWordBlocks } from './word.ts'

/** The ways in. Which one it is follows from the file's name and its first bytes. */
export type Source = 'xlsx' | 'docx' | 'csv' | 'json' | 'scan' | 'pasted'

export interface Intake {
  readonly source: Source
  readonly reading: Reading
}

/**
 * Reads whatever a city has of its plan: workbook, Word file, CSV, JSON, or the raw text of a scan.
 * A file that is none of these is refused by name and reason; nothing is guessed from a broken one.
 */
export async function readFile(name: string, bytes: Uint8Array): Promise<Intake> {
  const { source, reading } = await read(name, bytes)
  return { source, reading: storableIn(reading) }
}

async function read(name: string, bytes: Uint8Array): Promise<Intake> {
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  try {
    if (ending === 'xlsx' || ending === 'xlsm' || ending === 'xls')
      return { source: 'xlsx', reading: readSheets(await readWorkbook(bytes)) }
    if (ending === 'docx' || ending === 'doc')
      return { source: 'docx', reading: readWordBlocks((await readWord(bytes)).blocks) }
    if (ending === 'json') return { source: 'json', reading: readPlanJson(parsed(bytes)) }
    if (ending === 'csv' || ending === 'tsv') return { source: 'csv', reading: readLines(bytes) }
    if (ending === 'txt' || ending === 'md')
      return { source: 'scan', reading: readScan(textOf(bytes)) }
  } catch (thrown) {
    if (thrown instanceof Unreadable)
      throw new Refused({ kind: 'refused', reason: `file-${thrown.reason}`, place: name })
    throw thrown
  }
  throw new Refused({ kind: 'refused', reason: 'file-other-kind', place: name })
}

/** Cells as Excel or Word put them on the clipboard, or the text of a scan typed into the same box. */
export function readText(text: string): Intake {
  const rows = readPasted(text)
  const table = readTable({
    place: (row, column) => `${rows[row]?.line ?? row + 1}行目 ${column + 1}列目`,
    rows: rows.map((row) => row.cells),
  })
  const isTable = !table.faults.some((f) => f.fault === 'missing-column')
  return isTable
    ? { source: 'pasted', reading: table }
    : { source: 'scan', reading: readScan(text) }
}

function readLines(bytes: Uint8Array): Reading {
  const { rows } = readCsv(bytes)
  return readTable({
    place: (row, column) => `${rows[row]?.line ?? row + 1}行目 ${column + 1}列目`,
    rows: rows.map((row) => row.cells),
  })
}

/** The sheet that Tomoni hands out, or else the first that has a table of items in it. */
function readSheets(sheets: readonly SheetCells[]): Reading {
  const seen = sheets.filter((sheet) => !sheet.hidden)
  const ours = seen.find((sheet) => sheet.name === sheetName)
  const readings = (ours ? [ours] : seen).map(readSheet)
  return (
    readings.find((r) => r.rows.length > 0) ??
    readings[0] ?? { head: {}, rows: [], questions: [], faults: [], fields: [] }
  )
}

function readSheet(sheet: SheetCells): Reading {
  const width = Math.max(
    0,
    ...sheet.rows.flatMap((row) => [...row.cells.keys()].map((letter) => columnNumber(letter))),
  )
  return readTable({
    place: (row, column) =>
      `シート「${sheet.name}」のセル${columnLetter(column)}${sheet.rows[row]?.row ?? row + 1}`,
    rows: sheet.rows.map((row) =>
      Array.from({ length: width }, (_, i) => row.cells.get(columnLetter(i))?.text ?? ''),
    ),
  })
}

/** A is 1, AA is 27. */
const columnNumber = (letter: string) =>
  [...letter].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0)

/** 0 is A, 26 is AA. */
export const columnLetter = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26)

/** A text in whichever Japanese encoding it was saved. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('shift_jis').decode(bytes)
  }
}

/** A file may spell out what no database keeps, such as \u0000 in JSON. */
const storableIn = (reading: Reading): Reading =>
  JSON.parse(JSON.stringify(reading), (_key, value: unknown) =>
    typeof value === 'string' ? storable(value) : value,
  )

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes).replace(/^\ufeff/, ''))
  } catch (thrown) {
    const place = thrown instanceof Error ? thrown.message : ''
    throw new Refused({ kind: 'refused', reason: 'file-broken', place })
  }
}
