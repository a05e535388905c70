import { addDays, fiscalYearEnd, fiscalYearStart, type IsoDate } from '#platform/calendar.ts'
import { type Appointment, isOverdue, type Task } from '../liaison.ts'
import type { Tallied } from '../section-year.ts'
import type { DutyTerms, LiaisonTerms } from '../terms.ts'

/** 08-31 in the fiscal year that begins in April of `year`: January to March lie in the next one. */
export function dueOn(year: number, due: DutyTerms['due']): IsoDate {
  const [month = '', day = ''] = due.split('-')
  return `${Number(month) < 4 ? year + 1 : year}-${month}-${day}`
}

/** The term of a year's appointment: what is left of the year from the day on which it is made. */
export const termOf = (year: number, today: IsoDate): { from: IsoDate; until: IsoDate } => {
  const start = fiscalYearStart(year)
  return { from: today > start ? today : start, until: fiscalYearEnd(year) }
}

/** In force on a day: appointed for it, also where it ended afterwards. */
export const serves = (a: Appointment, on: IsoDate): boolean =>
  (a.state === 'appointed' || a.state === 'ended') && a.from <= on && on <= a.until

/** Appointed for a later day. */
export const coming = (a: Appointment, on: IsoDate): boolean =>
  a.state === 'appointed' && a.from > on

export function tally(tasks: readonly Task[], today: IsoDate): Tallied {
  const count = (is: (task: Task) => boolean) => tasks.filter(is).length
  return {
    done: count((t) => t.state === 'done'),
    open: count((t) => t.state === 'open' && !isOverdue(t, today)),
    overdue: count((t) => isOverdue(t, today)),
    excused: count((t) => t.state === 'excused'),
  }
}

/** Whether a section that was asked for a name is to be asked again: counted from the last time. */
export const isToBeReminded = (a: Appointment, terms: LiaisonTerms, today: IsoDate): boolean =>
  a.state === 'asked' && addDays(a.remindedOn ?? a.askedOn, terms.remindAfterDays) <= today

/** Liaisons who have been there for a while and have recorded nothing yet. */
export const isQuiet = (
  a: Appointment,
  tasks: readonly Task[],
  terms: LiaisonTerms,
  today: IsoDate,
): boolean =>
  serves(a, today) &&
  addDays(a.from, terms.quietAfterDays) <= today &&
  !tasks.some((t) => t.doneBy === a.user)
