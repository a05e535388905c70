import { addDays, type IsoDate } from '#platform/calendar.ts'
import { no, type Result, yes } from '#platform/result.ts'
import type { Case } from '../case.ts'
import { groundsOn, type ModerationTerms } from '../terms.ts'

/** Why, from the list, and in words. */
export interface Why {
  readonly ground: string
  readonly reason: string
}

/** A ground must be one of the list on the day; the reason is for a person, so it is never empty. */
export function checkWhy(why: Why, today: IsoDate, terms: ModerationTerms): Result<Why> {
  if (!groundsOn(today, terms).some(({ key }) => key === why.ground))
    return no({ kind: 'refused', reason: 'unknown-ground', place: why.ground })
  if (!why.reason.trim()) return no({ kind: 'refused', reason: 'reason-needed' })
  return yes(why)
}

/** The last day on which the author may ask for another look. */
export const appealUntil = (today: IsoDate, { appealDays }: ModerationTerms): IsoDate =>
  addDays(today, appealDays)

export function checkAppeal(of: Case, today: IsoDate): Result<Case> {
  return of.appealUntil !== null && today > of.appealUntil
    ? no({ kind: 'refused', reason: 'appeal-too-late', place: of.appealUntil })
    : yes(of)
}

export function checkBlock(
  until: IsoDate | null,
  today: IsoDate,
  { longestBlockDays }: ModerationTerms,
): Result<IsoDate> {
  if (until === null || until < today || until > addDays(today, longestBlockDays))
    return no({ kind: 'refused', reason: 'block-days', place: String(longestBlockDays) })
  return yes(until)
}
