import { readCsv } from '#platform/csv.ts'
import { readWorkbook, Unreadable } from '#platform/spreadsheet.ts'
import { storable } from '#platform/storable.ts'

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** A workbook is a zip; anything else is read as text. */
const isWorkbook = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** The rows of a table as CSV or of a workbook's first sheet; undefined where it is neither. */
export async function rowsIn(bytes: Uint8Array): Promise<readonly Row[] | undefined> {
  try {
    if (!isWorkbook(bytes)) return readCsv(bytes).rows
    const sheet = (await readWorkbook(bytes)).find(({ hidden }) => !hidden)
    return sheet?.rows.map(({ row, cells }) => ({
      line: row,
      cells: inOrder(new Map([...cells].map(([letter, { text }]) => [letter, storable(text)]))),
    }))
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    return undefined
  }
}

/** A to Z: the list has four columns, and nobody keeps it beyond the 26th. */
const inOrder = (cells: ReadonlyMap<string, string>): readonly string[] =>
  Array.from({ length: 26 }, (_, i) => cells.get(String.fromCharCode(65 + i)) ?? '')
