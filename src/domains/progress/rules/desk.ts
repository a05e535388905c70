import type { PlanItem } from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { changed, type Merge, threeWay } from '#platform/merge.ts'
import { emptyReport, type Report, type ReportContent, type Round } from '../progress.ts'

/** What a person may write in a report, in the order of its form. */
export const reportFields = [
  'value',
  'districts',
  'result',
  'figures',
  'readings',
  'evidence',
  'issues',
  'next',
  'hours',
  'yen',
] as const satisfies readonly (keyof ReportContent)[]
export type ReportField = (typeof reportFields)[number]

/** Reasons that come up again and again: a click instead of a sentence. The last one is said in own words. */
export const unchangedReasons = ['ongoing', 'waiting', 'season', 'budget', 'other'] as const
export type UnchangedReason = (typeof unchangedReasons)[number]

/** States in which the section still has to write. */
export const isWritable = (report: Report): boolean =>
  report.state === 'requested' || report.state === 'drafting' || report.state === 'returned'

export const reportChanges = (before: ReportContent, after: ReportContent): ReportField[] =>
  changed<ReportContent, ReportField>(reportFields, before, after)

export type ReportMerge = Merge<ReportContent, ReportField>

/** Two people wrote on one report: both changes, and the fields that a person has to choose. */
export const mergeReports = (
  base: ReportContent,
  theirs: ReportContent,
  mine: ReportContent,
): ReportMerge => threeWay(reportFields, base, theirs, mine)

/** One report of a round with what it stands beside. */
export interface Line {
  readonly report: Report
  readonly item: PlanItem
  readonly measure: { readonly number: number; readonly title: string }
  /** What the same side said of the item before; null when it is the first time. */
  readonly last: { readonly round: Round; readonly content: ReportContent } | null
}

export interface Tallied {
  readonly asked: number
  /** Nobody has written a word. */
  readonly untouched: number
  readonly drafting: number
  readonly submitted: number
  readonly confirmed: number
  /** Due and not handed in. */
  readonly silent: number
}

/** How far a round has come. `asked` is the sum of the four states; those silent are among the first two of them. */
export function tally(
  list: readonly Report[],
  round: Pick<Round, 'dueOn' | 'state'>,
  today: IsoDate,
): Tallied {
  const count = (...states: readonly Report['state'][]) =>
    list.filter(({ state }) => states.includes(state)).length
  const over = round.state === 'closed' || (round.state === 'open' && today > round.dueOn)
  return {
    asked: list.length,
    untouched: count('requested'),
    drafting: count('drafting', 'returned'),
    submitted: count('submitted'),
    confirmed: count('confirmed'),
    silent: over ? list.filter(isWritable).length : 0,
  }
}

/** The section that answers for a line: of a group's report, the one that is asked of the same item. */
export function sectionOf(line: Line, all: readonly Line[]): string {
  if (line.report.side === 'city') return line.report.asked
  const own = all.find(({ report, item }) => report.side === 'city' && item.id === line.item.id)
  return own?.report.asked ?? line.item.departments[0] ?? ''
}

/** What was said last of each report's item by the same side, before this round asked. */
export function lastSaid(
  report: Report,
  all: readonly Report[],
  rounds: ReadonlyMap<string, Round>,
): Line['last'] {
  const before = all.filter(
    (one) =>
      one.itemId === report.itemId &&
      one.side === report.side &&
      (one.side === 'city' || one.asked === report.asked) &&
      one.roundId !== report.roundId &&
      +one.requestedAt <= +report.requestedAt &&
      (one.content.value !== '' || one.content.result !== '') &&
      'submittedAt' in one,
  )
  const newest = before.toSorted((a, b) => +a.requestedAt - +b.requestedAt).at(-1)
  const round = newest && rounds.get(newest.roundId)
  return newest && round ? { round, content: newest.content } : null
}

/** A report that has nothing in it yet, with its item's readings. */
export const nothingSaid = (content: ReportContent): boolean =>
  reportChanges({ ...emptyReport, readings: content.readings }, content).length === 0
