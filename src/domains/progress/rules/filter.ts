import { type AlarmKind, alarms } from '../progress.ts'
import { latelyOf, waitingOf } from './showing.ts'
import {
  type ItemProgress,
  type ItemStanding,
  placesOf,
  standings,
  type YearProgress,
} from './year.ts'

/** What a reader narrowed the items of a year down to. Its address can be sent to someone. */
export interface ProgressFilter {
  readonly standing: ItemStanding | null
  readonly measure: number | null
  /** ★ ● ◎, or `open` while nobody has said. */
  readonly lead: string
  readonly department: string
  /** The id of a district, or `whole`. */
  readonly district: string
  readonly alarm: AlarmKind | 'any' | null
  /** Of which section the last report has not come; `all` of any. */
  readonly waiting: string
  /** Only what was reported in the last days. */
  readonly lately: boolean
}

type Query = Readonly<Record<string, string | undefined>>

/** Whatever is not a known choice narrows nothing down. */
export function readProgressFilter(query: Query): ProgressFilter {
  const measure = Number(query.measure)
  return {
    standing: standings.find((one) => one === query.standing) ?? null,
    measure: Number.isInteger(measure) && measure > 0 ? measure : null,
    lead: ['citizens', 'city', 'both', 'open'].find((one) => one === query.lead) ?? '',
    department: (query.department ?? '').slice(0, 60),
    district: (query.district ?? '').slice(0, 60),
    alarm: ([...alarms, 'any'] as const).find((one) => one === query.alarm) ?? null,
    waiting: (query.waiting ?? '').slice(0, 60),
    lately: query.lately === '1',
  }
}

export const conditionsIn = (f: ProgressFilter): number =>
  [f.standing, f.measure, f.lead, f.department, f.district, f.alarm, f.waiting, f.lately].filter(
    Boolean,
  ).length

/** The items behind a figure, in the order of the plan. */
export function filtered(year: YearProgress, f: ProgressFilter): readonly ItemProgress[] {
  const lately = f.lately ? new Set(latelyOf(year).map(({ one }) => one.item.id)) : null
  const missing = f.waiting ? (waitingOf(year)?.items ?? []) : null
  const waiting =
    missing &&
    new Set(
      missing.filter((m) => f.waiting === 'all' || m.asked === f.waiting).map((m) => m.item.id),
    )
  return year.items.filter(
    ({ item, measure, standing, alarms: own, reports }) =>
      (f.standing === null || standing === f.standing) &&
      (f.measure === null || measure.number === f.measure) &&
      (!f.lead || (item.lead ?? 'open') === f.lead) &&
      (!f.department || item.departments.includes(f.department)) &&
      (!f.district || reports.some((one) => placesOf(one).includes(f.district))) &&
      (f.alarm === null || own.some(({ kind }) => f.alarm === 'any' || kind === f.alarm)) &&
      (!lately || lately.has(item.id)) &&
      (!waiting || waiting.has(item.id)),
  )
}
