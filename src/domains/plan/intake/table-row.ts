import { readDay } from '#platform/written-day.ts'
import { emptySchedule, type Indicator, type ItemContent, type Schedule } from '../item.ts'
import { readCommitment, readDirection } from './cells.ts'
import { type ColumnKey, readableColumns, tongues, type translatedFields } from './columns.ts'
import { tooLong } from './limits.ts'
import { readAudience, readLead } from './marks.ts'
import { namesIn } from './questions.ts'
import type { InputFault, Row } from './sheet.ts'
import { readCode, readCount, readNumber } from './written.ts'

/** One row of a table, by the meaning of its columns. */
export interface NamedCells {
  has(key: ColumnKey): boolean
  /** '' where the table has no such column. */
  cell(key: ColumnKey): string
  where(key: ColumnKey): string
}

/** What blank cells take from the rows above. */
export interface Above {
  readonly measures: ReadonlyMap<number, Row['measure']>
  readonly measure: Row['measure'] | null
  readonly group: Row['group'] | null
}

interface ReadRow {
  /** null: the row only names a measure or heading, or is too broken to be one. */
  readonly row: Row | null
  readonly above: Above
  readonly faults: readonly InputFault[]
}

export function readTableRow(cells: NamedCells, above: Above): ReadRow {
  const faults: InputFault[] = []
  const fault = (key: ColumnKey, kind: InputFault['fault'], found = cells.cell(key)) =>
    faults.push({ place: cells.where(key), fault: kind, found })
  const code = readCode(cells.cell('code'))
  if (cells.cell('code') && !code) fault('code', 'unknown-code')

  const measure = readMeasureCells(cells, above, code, fault)
  const goesOn = above.measure?.number === measure.number
  const group = readGroupCells(cells, goesOn ? above.group : null, fault)
  const now: Above = {
    measures: new Map(above.measures).set(measure.number, measure),
    measure,
    group,
  }
  checkLengths(cells, fault)
  if (!cells.cell('title')) {
    if (itemKeys.some((key) => cells.cell(key))) fault('title', 'required')
    return { row: null, above: now, faults }
  }
  if (cells.has('measureTitle') && !measure.title) fault('measureTitle', 'required')
  if (cells.has('groupText') && !group.text) fault('groupText', 'required')
  if (code && Number(code.split('-')[0]) !== measure.number) fault('code', 'unknown-code')
  const id = cells.cell('id')
  if (id && !/^itm_[a-z0-9]{1,40}$/.test(id)) fault('id', 'unreadable')
  const row: Row = {
    place: cells.where(cells.has('code') && code ? 'code' : 'title'),
    measure,
    group,
    code: code ?? '',
    ...(id && { id }),
    content: readContent(cells, fault),
  }
  return { row, above: now, faults }
}

type Fault = (key: ColumnKey, kind: InputFault['fault'], found?: string) => void

/** A row with one of these and no title is an item whose title was forgotten. */
const itemKeys: readonly ColumnKey[] = ['code', 'lead', 'description', 'departments', 'id']

function readMeasureCells(cells: NamedCells, above: Above, code: string | null, fault: Fault) {
  const numbered = /^施策\s*([0-9０-９]+)\s*[.．:：]?\s*(.*)$/su.exec(cells.cell('measureTitle'))
  const title = numbered ? (numbered[2] ?? '') : cells.cell('measureTitle')
  const typed = cells.cell('measureNumber').replace(/^施策\s*/, '') || numbered?.[1] || ''
  const read = typed ? readCount(typed) : null
  if (typed && read === null) fault('measureNumber', 'not-a-number')
  const known = [...above.measures.values()].find((one) => title && one.title === title)
  const ofCode = code && !cells.has('measureNumber') ? Number(code.split('-')[0]) : null
  const next = Math.max(0, ...above.measures.keys()) + 1
  const number =
    read ?? ofCode ?? (title ? (known?.number ?? next) : (above.measure?.number ?? next))
  const before = above.measures.get(number)
  if (before && title && before.title && before.title !== title) {
    fault('measureTitle', 'measure-differs')
  }
  const translations = translationsOf(cells, 'measureTitle', 'title')
  if (before && (!title || before.title === title)) {
    return translations && !before.translations ? { ...before, translations } : before
  }
  return { number, title, ...(translations && { translations }) }
}

