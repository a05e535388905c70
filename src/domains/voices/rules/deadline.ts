import { addDays, dayStart, type IsoDate, isWorkingDay } from '#platform/calendar.ts'
import { must } from '#platform/must.ts'
import type { VoiceTerms } from '../terms.ts'

/** Days on which the clock stood: from the day the sender was asked, until before the day they answered. */
export interface Pause {
  readonly from: IsoDate
  /** null while the city still waits. */
  readonly to: IsoDate | null
}

type Counting = Pick<VoiceTerms, 'deadline' | 'closedOn'>

const isOpenDay = (day: IsoDate, { closedOn }: Pick<VoiceTerms, 'closedOn'>): boolean =>
  isWorkingDay(day) && !closedOn.includes(day)

/** Calendar days from one day to another. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((+dayStart(to) - +dayStart(from)) / 86_400_000)

const isPaused = (day: IsoDate, pauses: readonly Pause[]) =>
  pauses.some(({ from, to }) => from <= day && (to === null || day < to))

/** A city counts in weeks, not in years; what is further away is a fault of the terms. */
const furthest = 4000

/**
 * 回答期限: the last of so many days after receipt (初日不算入 unless the terms say otherwise, 民法 第140条), without
 * those on which the city waited for the sender. A deadline that would fall on a closing day is the next open day
 * (地方自治法 第4条の2第4項). null while the clock stands: nobody knows the day yet.
 */
export function dueOn(
  received: IsoDate,
  terms: Counting,
  pauses: readonly Pause[],
): IsoDate | null {
  if (pauses.some(({ to }) => to === null)) return null
  const { days, count, from } = terms.deadline
  const counts = (day: IsoDate) =>
    !isPaused(day, pauses) && (count === 'calendar' || isOpenDay(day, terms))
  let day = from === 'receipt' ? addDays(received, -1) : received
  for (let left = days, looked = 0; left > 0; looked += 1) {
    must(looked < furthest || undefined, 'a deadline within ten years')
    day = addDays(day, 1)
    if (counts(day)) left -= 1
  }
  while (!isOpenDay(day, terms)) day = addDays(day, 1)
  return day
}
