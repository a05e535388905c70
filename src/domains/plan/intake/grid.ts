import { areDepartments } from './department-names.ts'
import { type Doubt, type Draft, joined, type Knowledge } from './draft.ts'
import { weave } from './joining.ts'
import { hasColumns, type Line, labelOf, textOf } from './lines.ts'
import { readMark } from './marks.ts'
import type { Table } from './outline.ts'
import { halfWidth, isJapanese } from './written.ts'

/** Columns of one table. A title or description may have been cut into several. */
interface Columns {
  readonly mark: number | null
  readonly title: readonly number[]
  readonly description: readonly number[]
  readonly departments: number | null
  /** Labels that are missing or broken, so that nothing vouches for the cells beneath. */
  readonly broken: readonly Doubt['field'][]
}

/** One printed item in pieces, while its lines are being gathered. */
interface Gathering {
  mark: string
  title: string[]
  description: string[]
  departments: string[]
  lines: Line[]
  /** A line with a piece of title alone stood between two items: it may belong to either. */
  disputed: boolean
  /** A line that has no sure place stood among its lines. */
  loose: boolean
}

/** Reads a table whose columns survived. */
export function readGrid(table: Table, knowledge: Knowledge): Draft[] {
  const columns = columnsOf(table, knowledge)
  const gathered = gather(table.body, columns)
  const head = table.head ? [table.head] : []
  return gathered.map((item, i) => {
    const signed = columns.mark === null ? signIn(item.title) : null
    const lead = readMark(signed?.sign ?? item.mark, knowledge.legend)
    const doubts: Doubt[] = []
    const lines = [...head, ...item.lines]
    if (columns.broken.includes('title') && (columns.title.length > 1 || i === 0)) {
      doubts.push({ field: 'title', reason: 'table-head-broken', lines })
    }
    for (const field of ['description', 'departments'] as const) {
      // One question for the table: the first item stands for the column.
      if (i === 0 && columns.broken.includes(field)) {
        doubts.push({ field, reason: 'table-head-broken', lines: [...head, ...table.body] })
      }
    }
    if (item.loose) doubts.push({ field: 'description', reason: 'text-broken', lines })
    if (item.disputed) doubts.push({ field: 'title', reason: 'text-broken', lines })
    return {
      lead,
      markSeen: lead ? '' : item.mark,
      title: joined(signed?.rest ?? item.title, knowledge),
      description: joined(item.description, knowledge),
      departments: item.departments,
      lines: item.lines,
      markLines: [...table.before, ...lines],
      doubts,
    }
  })
}

/** The rightmost cells of a table, for learning the names of departments. */
export function departmentCells(table: Table, knowledge: Knowledge): readonly string[][] {
  const { departments } = columnsOf(table, knowledge)
  if (departments === null) return []
  return gather(table.body, columnsOf(table, knowledge))
    .map((item) => item.departments)
    .filter((cell) => cell.length > 0)
}

function columnsOf({ head, body }: Table, knowledge: Knowledge): Columns {
  const rows = body.filter(hasColumns)
  const width = Math.max(0, ...rows.map((line) => line.cells.length))
  const all = Array.from({ length: width }, (_, column) => column)
  const used = all.filter((column) => rows.some((line) => textOf(line.cells[column]).trim()))
  const labels = new Map(head?.cells.map((cell, column) => [labelOf(cell), column]))
  const isMark = (column: number) =>
    !labelOf(head?.cells[column]) &&
    rows.every((line) => {
      const text = textOf(line.cells[column]).trim()
      return (
        readMark(text, knowledge.legend) !== null || ([...text].length <= 2 && !isJapanese(text))
      )
    })
  const first = used[0]
  const mark = first !== undefined && isMark(first) ? first : null
  const texts = used.filter((column) => column !== mark)

  const title = labels.get('title') ?? labels.get('title-broken')
  const description = labels.get('description')
  const departments = labels.get('departments')
  const labelled =
    title !== undefined &&
    description !== undefined &&
    departments !== undefined &&
    title < description &&
    description < departments &&
    texts.includes(description) &&
    !texts.some((column) => column > departments)
  if (labelled) {
    const titles = texts.filter((column) => column < description)
    const whole = labels.has('title') && titles.every((column) => column === title)
    return {
      mark,
      title: titles,
      description: texts.filter((column) => column >= description && column < departments),
      departments,
      broken: whole ? [] : ['title'],
    }
  }
  return byContent(rows, texts, mark, labels, knowledge.departments)
}

/**
 * Without a sound head the order of the print stays: item, what is done, who, from left to right.
 */
