import type { z } from 'zod'
import { emptyContent } from '../item.ts'
import { type PlanJson, planForm, type ReadPlanJson, strictPlanForm } from './json-form.ts'
import { audienceWords, readAudience } from './marks.ts'
import {
  type Head,
  type InputFault,
  type Question,
  type Reading,
  type Row,
  type RowField,
  rowFields,
} from './sheet.ts'

export type { PlanJson } from './json-form.ts'

/**
 * Reads a plan from JSON: measures, headings, items. `lead: null` is a question. A fault names the
 * JSON path; keys that nobody knows are told and passed over, comments ($comment, titleNote) are
 * not.
 */
export function readPlanJson(value: unknown): Reading {
  const notes = unknownKeys(value)
  const read = planForm.safeParse(value)
  if (!read.success) {
    const faults = read.error.issues.map((issue) => faultOf(issue, value))
    return { head: {}, rows: [], questions: [], faults: [...faults, ...notes] }
  }
  const rows = rowsOf(read.data)
  const faults = [...notes, ...repeated(rows)]
  if (rows.length === 0) faults.push({ place: 'measures', fault: 'nothing-found', found: '' })
  return {
    head: headOf(read.data),
    rows,
    questions: rows.flatMap(askBlanks),
    faults,
    fields: fieldsOf(read.data),
  }
}

function headOf(plan: ReadPlanJson): Partial<Head> {
  const { fiscalYear, title, subtitle, purpose, aim, goals, levels, translations } = plan
  return {
    ...(title !== undefined && { title }),
    ...(subtitle !== undefined && { subtitle }),
    ...(purpose !== undefined && { purpose }),
    ...(aim !== undefined && { aim }),
    ...(fiscalYear !== undefined && { fiscalYear }),
    ...(goals !== undefined && { goals }),
    ...(levels !== undefined && { levels }),
    ...(translations !== undefined && { translations: told(translations) }),
  }
}

function rowsOf(plan: ReadPlanJson): Row[] {
  const codes = new Set(
    plan.measures.flatMap((m) => m.headings.flatMap((h) => h.items.map((item) => item.number))),
  )
  return plan.measures.flatMap(({ number, title, translations, headings }, m) => {
    const measure = { number, title, ...(translations && { translations: told(translations) }) }
    let count = 0
    const next = () => {
      do count += 1
      while (codes.has(`${number}-${count}`))
      return `${number}-${count}`
    }
    return headings.flatMap((heading, h) => {
      const group = {
        audience: heading.audience === null ? null : (readAudience(heading.audience) ?? null),
        text: heading.text,
        ...(heading.translations && { translations: told(heading.translations) }),
      }
      return heading.items.map((item, i): Row => {
        const { id, number: code, translations: words, ...content } = item
        return {
          place: `measures[${m}].headings[${h}].items[${i}]`,
          measure,
          group,
          code: code ?? next(),
          ...(id !== undefined && { id }),
          content: {
            ...emptyContent,
            ...told(content),
            ...(words && { translations: told(words) }),
          },
        }
      })
    })
  })
}

/**
 * A key that no item has leaves the plan as it is; one that is null or empty somewhere empties it.
 */
function fieldsOf({ measures }: ReadPlanJson): RowField[] {
  const headings = measures.flatMap((measure) => measure.headings)
  const items = headings.flatMap((heading) => heading.items)
  const told = new Set(items.flatMap((item) => Object.keys(item)))
  const translated = [...measures, ...headings, ...items].some((one) => one.translations)
  return rowFields.filter(
    (field) =>
      ['code', 'measure', 'audience', 'group'].includes(field) ||
      (field === 'translations' ? translated : told.has(field)),
  )
}

/** Zod writes absent keys of optional fields as undefined; the model has no such value. */
type Told<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]: Told<Exclude<T[K], undefined>> }
    : T

function told<T extends object>(value: T): Told<T>
function told(value: object): object {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, isPlainObject(one) ? told(one) : one]),
  )
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function askBlanks({ place, code, content }: Row): Question[] {
  const asked: Question[] = []
  const original = [code, content.title, content.description].join('\t')
  if (content.lead === null) {
    const key = `lead:${code}`
    asked.push({ key, code, field: 'lead', reason: 'mark-missing', original, place, seen: '' })
  }
  if (content.departments.length === 0) {
    const reason = 'department-missing'
    const key = `departments:${code}`
    asked.push({ key, code, field: 'departments', reason, original, place, seen: '' })
  }
  return asked
}

