import { addDays, dayStart, type IsoDate, isWorkingDay, localDate } from '#platform/calendar.ts'
import type { Cadence, RecipientId } from '../notice.ts'
import { terms } from '../terms.ts'

const isStaff = (id: RecipientId) => id.startsWith('per_')

const [hours = 0, minutes = 0] = terms.morning.split(':').map(Number)
const morningOf = (day: IsoDate): Date =>
  new Date(dayStart(day).getTime() + (hours * 60 + minutes) * 60_000)

/** 1 is Monday, 7 Sunday. */
const weekdayOf = (day: IsoDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

const later = (day: IsoDate, isRight: (day: IsoDate) => boolean): IsoDate =>
  isRight(day) ? day : later(addDays(day, 1), isRight)

/**
 * When a notice that is posted now is to go out. Staff get mail of the day on working days only; a weekly
 * mail whose day is a holiday comes on the next working day.
 */
export function dueAt(
  cadence: Exclude<Cadence, 'never'>,
  to: RecipientId,
  weekday: number,
  now: Date,
): Date {
  if (cadence === 'at-once') return now
  const today = localDate(now)
  const first = now > morningOf(today) ? addDays(today, 1) : today
  const mayBe = (day: IsoDate) => !isStaff(to) || isWorkingDay(day)
  const wanted = cadence === 'daily' ? first : later(first, (day) => weekdayOf(day) === weekday)
  return morningOf(later(wanted, mayBe))
}