function readGroupCells(cells: NamedCells, inherited: Row['group'] | null, fault: Fault) {
  const text = cells.cell('groupText').replace(/^■\s*/, '')
  const typed = cells.cell('audience')
  const read = typed ? readAudience(typed) : null
  if (read === undefined) fault('audience', 'unknown-audience')
  const audience = read ?? null
  if (!text) {
    if (inherited) return typed ? { ...inherited, audience } : inherited
    return { audience, text: '' }
  }
  const translations = translationsOf(cells, 'groupText', 'text')
  return { audience, text, ...(translations && { translations }) }
}

function translationsOf<F extends string>(
  cells: NamedCells,
  column: (typeof translatedFields)[number],
  field: F,
): { readonly [T in (typeof tongues)[number]]?: { readonly [K in F]?: string } } | null {
  const found: { [T in (typeof tongues)[number]]?: { [K in F]?: string } } = {}
  for (const tongue of tongues) {
    const text = cells.cell(`${column}.${tongue}`)
    const one: { [K in F]?: string } = {}
    if (text) {
      one[field] = text
      found[tongue] = one
    }
  }
  return Object.keys(found).length > 0 ? found : null
}

function checkLengths(cells: NamedCells, fault: Fault) {
  for (const { key, max, kind } of readableColumns) {
    const text = max === undefined ? '' : cells.cell(key)
    if (max === undefined || !text) continue
    for (const one of kind === 'list' ? namesIn(text) : [text]) {
      if (tooLong(one, max)) fault(key, 'too-long', `${[...one].slice(0, 20).join('')}…`)
    }
  }
}

function readContent(cells: NamedCells, fault: Fault): ItemContent {
  function choice<T>(key: ColumnKey, read: (text: string) => T | null, kind: InputFault['fault']) {
    const text = cells.cell(key)
    const value = text ? read(text) : null
    if (text && value === null) fault(key, kind)
    return value
  }
  const budget = choice('budgetYen', readNumber, 'not-a-number')
  const sound = budget === null || (Number.isSafeInteger(budget) && budget >= 0)
  if (!sound) fault('budgetYen', 'not-a-number')
  return {
    lead: choice('lead', readLead, 'unknown-lead'),
    title: cells.cell('title'),
    description: cells.cell('description'),
    departments: namesIn(cells.cell('departments')),
    owner: cells.cell('owner'),
    deputy: cells.cell('deputy'),
    commitment: choice('commitment', readCommitment, 'unknown-commitment'),
    considerUntil: choice('considerUntil', readDay, 'not-a-date'),
    citizenRole: cells.cell('citizenRole'),
    cityRole: cells.cell('cityRole'),
    indicators: readIndicators(cells, choice, fault),
    schedule: readSchedule(cells),
    budgetYen: sound ? budget : null,
    articles: namesIn(cells.cell('articles')),
    translations: readTranslations(cells),
  }
}

function readSchedule(cells: NamedCells): Schedule {
  const [q1, q2, q3, q4] = [cells.cell('q1'), cells.cell('q2'), cells.cell('q3'), cells.cell('q4')]
  return { ...emptySchedule, q1, q2, q3, q4 }
}

type Choice = <T>(
  key: ColumnKey,
  read: (text: string) => T | null,
  kind: InputFault['fault'],
) => T | null

function readIndicators(cells: NamedCells, choice: Choice, fault: Fault): Indicator[] {
  const found: Indicator[] = []
  for (let n = 1; cells.has(`indicator${n}.name`); n += 1) {
    const name = cells.cell(`indicator${n}.name`)
    const unit = cells.cell(`indicator${n}.unit`)
    const baseline = choice(`indicator${n}.baseline`, readNumber, 'not-a-number')
    const target = choice(`indicator${n}.target`, readNumber, 'not-a-number')
    const direction = choice(`indicator${n}.direction`, readDirection, 'unknown-direction') ?? 'up'
    if (name) found.push({ name, unit, baseline, target, direction })
    else if (unit || baseline !== null || target !== null)
      fault(`indicator${n}.name`, 'required', '')
  }
  return found
}

function readTranslations(cells: NamedCells): ItemContent['translations'] {
  const fields = ['title', 'description', 'citizenRole', 'cityRole'] as const
  type Texts = { [F in (typeof fields)[number]]?: string }
  const found: { [T in (typeof tongues)[number]]?: Texts } = {}
  for (const tongue of tongues) {
    const texts: Texts = {}
    for (const field of fields) {
      const text = cells.cell(`${field}.${tongue}`)
      if (text) texts[field] = text
    }
    if (Object.keys(texts).length > 0) found[tongue] = texts
  }
  return found
}
