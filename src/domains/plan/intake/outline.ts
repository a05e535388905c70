import { areDepartments } from './department-names.ts'
import type { HeadingLine, Line, MeasureLine } from './lines.ts'
import {
  hasColumns,
  isBlank,
  isLegend,
  isNoise,
  isPageNumber,
  isTableHead,
  lineText,
  readHeading,
  readMeasure,
} from './lines.ts'
import { type Legend, readLegend } from './marks.ts'
import { isJapanese } from './written.ts'

/** A table of items: its head, if one was found, and the lines beneath it. */
export interface Table {
  readonly head: Line | null
  /** What stood between heading and head: noise where the marks' column or a legend was. */
  readonly before: readonly Line[]
  readonly body: readonly Line[]
}

export interface Heading {
  readonly lines: readonly Line[]
  /** null: a sentence above a table, whose ■ is lost; or a table with no sentence above it. */
  readonly read: HeadingLine | null
  readonly tables: readonly Table[]
}

export interface Section {
  readonly line: Line | null
  readonly read: MeasureLine | null
  readonly headings: readonly Heading[]
}

export interface Outline {
  readonly preamble: readonly Line[]
  readonly legend: Legend
  readonly sections: readonly Section[]
  readonly skipped: readonly Line[]
}

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }
type OpenTable = Growing<Table>
type OpenHeading = Omit<Growing<Heading>, 'tables'> & { tables: OpenTable[] }
type OpenSection = Omit<Growing<Section>, 'headings'> & { headings: OpenHeading[] }

/** Finds measures, headings and tables, without looking into the tables. */
export function readOutline(lines: readonly Line[]): Outline {
  const start = lines.findIndex((l) => readMeasure(l) || readHeading(l) || isTableHead(l))
  const preamble = start < 0 ? lines : lines.slice(0, start)
  const rest = start < 0 ? [] : lines.slice(start)
  const sections: OpenSection[] = []
  const legend = new Map<string, 'citizens' | 'city' | 'both'>()
  const skipped: Line[] = []
  let section: OpenSection | undefined
  let heading: OpenHeading | undefined
  let table: OpenTable | undefined
  let before: Line[] = []

  const openSection = (line: Line | null, read: MeasureLine | null) => {
    section = { line, read, headings: [] }
    sections.push(section)
    heading = undefined
    table = undefined
    before = []
    return section
  }
  const openHeading = (of: readonly Line[], read: HeadingLine | null) => {
    const parent = section ?? openSection(null, null)
    heading = { lines: [...of], read, tables: [] }
    parent.headings.push(heading)
    table = undefined
    before = []
    return heading
  }
  const openTable = (head: Line | null) => {
    const parent = heading ?? openHeading([], null)
    table = { head, before, body: [] }
    parent.tables.push(table)
    before = []
    return table
  }

  for (const [i, line] of rest.entries()) {
    if (isBlank(line)) continue
    const measure = readMeasure(line)
    const signs = readLegend(lineText(line))
    const read = readHeading(line)
    if (measure) openSection(line, measure)
    else if (signs) for (const [sign, lead] of signs) legend.set(sign, lead)
    else if (read) openHeading([line], read)
    else if (isTableHead(line)) openTable(line)
    else if (isPageNumber(line) && !hasColumns(line)) skipped.push(line)
    else if (!hasColumns(line) && isHeadingWithoutSquare(rest, i, table)) openHeading([line], null)
    else if (table) (takes(table, line, rest[i - 1]) ? table.body : skipped).push(line)
    else if (continues(heading, line, rest[i - 1])) heading?.lines.push(line)
    else if (hasColumns(line) && isJapanese(lineText(line))) openTable(null).body.push(line)
    else {
      before.push(line)
      skipped.push(line)
    }
  }
  return { preamble, legend, sections, skipped }
}

/** A heading goes on over the lines right below it. */
const continues = (heading: OpenHeading | undefined, line: Line, previous: Line | undefined) =>
  heading !== undefined && previous === heading.lines.at(-1) && !hasColumns(line) && !isNoise(line)

/** A sentence alone, with a table head as the next thing: its ■ was not read. */
function isHeadingWithoutSquare(
  lines: readonly Line[],
  at: number,
  table: OpenTable | undefined,
): boolean {
  const line = lines[at]
  if (!line || isNoise(line) || [...lineText(line)].length < 8) return false
  if (areDepartments(lineText(line).split(/\s+/), new Set())) return false
  if (table && lines[at - 1] === table.body.at(-1) && table.body.length > 0) return false
  const next = lines.slice(at + 1).find((l) => !isBlank(l) && !isLegend(l) && !isNoise(l))
  return next !== undefined && isTableHead(next)
}

/** A table keeps its columns to its end; only one that has lost them goes on over blank lines. */
function takes(table: OpenTable, line: Line, previous: Line | undefined): boolean {
  if (hasColumns(line)) return true
  const columned = table.body.some(hasColumns)
  return !columned || (previous !== undefined && previous === table.body.at(-1))
}
