import type { District } from '#domains/districts/index.ts'
import type { Plan, PublicItem, placedItems } from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { groupBy } from '#platform/group.ts'
import {
  type Explanation,
  kinds,
  type ProgressKind,
  type PublicReport,
  type Round,
} from '../progress.ts'
import type { ProgressTerms } from '../terms.ts'
import type { Alarm } from './alarms.ts'

/** Where an item stands: what its newest report of the city means, or that there is none. */
export const standings = [...kinds, 'unreported'] as const satisfies readonly (
  | ProgressKind
  | 'unreported'
)[]
export type ItemStanding = (typeof standings)[number]

/** One item as anyone may see it on a day: every figure of a page, a print or a file is counted from these. */
export interface ItemProgress {
  readonly item: PublicItem
  readonly measure: Pick<
    ReturnType<typeof placedItems>[number]['measure'],
    'number' | 'title' | 'translations'
  >
  /** The section that was asked last, or stands first in the plan while nobody has been. */
  readonly asked: string
  /** Of both sides, oldest first. */
  readonly reports: readonly PublicReport[]
  /** The city's newest. */
  readonly latest: PublicReport | null
  readonly standing: ItemStanding
  readonly alarms: readonly Alarm[]
  /** The newest word of the section on each alarm. */
  readonly explanations: readonly Explanation[]
}

export interface YearProgress {
  readonly planId: string
  readonly fiscalYear: number
  readonly title: string
  readonly translations: Plan['translations']
  /** The day of which this is the picture. */
  readonly asOf: IsoDate
  /** What has been asked for, in the order of the year. */
  readonly rounds: readonly Pick<Round, 'period' | 'opensOn' | 'dueOn'>[]
  /** By which the alarms were sounded. */
  readonly terms: ProgressTerms & { readonly stalledAfterYears: number }
  readonly items: readonly ItemProgress[]
  /** The districts of that day, in the city's order, and those that ended and are still named. */
  readonly districts: readonly Pick<District, 'id' | 'name' | 'reading' | 'en' | 'ko'>[]
}

export type Counts = Readonly<Record<ItemStanding, number>>

export function countsOf(items: readonly ItemProgress[]): Counts {
  const counts = Object.fromEntries(standings.map((one) => [one, 0])) as Record<
    ItemStanding,
    number
  >
  for (const { standing } of items) counts[standing] += 1
  return counts
}

/** What the city's newest report means; a report whose value is on no scale any more is none. */
export const standingOf = (latest: PublicReport | null): ItemStanding =>
  latest?.step?.kind ?? 'unreported'

export type Dimension = 'measure' | 'lead' | 'department' | 'district' | 'standing'
/** 全市: what names no district. */
export const wholeCity = 'whole'

/**
 * Items by one of their sides, in the order in which the plan names them. An item with several departments
 * stands under each: such rows do not add up to the number of items, and their page says so. By district, every
 * district has its line, and the items are those of which something was reported there.
 */
export function itemsBy(
  year: YearProgress,
  dimension: Dimension,
): ReadonlyMap<string, readonly ItemProgress[]> {
  const keyed = year.items.flatMap((one) =>
    keysOf(one, dimension).map((key): readonly [string, ItemProgress] => [key, one]),
  )
  const groups = groupBy(keyed, ([key]) => key)
  if (dimension === 'district')
    return new Map(
      year.districts.length
        ? [...year.districts.map(({ id }) => id), wholeCity].map((key) => [
            key,
            (groups.get(key) ?? []).map(([, one]) => one),
          ])
        : [],
    )
  return new Map([...groups].map(([key, list]) => [key, list.map(([, one]) => one)]))
}

/** Where a report says that something was done: its districts, or the whole city. */
export const placesOf = ({ content }: Pick<PublicReport, 'content'>): readonly string[] =>
  content.districts.length ? content.districts : [wholeCity]

function keysOf(
  { item, measure, standing, reports }: ItemProgress,
  dimension: Dimension,
): readonly string[] {
  if (dimension === 'measure') return [String(measure.number)]
  if (dimension === 'lead') return [item.lead ?? 'open']
  if (dimension === 'standing') return [standing]
  if (dimension === 'district') return [...new Set(reports.flatMap(placesOf))]
  return item.departments
}
