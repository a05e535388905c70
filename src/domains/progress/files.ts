import { eraFiscalYear } from '#platform/calendar.ts'
import { writeCsv } from '#platform/csv.ts'
import { Refused } from '#platform/result.ts'
import { readWorkbook, type SheetColumn, Unreadable, writeWorkbook } from '#platform/spreadsheet.ts'
import { storable } from '#platform/storable.ts'
import { ja } from './messages/desk-ja.ts'
import type { Round, Scale } from './progress.ts'
import type { Line } from './rules/desk.ts'
import { type Column, cellsOf, columnsFor, type ReadSheet, sheetName } from './rules/sheet.ts'
import type { Where } from './rules/where.ts'
import type { allTerms } from './store/terms.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const csv = 'text/csv; charset=utf-8'

export interface MadeFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly name: string
}

const csvFile = (name: string, rows: Parameters<typeof writeCsv>[0]): MadeFile => ({
  bytes: new TextEncoder().encode(writeCsv(rows)),
  type: csv,
  name,
})

/** Every scale, one line a value. */
export const scalesFile = (all: readonly Scale[]): MadeFile =>
  csvFile('scales.csv', [
    [ja.scaleName, ja.code, ja.label, ja.meaning, ja.kind, ja.rank],
    ...all.flatMap(({ name, steps }) =>
      steps.map(({ code, label, meaning, kind, rank }) => [
        name,
        code,
        label,
        meaning,
        ja.kinds[kind],
        rank,
      ]),
    ),
  ])

/** Every set of terms, newest first. */
export const termsFile = (all: Awaited<ReturnType<typeof allTerms>>): MadeFile =>
  csvFile('progress-terms.csv', [
    [
      ja.termsFrom,
      ja.period,
      ja.daysToReport,
      ja.remindDaysBefore,
      ja.headAfterDays,
      ja.secretariatAfterDays,
      ja.silentAfterDays,
      ja.lagPercent,
    ],
    ...all.map(({ from, terms: t }) => [
      from,
      t.periods.map((one) => ja.periods[one]).join('、'),
      t.daysToReport,
      t.remindDaysBefore,
      t.headAfterDays,
      t.secretariatAfterDays,
      t.silentAfterDays,
      Math.round(t.lagShare * 100),
    ]),
  ])

export interface SheetOf {
  readonly round: Round
  readonly scale: Scale
  readonly where: Where
  readonly section: string
  readonly lines: readonly Line[]
  readonly author: string
  readonly date: string
}

/** 報告の様式: one row an item with what was said last, a drop-down of the scale, and how to fill it in. */
export async function sheetFile(of: SheetOf): Promise<MadeFile> {
  const { round, scale, where, section, lines, author, date } = of
  const columns = columnsFor(
    lines.map(({ item }) => item),
    where,
  )
  const title = `${eraFiscalYear(round.fiscalYear)} ${ja.periods[round.period]} ${section}の報告`
  const book = await writeWorkbook({
    title,
    author,
    date,
    sheets: [
      {
        name: sheetName,
        title,
        hint: `1行に1つの項目です。黄色いところを書いて、${ja.day(round.dueOn)}までに読み込んでください。`,
        columns: columns.map((column) => sheetColumn(column, scale)),
        rows: lines.map((line) => {
          const cells = cellsOf(line, where)
          return columns.map(({ key }) => cells[key] ?? null)
        }),
        frozenColumns: 2,
      },
      {
        name: '記入のしかた',
        title: '記入のしかた',
        columns: [
          { label: '列', width: 26 },
          { label: '書き方', width: 80 },
        ],
        rows: [
          ...columns.filter(({ write }) => write).map(({ label, note }) => [label, note]),
          ...where.choices.map(({ label }) => ['地区', label]),
          ...scale.steps.map(({ code, label, meaning }) => [
            `区分「${code}」`,
            `${label}。${meaning}`,
          ]),
        ],
      },
    ],
  })
  return { bytes: new Uint8Array(book), type: xlsx, name: `報告-${section}-${round.period}.xlsx` }
}

function sheetColumn(column: Column, scale: Scale): SheetColumn {
  const { label, width, kind = 'text', note, write, key } = column
  const isChoice = key === 'value'
  return {
    label,
    width,
    kind,
    ...(note && { note }),
    ...(write && { input: true }),
    ...(isChoice && { choices: scale.steps.map(({ code }) => code) }),
  }
}

/** The cells of a workbook as texts. What cannot be read is refused by its reason: `file-broken`, … */
export async function readSheetFile(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  try {
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
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    throw new Refused({ kind: 'refused', reason: `file-${thrown.reason}`, place: 'file' })
  }
}