function byContent(
  rows: readonly Line[],
  texts: readonly number[],
  mark: number | null,
  labels: ReadonlyMap<ReturnType<typeof labelOf>, number>,
  known: ReadonlySet<string>,
): Columns {
  const right = texts.at(-1)
  const cells = rows.map((line) => textOf(right === undefined ? [] : line.cells[right]).trim())
  const names = cells.filter(Boolean)
  const offices = names.filter((cell) => areDepartments([cell], known)).length
  const departments = right !== undefined && offices * 2 > names.length ? right : null
  const rest = departments === null ? texts : texts.slice(0, -1)
  const titles = rest.length > 1 ? rest.slice(0, -1) : rest
  const broken: Doubt['field'][] = []
  if (labels.size > 0 ? !labels.has('title') : titles.length > 1) broken.push('title')
  if (!labels.has('description')) broken.push('description')
  if (labels.size > 0 && departments !== null && !labels.has('departments')) {
    broken.push('departments')
  }
  return {
    mark,
    title: titles,
    description: rest.length > 1 ? rest.slice(-1) : [],
    departments,
    // Every label is there, but not above its cells.
    broken: broken.length > 0 ? broken : ['description'],
  }
}

/**
 * Lines → items. The mark stands at the middle of an item, not at its top, so it cannot divide
 * them.
 */
function gather(body: readonly Line[], columns: Columns): Gathering[] {
  const items: Gathering[] = []
  let current: Gathering | undefined
  const rows = body.map((line) => rowOf(line, columns))
  const sentences = rows.some((row) => endsSentence(row.description))
  body.forEach((line, i) => {
    const row = rows[i] ?? rowOf(line, columns)
    const followed = body.slice(i + 1).some(hasColumns)
    if (!current || beginsAnother(current, row, sentences)) {
      current = {
        mark: '',
        title: [],
        description: [],
        departments: [],
        lines: [],
        disputed: false,
        loose: false,
      }
      items.push(current)
    } else if (onlyTitle(row) && isComplete(current) && followed) current.disputed = true
    current.mark ||= row.mark
    current.title.push(...row.title)
    current.description.push(...row.description)
    current.departments.push(...row.departments)
    current.lines.push(line)
    if (!hasColumns(line)) current.loose = true
  })
  return mergeTails(items)
}

type Row = ReturnType<typeof rowOf>

function rowOf(line: Line, columns: Columns) {
  const cell = (column: number | null) => (column === null ? [] : (line.cells[column] ?? []))
  const clean = (pieces: readonly string[]) => pieces.map((p) => p.trim()).filter(Boolean)
  // A line that lost its tabs among lines that kept them most likely broke off the description;
  // asked.
  if (!hasColumns(line)) {
    return {
      mark: '',
      title: [],
      description: clean(line.cells.flat()),
      departments: [],
      ruled: false,
    }
  }
  return {
    mark: textOf(cell(columns.mark)).trim(),
    title: weave(columns.title.map((c) => clean(cell(c)))),
    description: weave(columns.description.map((c) => clean(cell(c)))),
    departments: clean(cell(columns.departments)),
    ruled: line.ruled,
  }
}

const onlyTitle = (row: Row) =>
  row.title.length > 0 && row.description.length === 0 && row.departments.length === 0 && !row.mark

const endsSentence = (pieces: readonly string[]) => /[。.]$/.test(pieces.at(-1) ?? '')

const isComplete = (item: Gathering) => item.title.length > 0 && endsSentence(item.description)

const isFull = (item: Gathering | Row) =>
  item.title.length > 0 && item.description.length > 0 && item.departments.length > 0

function beginsAnother(current: Gathering, row: Row, sentences: boolean): boolean {
  if (row.mark && current.mark) return true
  if (endsSentence(current.description) && row.description.length > 0) return true
  // A table whose descriptions are no sentences: whole rows follow each other.
  return (row.ruled || !sentences) && isFull(current) && isFull(row)
}

/**
 * A second sentence on lines of its own has neither mark nor title: it belongs to the item above.
 */
function mergeTails(items: readonly Gathering[]): Gathering[] {
  const merged: Gathering[] = []
  for (const item of items) {
    const above = merged.at(-1)
    if (above && !item.mark && item.title.length === 0 && item.departments.length === 0) {
      above.description.push(...item.description)
      above.lines.push(...item.lines)
      above.loose = true
    } else merged.push(item)
  }
  return merged
}

/**
 * A mark that slipped into the title's cell. A digit or letter there is rather part of the title.
 */
function signIn(title: readonly string[]): { sign: string; rest: string[] } | null {
  const [first = '', ...others] = title
  const found = /^\s*([★☆●•◎◯○])\s*(.*)$/su.exec(halfWidth(first) === first ? first : '')
  return found ? { sign: found[1] ?? '', rest: [found[2] ?? '', ...others].filter(Boolean) } : null
}
