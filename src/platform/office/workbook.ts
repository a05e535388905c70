import type { Cell, DataValidation, WriteSheet } from 'hucre/xlsx'
import { colToLetter, writeXlsx } from 'hucre/xlsx'
import { cellStyle, headerStyle, hintStyle, titleStyle } from './look.ts'
import type { SheetCell, SheetColumn, SheetContent, Workbook } from './sheet.ts'

/** Excel refuses a file with a longer cell. */
const longestText = 32_767
const choicesName = '選択肢'

/** An .xlsx; the same workbook gives the same bytes. */
export async function writeWorkbook(book: Workbook): Promise<Uint8Array> {
  const lists: string[][] = []
  const sheets = book.sheets.map((sheet) => written(sheet, book, lists))
  if (lists.length > 0) {
    const height = Math.max(...lists.map((list) => list.length))
    const rows = Array.from({ length: height }, (_, y) => lists.map((list) => list[y] ?? null))
    sheets.push({ name: choicesName, rows, hidden: true })
  }
  const date = new Date(`${book.date.slice(0, 10)}T00:00:00Z`)
  return writeXlsx({
    sheets,
    defaultFont: { name: 'BIZ UDPゴシック', size: 10 },
    properties: {
      title: clean(book.title),
      creator: clean(book.author),
      created: date,
      modified: date,
    },
  })
}

function written(sheet: SheetContent, book: Workbook, lists: string[][]): WriteSheet {
  const last = sheet.columns.length - 1
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, cell: Partial<Cell>) =>
    cells.set(`${row},${column}`, cell)
  const heights = new Map<number, { height: number }>()
  const merges = []
  let head = 0
  for (const [text, style, height] of [
    [sheet.title, titleStyle, 30],
    [sheet.hint, hintStyle, 18],
  ] as const) {
    if (text === undefined) continue
    for (let x = 0; x <= last; x++) put(head, x, { ...textCell(x === 0 ? text : ''), style })
    if (last > 0) merges.push({ startRow: head, startCol: 0, endRow: head, endCol: last })
    heights.set(head, { height })
    head++
  }
  heights.set(head, { height: 24 })
  for (const [x, column] of sheet.columns.entries()) {
    put(head, x, { ...textCell(column.label), ...noted(column.note, book), style: headerStyle })
  }
  const count = sheet.rows.length + (sheet.spareRows ?? 0)
  for (let y = 0; y < count; y++) {
    for (const [x, column] of sheet.columns.entries()) {
      const { value, note } = parts(sheet.rows[y]?.[x] ?? null)
      const covered = column.merged && y > 0 && same(sheet, x, y - 1, y)
      const typed = cellOf(covered ? null : value, column)
      put(head + 1 + y, x, { ...typed, ...noted(note, book), style: cellStyle(column) })
    }
  }
  for (const [x, column] of sheet.columns.entries()) {
    if (column.merged) merges.push(...runs(sheet, x, head + 1))
  }
  return {
    name: sheetName(sheet.name),
    columns: sheet.columns.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) })),
    rows: Array.from({ length: head + 1 + count }, () => []),
    cells,
    merges,
    rowDefs: heights,
    dataValidations: count > 0 ? validations(sheet.columns, head + 2, head + 1 + count, lists) : [],
    freezePane: { rows: head + 1, columns: sheet.frozenColumns ?? 0 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${head + 1}:$${head + 1}`,
      margins: { top: 0.6, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.35 },
    },
    headerFooter: { oddFooter: `&L${forFooter(book.author)}&C&P / &N&R${forFooter(book.title)}` },
    view: { showGridLines: false },
    ...(sheet.hidden ? { hidden: true } : {}),
  }
}

const forFooter = (text: string) => clean(text).replaceAll('&', '&&')
const parts = (cell: SheetCell) =>
  typeof cell === 'object' && cell !== null ? cell : { value: cell, note: undefined }
const noted = (text: string | undefined, book: Workbook) =>
  text === undefined ? {} : { comment: { text: clean(text), author: clean(book.author) } }

function cellOf(value: string | number | null, column: SheetColumn): Partial<Cell> {
  if (value === null || value === '') return { value: null, type: 'empty' }
  if (typeof value === 'number') return { value, type: 'number' }
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) && column.kind === 'date'
  return day ? { value: new Date(`${value}T00:00:00Z`), type: 'date' } : textCell(value)
}

/** Typed as text, so that = + - @ at its head never become a formula. */
function textCell(value: string): Partial<Cell> {
  const text = clean(value)
  if (text.length > longestText) throw new RangeError(`cell too long: ${text.length} characters`)
  return { value: text, type: 'string' }
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu, '')
}

function sheetName(name: string): string {
  const fit = clean(name)
    .replace(/[[\]:*?/\\]/g, '・')
    .replace(/^'|'$/g, '')
    .slice(0, 31)
  return fit.trim() === '' ? 'シート' : fit
}

function same(sheet: SheetContent, column: number, one: number, other: number): boolean {
  const [a, b] = [one, other].map((y) => parts(sheet.rows[y]?.[column] ?? null).value)
  return a !== null && a === b
}

function runs(sheet: SheetContent, column: number, first: number) {
  const found = []
  for (let y = 0; y < sheet.rows.length; ) {
    let end = y
    while (end + 1 < sheet.rows.length && same(sheet, column, end, end + 1)) end++
    if (end > y) {
      found.push({ startRow: first + y, startCol: column, endRow: first + end, endCol: column })
    }
    y = end + 1
  }
  return found
}

/** Excel takes a list of up to 255 characters without commas; others stand on a hidden sheet. */
function validations(
  columns: readonly SheetColumn[],
  first: number,
  last: number,
  lists: string[][],
): DataValidation[] {
  return columns.flatMap((column, x): DataValidation[] => {
    if (!column.choices || column.choices.length === 0) return []
    const choices = column.choices.map(clean)
    const letter = colToLetter(x)
    const short = choices.join(',').length <= 250 && !choices.some((one) => /[,"]/.test(one))
    const list = short ? { values: choices } : { formula1: listed(choices, lists) }
    return [
      {
        type: 'list',
        range: `${letter}${first}:${letter}${last}`,
        ...list,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: column.otherwise === 'warn' ? 'warning' : 'stop',
        errorTitle: column.label.slice(0, 32),
        errorMessage: '一覧の中から選んでください。',
      },
    ]
  })
}

function listed(choices: string[], lists: string[][]): string {
  const same = lists.findIndex((list) => list.join('\n') === choices.join('\n'))
  if (same < 0) lists.push(choices)
  const letter = colToLetter(same < 0 ? lists.length - 1 : same)
  return `'${choicesName}'!$${letter}$1:$${letter}$${choices.length}`
}
