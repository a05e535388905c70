import { emptyContent } from '../item.ts'
import { askGroup, askItem, askMeasure } from './asking.ts'
import { learnDepartments, splitDepartments } from './department-names.ts'
import type { Draft, Knowledge } from './draft.ts'
import { departmentCells, readGrid } from './grid.ts'
import { joinPieces } from './joining.ts'
import { hasColumns, isNoise, type Line, lineText, placeOf } from './lines.ts'
import { readLoose } from './loose.ts'
import { type Heading, readOutline, type Section, type Table } from './outline.ts'
import { readPreamble } from './preamble.ts'
import type { InputFault, Question, Reading, Row } from './sheet.ts'

/** A heading with its items, joined but not yet questioned. */
export interface PrintedGroup {
  readonly heading: Heading
  readonly drafts: readonly Draft[]
}

/** Reads a plan as it is printed: of a scan or of a Word file, once either is lines of cells. */
export function readPrinted(lines: readonly Line[]): Reading {
  const outline = readOutline(lines)
  const whole = lines.map((line) => line.raw).join('\n')
  const tables = outline.sections.flatMap((s) => s.headings.flatMap((h) => h.tables))
  const learn = (by: Knowledge) =>
    learnDepartments(tables.filter(isGrid).flatMap((table) => departmentCells(table, by)))
  const bare: Knowledge = {
    legend: outline.legend,
    vouches: (number) => whole.includes(number),
    departments: new Set(),
  }
  // Once for the tables whose head is sound, once more with those names for the others.
  const knowledge = { ...bare, departments: learn({ ...bare, departments: learn(bare) }) }
  const preamble = readPreamble(outline.preamble, knowledge.vouches)
  const rows: Row[] = []
  const questions: Question[] = [...preamble.questions]
  const faults: InputFault[] = []
  let last = 0
  for (const section of outline.sections) {
    const groups = section.headings.map((heading) => ({
      heading,
      drafts: heading.tables.flatMap((table) =>
        isGrid(table) ? readGrid(table, knowledge) : readLoose(table, knowledge),
      ),
    }))
    last = readSection(section, groups, { last, knowledge, rows, questions, faults })
  }
  if (rows.length === 0) {
    faults.push({ place: lines[0]?.place ?? '', fault: 'nothing-found', found: '' })
  }
  return {
    head: preamble.head,
    rows,
    questions: [...questions, ...askUnended(rows, questions)],
    faults,
    skipped: [...preamble.skipped, ...outline.skipped].map((line) => ({
      place: line.place,
      text: line.raw.trim(),
    })),
    fields: printedFields,
  }
}

const printedFields = [
  'code',
  'measure',
  'audience',
  'group',
  'lead',
  'title',
  'description',
  'departments',
] as const

const isGrid = (table: Table) => table.body.some(hasColumns)

interface Growing {
  readonly last: number
  readonly knowledge: Knowledge
  readonly rows: Row[]
  readonly questions: Question[]
  readonly faults: InputFault[]
}

/** Returns the measure's number: the next one must be higher. */
function readSection(section: Section, groups: readonly PrintedGroup[], to: Growing): number {
  const { knowledge } = to
  const title = joinPieces(section.read?.title ?? [], knowledge.vouches)
  const printed = section.read?.number ?? null
  const rising = printed !== null && printed > to.last
  const number = rising ? printed : to.last + 1
  if (groups.every((group) => group.drafts.length === 0)) {
    const lines = section.line ? [section.line] : groups.flatMap((g) => g.heading.lines)
    to.faults.push({
      place: placeOf(lines),
      fault: 'nothing-found',
      found: lineText(lines[0] ?? none),
    })
    return number
  }
  to.questions.push(...askMeasure(section, number, title, rising))
  const speaks = groups.some((group) => group.heading.read?.audience !== undefined)
  let count = 0
  for (const { heading, drafts } of groups) {
    const code = `${number}-${count + 1}`
    const text = joinPieces(sentenceOf(heading), knowledge.vouches)
    if (drafts.length === 0) {
      to.faults.push({ place: placeOf(heading.lines), fault: 'nothing-found', found: text.text })
      continue
    }
    to.questions.push(...askGroup(heading, code, text, speaks))
    const audience = heading.read?.audience
    const group = {
      audience: audience && 'read' in audience ? audience.read : null,
      text: text.text,
    }
    for (const draft of drafts) {
      count += 1
      const { names, doubtful } = splitDepartments(draft.departments, knowledge.departments)
      const row: Row = {
        place: placeOf(draft.lines),
        measure: { number, title: title.text },
        group,
        code: `${number}-${count}`,
        content: {
          ...emptyContent,
          lead: draft.lead,
          title: draft.title.text,
          description: draft.description.text,
          departments: names,
        },
      }
      to.rows.push(row)
      to.questions.push(...askItem(row, draft, doubtful))
    }
  }
  return number
}

const none: Line = { place: '', raw: '', cells: [], ruled: false }

/** A heading may go on over the lines below it. */
function sentenceOf({ read, lines }: Heading): readonly string[] {
  const below = lines.slice(read ? 1 : 0).filter((line) => !isNoise(line))
  return [...(read?.pieces ?? []), ...below.flatMap((line) => line.cells.flat())]
}

/** Where nearly every description ends with 。, one that does not has probably lost its end. */
function askUnended(rows: readonly Row[], asked: readonly Question[]): Question[] {
  const ends = (row: Row) => /[。.)）」]$/.test(row.content.description)
  const open = rows.filter((row) => !ends(row))
  if (open.length === 0 || open.length * 5 > rows.length) return []
  return open
    .filter((row) => !asked.some((q) => q.key === `description:${row.code}`))
    .map((row) => ({
      key: `description:${row.code}`,
      code: row.code,
      field: 'description',
      reason: 'text-broken',
      original: row.content.description,
      place: row.place,
      seen: row.content.description,
    }))
}
