import {
  type Body,
  blank,
  choice,
  date,
  decimal,
  type Filled,
  fill,
  hidden,
  lines,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  several,
  text,
  wholeNumber,
  within,
} from '#platform/form.ts'
import { tongues } from './intake/columns.ts'
import { limits } from './intake/limits.ts'
import {
  commitments,
  directions,
  emptyContent,
  type Indicator,
  type ItemContent,
  leads,
} from './item.ts'
import { relations } from './lineage.ts'
import { audiences } from './plan.ts'

export { within } from '#platform/form.ts'

export type Tongue = (typeof tongues)[number]

/** 新しい計画. */
export const createForm = { year: wholeNumber(2100), title: text(limits.title) }
export const reasonForm = { reason: longText(500) }
export const optionalReasonForm = { reason: optionalLongText(500) }
export const measureForm = {
  title: text(limits.measure),
  ...translated('title', limits.measure),
}
export const groupForm = {
  audience: optionalChoice(audiences),
  text: longText(limits.group),
  ...translated('text', limits.group),
}
export const newItemForm = { group: hidden, title: text(limits.title) }

/** 前書き: what stands before the measures, and what the levels are called. */
export const headForm = {
  version: hidden,
  title: text(limits.title),
  subtitle: optionalText(limits.title),
  purpose: optionalLongText(limits.purpose),
  aim: optionalLongText(limits.aim),
  goals: lines(9, limits.purpose),
  measure: text(20),
  group: text(20),
  item: text(20),
}
export const headWordsForm = {
  title: optionalText(limits.title * 4),
  subtitle: optionalText(limits.title * 4),
  purpose: optionalLongText(limits.purpose * 4),
  aim: optionalLongText(limits.aim * 4),
  goals: lines(9, limits.purpose * 4),
}

/** 項目: all that its editor may change. */
export const itemForm = {
  title: text(limits.title),
  description: optionalLongText(limits.description),
  lead: optionalChoice(leads),
  departments: several(40, limits.department),
  otherDepartments: optionalText(400),
  owner: optionalText(limits.person),
  deputy: optionalText(limits.person),
  commitment: optionalChoice(commitments),
  considerUntil: date,
  citizenRole: optionalLongText(limits.role),
  cityRole: optionalLongText(limits.role),
  q1: optionalLongText(limits.quarter),
  q2: optionalLongText(limits.quarter),
  q3: optionalLongText(limits.quarter),
  q4: optionalLongText(limits.quarter),
  budgetYen: wholeNumber(999_999_999_999),
  articles: lines(30, limits.article),
}
export const indicatorForm = {
  name: optionalText(limits.indicator),
  unit: optionalText(limits.unit),
  baseline: decimal,
  target: decimal,
  direction: choice(directions),
}
export const itemWordsForm = {
  title: optionalText(limits.title * 4),
  description: optionalLongText(limits.description * 4),
  citizenRole: optionalLongText(limits.role * 4),
  cityRole: optionalLongText(limits.role * 4),
}

/** まとめて直す: an empty field changes nothing. */
export const bulkForm = {
  items: several(500, 60),
  lead: optionalChoice(leads),
  commitment: optionalChoice(commitments),
  owner: optionalText(limits.person),
  deputy: optionalText(limits.person),
  addDepartment: optionalText(limits.department),
  removeDepartment: optionalText(limits.department),
  considerUntil: date,
}

/** The items of a bulk change with the versions that it made: `itm_a.3,itm_b.7`. */
export const undoForm = { undo: optionalLongText(40_000) }

interface Touched {
  readonly id: string
  readonly version: number
}
export const sayTouched = (touched: readonly Touched[]): string =>
  touched.map(({ id, version }) => `${id}.${version}`).join(',')
export const readTouched = (text: string): Touched[] =>
  [...text.matchAll(/(itm_\w+)\.(\d{1,9})(?:,|$)/g)].map(([, id = '', version]) => ({
    id,
    version: Number(version),
  }))

export const intakeForm = { year: wholeNumber(2100), pasted: optionalLongText(300_000) }

/** 年度更新: what is to become of one item. */
export const fateForm = {
  relation: choice(relations),
  titles: lines(9, limits.title),
  into: hidden,
  reason: optionalLongText(500),
}

