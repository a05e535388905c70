import { districts, districtsOn } from '#domains/districts/index.ts'
import { ageBands } from '#domains/residents/index.ts'
import { fiscalYearEnd, fiscalYearOf, fiscalYearStart, type IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { answeredIn, type Figures, figuresOf, monthsOf } from '../rules/figures.ts'
import { channels } from '../voice.ts'
import { waitingSections } from './shown.ts'
import { talliedMonths, tally } from './tally.ts'
import { termsOn } from './terms.ts'

/** Every fiscal year in which a voice came, newest first. */
export async function voiceYears(db: Reader): Promise<readonly number[]> {
  const months = await talliedMonths(db)
  if (!months) return []
  const [first, last] = [fiscalYearOf(months.first), fiscalYearOf(months.last)]
  return Array.from({ length: last - first + 1 }, (_, n) => last - n)
}

/** The figures of one year, as anybody may know them: what would tell of persons is hidden already. */
export async function yearFigures(db: Reader, year: number, today: IsoDate): Promise<Figures> {
  const end = fiscalYearEnd(year)
  const last = end < today ? end : today
  const terms = await termsOn(db, today)
  return figuresOf(
    await tally(db, fiscalYearStart(year), fiscalYearStart(year + 1)),
    {
      topics: terms.topics.map(({ key }) => key),
      channels,
      districts: districtsOn(await districts(db), last).map(({ id }) => id),
      ages: ageBands,
      months: monthsOf(year, last),
    },
    terms,
  )
}

/** Points that wait for an answer now, of whatever year, and those of this year that were answered. */
export async function voicesNow(
  db: Reader,
  today: IsoDate,
): Promise<{ readonly open: number; readonly answered: number }> {
  const waiting = await waitingSections(db, today)
  const { sums } = await yearFigures(db, fiscalYearOf(today), today)
  return {
    open: waiting.reduce((all, one) => all + one.waiting, 0),
    answered: answeredIn(sums),
  }
}