function repeated(rows: readonly Row[]): InputFault[] {
  const faults: InputFault[] = []
  const codes = new Set<string>()
  const ids = new Set<string>()
  for (const { code, id, place, measure } of rows) {
    if (codes.has(code))
      faults.push({ place: `${place}.number`, fault: 'duplicate-code', found: code })
    else if (Number(code.split('-')[0]) !== measure.number) {
      faults.push({ place: `${place}.number`, fault: 'unknown-code', found: code })
    }
    if (id !== undefined && ids.has(id)) {
      faults.push({ place: `${place}.id`, fault: 'duplicate-id', found: id })
    }
    codes.add(code)
    if (id !== undefined) ids.add(id)
  }
  return faults
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '') || '$'

/** What stands at a path, shortly. */
function foundAt(value: unknown, path: readonly PropertyKey[]): string {
  let at = value
  for (const key of path)
    at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined
  const text = at === undefined ? '' : typeof at === 'string' ? at : (JSON.stringify(at) ?? '')
  return [...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text
}

const own: readonly InputFault['fault'][] = ['too-long', 'not-a-date', 'unknown-audience']
const byKey = new Map<PropertyKey | undefined, InputFault['fault']>([
  ['lead', 'unknown-lead'],
  ['commitment', 'unknown-commitment'],
  ['direction', 'unknown-direction'],
])

function faultOf(issue: z.core.$ZodIssue, value: unknown): InputFault {
  const found = foundAt(value, issue.path)
  const place = pathOf(issue.path)
  const named = own.find((one) => one === issue.message)
  if (named) return { place, fault: named, found }
  const key = issue.path.at(-1)
  const missing = found === '' && (issue.code === 'invalid_type' || issue.code === 'too_small')
  if (missing || (issue.code === 'invalid_value' && found === '')) {
    return { place, fault: 'required', found }
  }
  const kind = byKey.get(key)
  if (kind) return { place, fault: kind, found }
  if (key === 'number' && issue.code === 'invalid_format') {
    return { place, fault: 'unknown-code', found }
  }
  const numeric = issue.code === 'invalid_type' && /^(int|number)$/.test(issue.expected)
  return { place, fault: numeric ? 'not-a-number' : 'unreadable', found }
}

function unknownKeys(value: unknown): InputFault[] {
  const issues = strictPlanForm.safeParse(value).error?.issues ?? []
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys
          .filter((key) => !key.startsWith('$') && !/Note$/.test(key))
          .map((key) => ({
            place: pathOf(issue.path),
            fault: 'unknown-column' as const,
            found: key,
          }))
      : [],
  )
}

/** A plan as JSON; `readPlanJson` gives the same head and rows back. */
export function toPlanJson(head: Partial<Head>, rows: readonly Row[]): PlanJson {
  const { fiscalYear, goals, translations, ...texts } = head
  const departments = [...new Set(rows.flatMap((row) => row.content.departments))]
  const measures: PlanJson['measures'] = []
  let above: Row | undefined
  for (const row of rows) {
    const { measure, group } = row
    let last = measures.at(-1)
    if (!last || last.number !== measure.number) {
      last = { ...measure, headings: [] }
      measures.push(last)
      above = undefined
    }
    let heading = last.headings.at(-1)
    if (!heading || !above || !isSameGroup(above, row)) {
      const audience = group.audience && audienceWords[group.audience]
      heading = { ...group, audience, items: [] }
      last.headings.push(heading)
    }
    heading.items.push(itemJson(row))
    above = row
  }
  return {
    ...texts,
    ...(fiscalYear !== undefined && fiscalYear !== null && { fiscalYear }),
    ...(goals && { goals: [...goals] }),
    ...(translations && { translations: writable(translations) }),
    departments,
    measures,
  }
}

type ItemJson = PlanJson['measures'][number]['headings'][number]['items'][number]

function itemJson({ id, code, content }: Row): ItemJson {
  const { lead, title, description, departments, indicators, articles, ...more } = content
  const filled = Object.entries(more).filter(([key, value]) => !isEmpty(key, value))
  return {
    ...(id !== undefined && { id }),
    number: code,
    lead,
    title,
    description,
    departments: [...departments],
    ...(indicators.length > 0 && { indicators: [...indicators] }),
    ...(articles.length > 0 && { articles: [...articles] }),
    ...Object.fromEntries(filled),
  }
}

const empty: Readonly<Record<string, unknown>> = { ...emptyContent }
const isEmpty = (key: string, value: unknown) =>
  JSON.stringify(value) === JSON.stringify(empty[key])

const isSameGroup = (one: Row, other: Row) =>
  JSON.stringify(one.group) === JSON.stringify(other.group)

function writable(translations: NonNullable<Head['translations']>): PlanJson['translations'] {
  return Object.fromEntries(
    Object.entries(translations).map(([tongue, { goals, ...words }]) => [
      tongue,
      { ...words, ...(goals && { goals: [...goals] }) },
    ]),
  )
}