/** An item as it stands in its form: the fixed fields, rows of indicators, and a part for each language. */
export interface ItemTyped {
  readonly main: Filled<typeof itemForm>
  readonly indicators: readonly Filled<typeof indicatorForm>[]
  readonly words: Readonly<Record<Tongue, Filled<typeof itemWordsForm>>>
  /** When nothing is wrong. */
  readonly content?: ItemContent
}

const mostIndicators = 12
const emptyRows = 2

export const indicatorName = (row: number) => `indicator${row}`

/** Reads the form of an item out of a body; everything typed is in the answer, right or wrong. */
export function readItem(body: Body): ItemTyped {
  const main = fill(itemForm, body)
  const rows = indicatorRows(body)
  const indicators = rows.map(readIndicator)
  const words = byTongue((tongue) => fill(itemWordsForm, within(body, tongue)))
  const typed = { main, indicators, words }
  const kept = indicators.map((row) => row.values)
  const said = byTongue((tongue) => words[tongue].values)
  if (!main.values || kept.includes(undefined) || tongues.some((l) => !said[l])) return typed
  const { q1, q2, q3, q4, otherDepartments, departments, ...rest } = main.values
  const content: ItemContent = {
    ...rest,
    departments: [...new Set([...departments, ...namesIn(otherDepartments)])],
    schedule: { q1, q2, q3, q4 },
    indicators: kept.flatMap((row): Indicator[] => (row?.name ? [row] : [])),
    translations: withoutEmpty(said),
  }
  return { ...typed, content }
}

/** A figure without a name would be lost: its name is asked for. */
function readIndicator(part: Body): Filled<typeof indicatorForm> {
  const { values, ...row } = fill(indicatorForm, { direction: 'up', ...part })
  if (!values) return row
  const { name, unit, baseline, target } = values
  const nameless = !name && (unit || baseline !== null || target !== null)
  return nameless ? { ...row, faults: { name: 'required' } } : { ...row, values }
}

/** A form that starts from what the item says. */
export function itemTyped(content: ItemContent = emptyContent): ItemTyped {
  const { schedule, indicators, translations, ...rest } = content
  const rows = [...indicators, ...Array.from({ length: emptyRows }, () => ({ direction: 'up' }))]
  return {
    main: blank(itemForm, { ...rest, ...schedule }),
    indicators: rows.slice(0, mostIndicators).map((row) => blank(indicatorForm, { ...row })),
    words: byTongue((tongue) => blank(itemWordsForm, { ...translations[tongue] })),
    content,
  }
}

/** Every row that was sent, an unnamed one too when a figure was typed into it. */
function indicatorRows(body: Body): Body[] {
  const rows = Array.from({ length: mostIndicators }, (_, i) => within(body, indicatorName(i)))
  const last = rows.findLastIndex((row) => 'name' in row)
  return rows.slice(0, last + 1)
}

export function byTongue<T>(of: (tongue: Tongue) => T): Record<Tongue, T> {
  return { easy: of('easy'), en: of('en'), ko: of('ko') }
}

/** Languages and fields in which nothing was written are not there. */
export function withoutEmpty<T extends object>(
  words: Readonly<Record<Tongue, T | undefined>>,
): { readonly [L in Tongue]?: Partial<T> } {
  const said = tongues.flatMap((tongue) => {
    const texts = Object.entries<string | readonly string[]>(words[tongue] ?? {}).filter(
      ([, text]) => text.length > 0,
    )
    return texts.length ? [[tongue, Object.fromEntries(texts)] as const] : []
  })
  return Object.fromEntries(said) as { readonly [L in Tongue]?: Partial<T> }
}

/** One text in three languages: `title.en`. */
function translated<F extends string>(field: F, max: number) {
  const one = optionalLongText(max * 4)
  const named = (tongue: Tongue) => `${field}.${tongue}` as const
  return { [named('easy')]: one, [named('en')]: one, [named('ko')]: one } as Record<
    `${F}.${Tongue}`,
    typeof one
  >
}

export const namesIn = (text: string): string[] =>
  text
    .split(/[、，,\n]/)
    .map((name) => name.trim())
    .filter(Boolean)
