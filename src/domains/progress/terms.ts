import { type Period, periods } from './progress.ts'

/** 条件 — when a city asks, and when it sounds an alarm. Dated: a year keeps what held when it was asked. */
export interface ProgressTerms {
  readonly periods: readonly Period[]
  /** Days from the opening of a round until it is due. */
  readonly daysToReport: number
  /** Days before the due day on which whoever has not reported is reminded. */
  readonly remindDaysBefore: number
  /** Days after the due day on which the head of the section is told, and then the secretariat. */
  readonly headAfterDays: number
  readonly secretariatAfterDays: number
  /** Days without a confirmed report after which anyone sees that an item is silent. */
  readonly silentAfterDays: number
  /** How far, as a share of the way from baseline to target, an indicator may lag behind the calendar. */
  readonly lagShare: number
}

/**
 * Source: domain handbook 1 (中間点検 in October, 実績確定 in April–May). The calendar's line of an indicator runs
 * straight from its baseline on 1 April to its target on 31 March.
 */
export const defaultTerms: ProgressTerms = {
  periods: periods.filter((one) => one !== 'midterm' && one !== 'q4'),
  daysToReport: 14,
  remindDaysBefore: 3,
  headAfterDays: 1,
  secretariatAfterDays: 7,
  silentAfterDays: 120,
  lagShare: 0.25,
}
