import { addDays, type IsoDate } from '#platform/calendar.ts'
import { no, type Result, yes } from '#platform/result.ts'
import type { CasePlan } from '../case.ts'
import type { CommentTerms } from '../terms.ts'

/** The last day of a period of that many days, the first one counted. */
export const lastDayOf = (opensOn: IsoDate, days: number): IsoDate => addDays(opensOn, days - 1)

export const isShort = (
  { opensOn, closesOn }: Pick<CasePlan, 'opensOn' | 'closesOn'>,
  { leastDays }: Pick<CommentTerms, 'leastDays'>,
): boolean => closesOn < lastDayOf(opensOn, leastDays)

/** 30日以上; a shorter one only with a reason, which is published. */
export function soundPeriod(
  plan: Pick<CasePlan, 'opensOn' | 'closesOn' | 'shortReason'>,
  terms: Pick<CommentTerms, 'leastDays'>,
): Result<null> {
  if (plan.closesOn < plan.opensOn)
    return no({ kind: 'refused', reason: 'comment-period-backwards', place: 'closesOn' })
  if (isShort(plan, terms) && !plan.shortReason)
    return no({ kind: 'refused', reason: 'comment-period-short', place: 'shortReason' })
  return yes(null)
}

/** Whether a comment that reached the city on that day is in time: the last day counts to its last minute. */
export const isInTime = (
  on: IsoDate,
  { opensOn, closesOn }: Pick<CasePlan, 'opensOn' | 'closesOn'>,
): boolean => opensOn <= on && on <= closesOn
