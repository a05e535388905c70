import { fiscalYearOf, type IsoDate } from '#platform/calendar.ts'
import type { PublicPoint } from './shown.ts'

/** What a reader narrowed the public voices down to; its address can be sent to somebody. */
export interface Asked {
  readonly words: string
  readonly topic: string
  readonly section: string
  readonly district: string
  readonly age: string
  /** The fiscal year in which it came. */
  readonly year: string
  /** The last point of the page before: its day, its voice, itself. */
  readonly after: string | null
}

type Query = Readonly<Record<string, string | undefined>>

export function readAsked(query: Query): Asked {
  const text = (name: string) => (query[name] ?? '').trim().slice(0, 100)
  return {
    words: text('words'),
    topic: text('topic'),
    section: text('section'),
    district: text('district'),
    age: text('age'),
    year: /^\d{4}$/.exec(text('year'))?.[0] ?? '',
    after: query.after ?? null,
  }
}

/** The fiscal year of an address, the newest unless said; undefined for one in which no voice came. */
export function yearAmong(
  years: readonly number[],
  asked: number | undefined,
  today: IsoDate,
): number | undefined {
  const newest = years[0] ?? fiscalYearOf(today)
  const year = asked ?? newest
  return year === newest || years.includes(year) ? year : undefined
}

export const conditionsIn = ({ words, topic, section, district, age, year }: Asked): number =>
  [words, topic, section, district, age, year].filter(Boolean).length

export function addressOf(path: string, asked: Partial<Asked>): string {
  const said = Object.entries(asked).filter(([, value]) => value)
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
  return query ? `${path}?${query}` : path
}

type Place = Pick<PublicPoint, 'receivedOn' | 'voice' | 'id'>

export const placeOf = ({ receivedOn, voice, id }: Place): string => `${receivedOn}~${voice}~${id}`

/** undefined of what no page of ours has written. */
export function readPlace(text: string | null): Place | undefined {
  const [, receivedOn = '', voice, id] =
    /^(\d{4}-\d\d-\d\d)~(voi_[a-z0-9]+)~(vpt_[a-z0-9]+)$/.exec(text ?? '') ?? []
  if (!voice || !id || Number.isNaN(Date.parse(receivedOn))) return undefined
  return { receivedOn, voice: voice as Place['voice'], id: id as Place['id'] }
}

/** The last line of the page before, of the desk's list. */
export function readPlaceOfPoint(
  text: string | undefined,
): Pick<PublicPoint, 'receivedOn' | 'id'> | undefined {
  const [, receivedOn = '', id] = /^(\d{4}-\d\d-\d\d)~(vpt_[a-z0-9]+)$/.exec(text ?? '') ?? []
  if (!id || Number.isNaN(Date.parse(receivedOn))) return undefined
  return { receivedOn, id: id as PublicPoint['id'] }
}

/** Points in the order of the list, by their voices. */
export function byVoice(points: readonly PublicPoint[]): readonly (readonly PublicPoint[])[] {
  const voices = new Map<string, PublicPoint[]>()
  for (const point of points) voices.set(point.voice, [...(voices.get(point.voice) ?? []), point])
  return [...voices.values()]
}

/**
 * One page out of `limit + 1` points that were read: the voice at the end may go on, so it stands whole on the next
 * page — but a voice that fills a page alone is cut.
 */
export function pageOf(
  points: readonly PublicPoint[],
  limit: number,
): { readonly voices: readonly (readonly PublicPoint[])[]; readonly after: string | null } {
  if (points.length <= limit) return { voices: byVoice(points), after: null }
  const voices = byVoice(points)
  const kept = voices.length > 1 ? voices.slice(0, -1) : byVoice(points.slice(0, limit))
  const last = kept.at(-1)?.at(-1)
  return { voices: kept, after: last ? placeOf(last) : null }
}
