import { no, type Result, yes } from '#platform/result.ts'
import type { Disposition, Named, Route } from '../terms.ts'

/** A stroke between two cells; the one in {漢字|かんじ} stands within a word. */
const between = /[|｜](?![^{}]*\})/

/** Words of a city as lines of a form, one each: key | ja | easy | en | ko. What is typed in full width counts as well. */
const cellsOf = (line: string) => line.split(between).map((cell) => cell.trim())
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Which line cannot be read, counted from 1. */
const wrong = (reason: string, place: string, line: number) =>
  no({ kind: 'refused', reason, place: `${place}.${line}` })

export const namedText = (all: readonly Named[]): string =>
  all.map(({ key, ja, easy, en, ko }) => [key, ja, easy, en, ko].join(' | ')).join('\n')

export const dispositionText = (all: readonly Disposition[]): string =>
  all
    .map(({ key, ja, easy, en, ko, promises }) =>
      [key, ja, easy, en, ko, ...(promises ? ['promise'] : [])].join(' | '),
    )
    .join('\n')

const isKey = (text: string) => /^[a-z][a-z0-9-]{0,39}$/.test(text)

function namedFrom(place: string, text: string): Result<readonly (Named & { more: string })[]> {
  const all: (Named & { more: string })[] = []
  for (const [at, line] of linesOf(text).entries()) {
    const [key = '', ja = '', easy = '', en = '', ko = '', more = ''] = cellsOf(line)
    if (!isKey(key)) return wrong('terms-key', place, at + 1)
    if (!ja || !en) return wrong('terms-words', place, at + 1)
    if (all.some((one) => one.key === key)) return wrong('terms-twice', place, at + 1)
    all.push({ key, ja, easy: easy || ja, en, ko: ko || en, more })
  }
  return all.length ? yes(all) : wrong('terms-words', place, 1)
}

/** A key that was used stays readable, because a voice keeps the terms of its day. */
export function readNamed(place: string, text: string): Result<readonly Named[]> {
  const read = namedFrom(place, text)
  return read.ok ? yes(read.value.map(({ more: _, ...named }) => named)) : read
}

export function readDispositions(place: string, text: string): Result<readonly Disposition[]> {
  const read = namedFrom(place, text)
  if (!read.ok) return read
  const odd = read.value.findIndex(({ more }) => more !== '' && more !== 'promise')
  if (odd >= 0) return wrong('terms-promise', place, odd + 1)
  return yes(read.value.map(({ more, ...named }) => ({ ...named, promises: more === 'promise' })))
}

const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(+new Date(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

export function readDays(place: string, text: string): Result<readonly string[]> {
  const days = linesOf(text)
  const odd = days.findIndex((day) => !isDay(day))
  return odd >= 0 ? wrong('terms-day', place, odd + 1) : yes([...new Set(days)].toSorted())
}

/** What a line of a rule may name: each list by its words, as the city's offices say them. */
export interface Nameable {
  readonly topics: readonly Named[]
  readonly districts: readonly { readonly value: string; readonly label: string }[]
  readonly sections: readonly string[]
}

/** topic | district | section | deputy | from | until; district, deputy and days may stay empty. */
export function routeText(all: readonly Route[], { topics, districts }: Nameable): string {
  const topic = (key: string) => topics.find((one) => one.key === key)?.ja ?? key
  const district = (id: string) => districts.find((one) => one.value === id)?.label ?? id
  return all
    .map((one) => {
      const cells = [topic(one.topic), district(one.district), one.section]
      const more = [one.deputy, one.awayFrom, one.awayUntil]
      return [...cells, ...(more.some(Boolean) ? more : [])].join(' | ')
    })
    .join('\n')
}

export function readRoutes(place: string, text: string, known: Nameable): Result<readonly Route[]> {
  const all: Route[] = []
  for (const [at, line] of linesOf(text).entries()) {
    const [what = '', where = '', section = '', deputy = '', awayFrom = '', awayUntil = ''] =
      cellsOf(line)
    const topic = known.topics.find(({ key, ja }) => key === what || ja === what)?.key
    const district = where === '' ? '' : known.districts.find((d) => d.label === where)?.value
    if (topic === undefined) return wrong('unknown-topic', place, at + 1)
    if (district === undefined) return wrong('route-district', place, at + 1)
    if (!known.sections.includes(section)) return wrong('route-section', place, at + 1)
    if (deputy && !known.sections.includes(deputy)) return wrong('route-section', place, at + 1)
    if ([awayFrom, awayUntil].some((day) => day && !isDay(day)))
      return wrong('terms-day', place, at + 1)
    all.push({ topic, district, section, deputy, awayFrom, awayUntil })
  }
  return yes(all)
}
