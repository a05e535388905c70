import type { Disposition, Named, Route } from '../terms.ts'

/** The lists of words that a city keeps for its voices; of one of them each line may be a promise. */
export const wordLists = ['topics', 'dispositions', 'grounds', 'outside'] as const
export type WordList = (typeof wordLists)[number]

/** One line of such a list as its fields hold it. `key` is ours: empty of what is new. */
export interface WordRow {
  readonly key: string
  readonly ja: string
  readonly easy: string
  readonly en: string
  readonly ko: string
  readonly promises: boolean
}
export type RouteRow = Route

/** A sheet of fields beneath the words and rules that there are, for what is new. */
export const newRows = 3
const mostRows = 80
/** Characters of one field. */
export const longestWord = 120

export const wordFields = ['ja', 'easy', 'en', 'ko'] as const
export const routeFields = [
  'topic',
  'district',
  'section',
  'deputy',
  'awayFrom',
  'awayUntil',
] as const

/** Faults by the name of their field: `topics.3.en`. */
type RowFaults = Readonly<Record<string, string>>
export interface ReadRows<T> {
  readonly values: readonly T[]
  readonly faults: RowFaults
}

type Body = Readonly<Record<string, unknown>>
const cell = (body: Body, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value.trim() : ''
}
const indices = (body: Body, list: string): readonly number[] =>
  [
    ...new Set(
      Object.keys(body).flatMap((name) => {
        const [of, at = ''] = name.split('.')
        return of === list && /^\d{1,3}$/.test(at) ? [Number(at)] : []
      }),
    ),
  ]
    .toSorted((a, b) => a - b)
    .slice(0, mostRows)

export const wordRows = (all: readonly (Named | Disposition)[]): readonly WordRow[] =>
  all.map(({ key, ja, easy, en, ko, ...more }) => {
    return { key, ja, easy, en, ko, promises: 'promises' in more && more.promises === true }
  })

/** As they were typed, in the order of the page. */
export const typedWords = (body: Body, list: WordList): readonly WordRow[] =>
  indices(body, list).map((at) => {
    const of = (field: string) => cell(body, `${list}.${at}.${field}`)
    const words = { ja: of('ja'), easy: of('easy'), en: of('en'), ko: of('ko') }
    return { key: of('key'), ...words, promises: of('promises') === 'yes' }
  })

export const typedRoutes = (body: Body): readonly RouteRow[] =>
  indices(body, 'routing').map((at) => {
    const of = (field: (typeof routeFields)[number]) => cell(body, `routing.${at}.${field}`)
    return {
      topic: of('topic'),
      district: of('district'),
      section: of('section'),
      deputy: of('deputy'),
      awayFrom: of('awayFrom'),
      awayUntil: of('awayUntil'),
    }
  })

/**
 * The words of a list. A line that was emptied is taken out; what is new gets a key of its own, which stays, because a
 * voice keeps the terms of its day. Easy Japanese and Korean may be left to the words beside them.
 */
export function readWords(
  list: WordList,
  typed: readonly WordRow[],
  known: readonly Named[],
): ReadRows<Disposition> {
  const faults: Record<string, string> = {}
  const values: Disposition[] = []
  const keys = new Set(known.map(({ key }) => key))
  const used = new Set<string>()
  const seen = new Set<string>()
  for (const [at, row] of typed.entries()) {
    const { ja, en } = row
    if (!wordFields.some((field) => row[field])) continue
    if (!ja) faults[`${list}.${at}.ja`] = 'terms-words'
    else if (seen.has(ja)) faults[`${list}.${at}.ja`] = 'terms-twice'
    if (!en) faults[`${list}.${at}.en`] = 'terms-words'
    for (const field of wordFields)
      if ([...row[field]].length > longestWord) faults[`${list}.${at}.${field}`] = 'terms-long'
    seen.add(ja)
    const key = keys.has(row.key) && !used.has(row.key) ? row.key : freshKey(keys)
    keys.add(key)
    used.add(key)
    values.push({ key, ja, easy: row.easy || ja, en, ko: row.ko || en, promises: row.promises })
  }
  if (!values.length) faults[`${list}.0.ja`] = 'terms-words'
  return { values, faults }
}

function freshKey(taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) if (!taken.has(`w${n}`)) return `w${n}`
}

/** What a rule may name: topics and districts by their keys, sections by their names. */
export interface Nameable {
  readonly topics: readonly Named[]
  readonly districts: readonly { readonly value: string; readonly label: string }[]
  readonly sections: readonly string[]
}

const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(+new Date(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

/** 振り分けのきまり; a rule of which nothing is chosen is none. */
export function readRoutes(typed: readonly RouteRow[], known: Nameable): ReadRows<Route> {
  const faults: Record<string, string> = {}
  const values: Route[] = []
  for (const [at, row] of typed.entries()) {
    if (!routeFields.some((field) => row[field])) continue
    const fault = (field: string, reason: string) => {
      faults[`routing.${at}.${field}`] = reason
    }
    if (!known.topics.some(({ key }) => key === row.topic)) fault('topic', 'unknown-topic')
    if (row.district && !known.districts.some(({ value }) => value === row.district))
      fault('district', 'route-district')
    if (!known.sections.includes(row.section)) fault('section', 'route-section')
    if (row.deputy && !known.sections.includes(row.deputy)) fault('deputy', 'route-section')
    for (const field of ['awayFrom', 'awayUntil'] as const)
      if (row[field] && !isDay(row[field])) fault(field, 'terms-day')
    values.push(row)
  }
  return { values, faults }
}

/** 市の休みの日: one a line. */
export function readDays(text: string): ReadRows<string> & { readonly line: number | null } {
  const days = text
    .split('\n')
    .map((day) => day.trim())
    .filter(Boolean)
  const odd = days.findIndex((day) => !isDay(day))
  const faults: RowFaults = odd < 0 ? {} : { closedOn: 'terms-day' }
  return { values: [...new Set(days)].toSorted(), faults, line: odd < 0 ? null : odd + 1 }
}
