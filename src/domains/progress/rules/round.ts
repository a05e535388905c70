import { fiscalYearEnd, type IsoDate } from '#platform/calendar.ts'
import type { Period } from '../progress.ts'

/** The day on which a period is asked about: the day after it ends; 中間点検 in October (domain handbook 1). */
export function roundDays(fiscalYear: number, period: Period): IsoDate {
  const next = fiscalYear + 1
  const days = {
    q1: `${fiscalYear}-07-01`,
    q2: `${fiscalYear}-10-01`,
    midterm: `${fiscalYear}-10-01`,
    q3: `${next}-01-04`,
    q4: `${next}-04-01`,
    // The year's results are asked for while its people are still in their places.
    final: fiscalYearEnd(fiscalYear).replace(/-\d\d$/, '-15'),
  } satisfies Record<Period, IsoDate>
  return days[period]
}
