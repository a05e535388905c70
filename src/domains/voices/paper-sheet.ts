import type { District } from '#domains/districts/index.ts'
import { districtNamed, districtsOn } from '#domains/districts/index.ts'
import { ageBands } from '#domains/residents/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { readCsv } from '#platform/csv.ts'
import { Refused } from '#platform/result.ts'
import { readWorkbook, type SheetColumn, Unreadable, writeWorkbook } from '#platform/spreadsheet.ts'
import { storable } from '#platform/storable.ts'
import { namesOf } from './messages/paper.ts'
import { ja } from './messages/paper-ja.ts'
import { paperChannels } from './paper.ts'
import type { PlainSheet } from './rules/rows.ts'
import { type SheetKey, type SheetWords, sheetKeys } from './rules/sheet.ts'
import { replyWays, senderKinds } from './voice.ts'

/** A sheet is filled in by the city's offices: in their words, and with the districts of that day. */
export function sheetWords(all: readonly District[], today: IsoDate): SheetWords {
  const { channels, ages } = namesOf({ locale: 'ja' })
  return {
    columns: { ...ja.fields, ...ja.columns },
    channels,
    ages,
    senders: ja.senders,
    replies: ja.replies,
    publish: ja.publish,
    districtNamed: (name) => districtNamed(districtsOn(all, today), name)?.id ?? null,
  }
}

const widths: Partial<Record<SheetKey, number>> = { text: 60, address: 40, place: 24, mail: 24 }

/** 様式: a row for each voice, with lists to choose from. */
export async function templateFile(
  all: readonly District[],
  { author, date }: { readonly author: string; readonly date: IsoDate },
): Promise<Uint8Array<ArrayBuffer>> {
  const words = sheetWords(all, date)
  const names = (keys: readonly string[], of: Readonly<Record<string, string>>) =>
    keys.map((key) => of[key] ?? key)
  const choices: Partial<Record<SheetKey, readonly string[]>> = {
    channel: names(paperChannels, words.channels),
    ageBand: names(ageBands, words.ages),
    sender: names(senderKinds, words.senders),
    replyBy: names(replyWays, words.replies),
    mayPublish: names(['yes', 'no'], words.publish),
    ...(districtsOn(all, date).length && {
      district: districtsOn(all, date).map(({ name }) => name),
    }),
  }
  const columns = sheetKeys.map((key) => ({
    label: words.columns[key],
    width: widths[key] ?? 16,
    choices: choices[key],
  }))
  const about = { title: ja.sheet, name: ja.sheetName, hint: ja.sheetHow }
  return blankSheet({ ...about, columns, author, date })
}

export interface BlankSheet {
  readonly title: string
  readonly name: string
  /** What stands above the table. */
  readonly hint: string
  readonly columns: readonly {
    readonly label: string
    readonly width: number
    readonly choices?: readonly string[] | undefined
  }[]
  readonly author: string
  readonly date: IsoDate
}

/** A workbook to fill in: rows of text, some with lists to choose from. */
export async function blankSheet(blank: BlankSheet): Promise<Uint8Array<ArrayBuffer>> {
  const { title, name, hint, columns, author, date } = blank
  const rows = columns.map(
    ({ label, width, choices }): SheetColumn => ({
      label,
      width,
      kind: 'text',
      input: true,
      ...(choices && { choices }),
    }),
  )
  const sheet = { name, title, hint, columns: rows, rows: [], spareRows: 200, frozenColumns: 2 }
  return new Uint8Array(await writeWorkbook({ title, author, date, sheets: [sheet] }))
}

/** A, B, … Z, AA: as a spreadsheet calls its columns. */
function letterOf(index: number): string {
  const own = String.fromCharCode(65 + (index % 26))
  return index < 26 ? own : `${letterOf(Math.floor(index / 26) - 1)}${own}`
}

/** The cells of a workbook or a CSV as texts. What cannot be read is refused by its reason: `file-broken`, … */
export async function readSheetFile(bytes: Uint8Array): Promise<readonly PlainSheet[]> {
  try {
    // Every workbook is a ZIP; what is none is read as a text with commas.
    return bytes[0] === 0x50 && bytes[1] === 0x4b ? await fromWorkbook(bytes) : fromCsv(bytes)
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    throw new Refused({ kind: 'refused', reason: `file-${thrown.reason}`, place: 'file' })
  }
}

async function fromWorkbook(bytes: Uint8Array): Promise<readonly PlainSheet[]> {
  const sheets = await readWorkbook(bytes)
  return sheets
    .filter(({ hidden }) => !hidden)
    .map(({ name, rows }) => ({
      name,
      rows: rows.map(({ row, cells }) => ({
        row,
        cells: new Map([...cells].map(([letter, cell]) => [letter, storable(cell.text)])),
      })),
    }))
}

const fromCsv = (bytes: Uint8Array): readonly PlainSheet[] => [
  {
    name: 'CSV',
    rows: readCsv(bytes).rows.map(({ line, cells }) => ({
      row: line,
      cells: new Map(cells.map((text, at) => [letterOf(at), storable(text)])),
    })),
  },
]
