import { addDays, type IsoDate } from '#platform/calendar.ts'

/** 督促: the section before and on the day, its head the day after, the secretariat three days after. */
export const stages = ['soon', 'today', 'head', 'secretariat'] as const
export type Stage = (typeof stages)[number]

/** So many days before its day a section is reminded. */
export const daysBefore = 3
const headAfter = 1
const secretariatAfter = 3
/** What is overdue for longer was told long ago. */
export const longestOverdue = 60

/**
 * What has to be told of a day by `today`. After a standstill the head and the secretariat hear it late rather than
 * never; a section hears of a day that is ahead or has come, not both at once.
 */
export function stagesOn(dueOn: IsoDate, today: IsoDate): readonly Stage[] {
  if (today < addDays(dueOn, -daysBefore)) return []
  if (today < dueOn) return ['soon']
  const late: Stage[] = ['today']
  if (today >= addDays(dueOn, headAfter)) late.push('head')
  if (today >= addDays(dueOn, secretariatAfter)) late.push('secretariat')
  return late
}
