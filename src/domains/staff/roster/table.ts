import { storable } from '#platform/storable.ts'
import { readDay } from '#platform/written-day.ts'
import { isRoleName, roles, rolesByServing } from '../roles.ts'
import type { Rank } from '../staff.ts'
import { type Column, type ColumnKey, columns, headKey } from './columns.ts'
import type { RosterFault, RosterFaultKind, RosterReading, RosterRow } from './sheet.ts'

/** Cells as they stand in a sheet or a CSV, and how each is called. */
export interface RosterTable {
  readonly rows: readonly (readonly string[])[]
  readonly cell: (row: number, column: number) => string
  readonly line: (row: number) => string
  /** Cells whose text is the result of a formula. */
  readonly isFormula: (row: number, column: number) => boolean
}

/** The head may stand below a title and a hint, as it does in our own template. */
const headWithin = 12
const mostRows = 5000

/**
 * Reads a roster. `roleIds` gives the id of a role by the word that the city hall uses, its own roles too.
 * Nothing is guessed: what cannot be read is a fault with its cell.
 */
export function readRosterTable(
  table: RosterTable,
  roleIds: ReadonlyMap<string, string>,
): RosterReading {
  const at = table.rows.slice(0, headWithin).findIndex((row) => {
    const keys = row.map(keyOf)
    return keys.includes('employeeNo') && keys.includes('name')
  })
  const missing = (found: string): RosterReading => ({
    rows: [],
    faults: [{ place: table.line(0), fault: 'missing-column', found }],
    says: [],
  })
  if (at < 0) return missing('職員番号、氏名')
  const head = (table.rows[at] ?? []).map(keyOf)
  const says = columns.map((c) => c.key).filter((key) => head.includes(key))
  const absent = columns.find((c) => c.required && !says.includes(c.key))
  if (absent) return missing(absent.label)
  const faults: RosterFault[] = []
  for (const [column, key] of head.entries())
    if (key && head.indexOf(key) !== column)
      faults.push({ place: table.cell(at, column), fault: 'duplicate-column', found: key })
  const rows: RosterRow[] = []
  for (const [y, cells] of table.rows.entries()) {
    if (y <= at || !cells.some((text) => text.trim())) continue
    if (rows.length >= mostRows) {
      faults.push({ place: table.line(y), fault: 'too-long', found: String(mostRows) })
      break
    }
    const read = reader(table, head, y, faults)
    const row = rowOf(table.line(y), read, roleIds)
    if (row) rows.push(row)
  }
  if (!rows.length && !faults.length)
    faults.push({ place: table.line(at), fault: 'nothing-found', found: '' })
  return { rows, faults, says }
}

const keys = new Map(
  columns.flatMap((c) => [c.label, ...c.also].map((label) => [headKey(label), c.key] as const)),
)
const keyOf = (text: string): ColumnKey | undefined => keys.get(headKey(text))

interface RowReader {
  readonly text: (key: ColumnKey) => string
  readonly fault: (key: ColumnKey, fault: RosterFaultKind, found?: string) => void
}

function reader(
  table: RosterTable,
  head: readonly (ColumnKey | undefined)[],
  y: number,
  faults: RosterFault[],
): RowReader {
  const fault = (key: ColumnKey, kind: RosterFaultKind, found = '') => {
    const column = head.indexOf(key)
    const place = column < 0 ? table.line(y) : table.cell(y, column)
    faults.push({ place, fault: kind, found: [...found].slice(0, 40).join('') })
  }
  const text = (key: ColumnKey) => {
    const column = head.indexOf(key)
    if (column < 0) return ''
    const clean = storable(table.rows[y]?.[column] ?? '').trim()
    const { max } = columns.find((c) => c.key === key) as Column
    if (table.isFormula(y, column) || looksLikeFormula(clean, key)) fault(key, 'formula', clean)
    else if (/^#[A-Z/0!?]+[!?]?$/.test(clean)) fault(key, 'unreadable', clean)
    else if ([...clean].length > max) fault(key, 'too-long', clean)
    else return clean.replace(/\s+/g, ' ')
    return ''
  }
  return { text, fault }
}

/** A telephone may begin with a plus; nothing else in a roster begins as a formula does. */
const looksLikeFormula = (text: string, key: ColumnKey) =>
  key === 'phone' ? /^[=@＝＠]/.test(text) : /^[=+\-@＝＋－＠]./.test(text)

function rowOf(
  place: string,
  { text, fault }: RowReader,
  roleIds: ReadonlyMap<string, string>,
): RosterRow | null {
  const employeeNo = text('employeeNo').normalize('NFKC')
  const name = text('name')
  if (!name) fault('name', 'required')
  const email = text('email').normalize('NFKC').toLowerCase()
  if (email && !/^[^\s@<>"',;]+@[^\s@<>"',;]+$/.test(email)) fault('email', 'bad-email', email)
  const [division, section] = [text('division'), text('section')]
  if (!division && !section) fault('section', 'section-needed')
  const rank = rankIn(text('rank'))
  if (!rank) fault('rank', 'unknown-rank', text('rank'))
  const main = mainIn(text('main'))
  if (main === null) fault('main', 'unknown-main', text('main'))
  const day = (key: 'from' | 'until') => {
    const typed = text(key)
    const date = readDay(typed)
    if (typed && !date) fault(key, 'not-a-date', typed)
    return date
  }
  const [from, until] = [day('from'), day('until')]
  if (from && until && until < from) fault('until', 'end-before-begin', until)
  const given = text('roles')
    .split(/[、，,;；\n]/)
    .map((word) => word.trim())
    .filter(Boolean)
  const ids = given.flatMap((word) => {
    const id = roleIds.get(word)
    if (id === undefined || rolesByServing.has(id)) fault('roles', 'unknown-role', word)
    else if (isRoleName(id) && !['city', 'section'].includes(roles[id].reach))
      fault('roles', 'role-needs-place', word)
    else return [id]
    return []
  })
  if (!name || !rank || main === null || (!division && !section)) return null
  const said = { employeeNo, name, email, phone: text('phone'), division, section }
  const post = text('post') || '担当'
  return { place, ...said, post, rank, isMain: main, from, until, roles: [...new Set(ids)] }
}

function rankIn(text: string): Rank | null {
  if (text === '') return 'member'
  if (/^(○|〇|◯|◎|所属長|長|部長|課長)$/.test(text)) return 'head'
  return /^(代理|代|副|所属長代理)$/.test(text) ? 'deputy' : null
}

function mainIn(text: string): boolean | null {
  if (/^(本務|本|主|専任)?$/.test(text)) return true
  return /^(兼務|兼|併任)$/.test(text) ? false : null
}
