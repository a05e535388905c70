import type { SheetCell, SheetColumn, Workbook } from '#platform/spreadsheet.ts'
import { indicatorsIn, toTable } from './intake/cells.ts'
import { type Column, columnsFor, columns as templateColumns } from './intake/columns.ts'
import type { Row } from './intake/sheet.ts'

/** The sheet that is read back in; the others explain. */
export const sheetName = '計画'

/** Who answers within the city hall, and what only the city's own copy needs. */
const internalColumns = new Set<string>(['owner', 'deputy'])

export const publicColumns = (rows: readonly Row[]) =>
  columnsFor(Math.max(1, indicatorsIn(rows))).filter((c) => !internalColumns.has(c.key))
export const staffColumns = (rows: readonly Row[]) => columnsFor(Math.max(3, indicatorsIn(rows)))

export interface Book {
  readonly title: string
  readonly author: string
  readonly date: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column[]
  /** Names offered in the drop-down of departments. */
  readonly departments: readonly string[]
  /** Empty rows to fill in. */
  readonly spareRows: number
}

/** One row an item, drop-downs where there is a choice, and a sheet that says how to fill it in. */
export function planWorkbook({
  title,
  author,
  date,
  rows,
  columns,
  departments,
  spareRows,
}: Book): Workbook {
  const [, ...body] = toTable(rows, columns)
  return {
    title,
    author,
    date,
    sheets: [
      {
        name: sheetName,
        title,
        hint: '1行に1つの項目を書きます。くわしくは「記入のしかた」のシートをご覧ください。',
        columns: columns.map((column) => sheetColumn(column, departments)),
        rows: body.map((cells) => cells.map((cell, i) => typed(cell, columns[i]))),
        spareRows,
        frozenColumns: columns.findIndex((c) => c.key === 'title') + 1,
      },
      {
        name: '記入のしかた',
        title: '記入のしかた',
        columns: [
          { label: '列', width: 20 },
          { label: '必須', width: 8, align: 'center' },
          { label: '書き方', width: 80 },
          { label: '選べる値', width: 40 },
        ],
        rows: columns.map((column) => [
          column.label.ja,
          column.required ? '必須' : '',
          column.explanation.ja,
          (column.choices ?? (column.key === 'departments' ? departments : [])).join('、'),
        ]),
      },
    ],
  }
}

/** The empty workbook that is handed out. */
export const templateWorkbook = (book: Omit<Book, 'rows' | 'columns' | 'spareRows'>): Workbook =>
  planWorkbook({ ...book, rows: [], columns: templateColumns, spareRows: 60 })

const kinds: Partial<Record<Column['kind'], NonNullable<SheetColumn['kind']>>> = {
  number: 'number',
  yen: 'yen',
  date: 'date',
  id: 'id',
}

function sheetColumn(column: Column, departments: readonly string[]): SheetColumn {
  const choices = column.choices ?? (column.key === 'departments' ? departments : [])
  return {
    label: column.label.ja,
    width: column.width,
    kind: kinds[column.kind] ?? 'text',
    note: column.explanation.ja,
    ...(choices.length > 0 && {
      choices,
      // Several departments may stand in one cell, and a new one may be written.
      otherwise: column.key === 'departments' ? 'warn' : 'stop',
    }),
    ...(column.required && { input: true }),
  }
}

function typed(cell: string, column: Column | undefined): SheetCell {
  if (cell === '') return null
  const isNumber = column?.kind === 'number' || column?.kind === 'yen'
  return isNumber && /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell
}
