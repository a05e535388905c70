import type { PlanItem } from '#domains/plan/index.ts'
import { dayStart, fiscalYearEnd, fiscalYearStart, type IsoDate } from '#platform/calendar.ts'
import type { AlarmKind, PublicReport } from '../progress.ts'
import type { ProgressTerms } from '../terms.ts'

/** One thing that anyone can see is wrong, with what it rests on. */
export interface Alarm {
  readonly itemId: string
  readonly kind: AlarmKind
  /** Days of silence, years at 検討; of an indicator its name. */
  readonly measure: number | string
}

/** What the alarms of one item are told from; reports of any year, newest last. */
export interface Watched {
  readonly item: Pick<PlanItem, 'id' | 'owner' | 'indicators' | 'commitment'>
  readonly fiscalYear: number
  /** The first day from which the city was to report: the plan's publication. */
  readonly since: IsoDate
  readonly reports: readonly Pick<PublicReport, 'on' | 'content' | 'side' | 'fiscalYear'>[]
  /** Years in a row at 検討, this one included; from the plan's own threads. */
  readonly yearsAtConsider: number
  readonly stalledAfterYears: number
}

const day = 24 * 60 * 60 * 1000
const daysBetween = (from: IsoDate, to: IsoDate) =>
  Math.round((+dayStart(to) - +dayStart(from)) / day)

/**
 * What is wrong with an item on a day. Silence is counted from the last confirmed report of the city, else from
 * the publication; a year that is over is silent until its last day only.
 */
export function alarmsOf(w: Watched, today: IsoDate, terms: ProgressTerms): readonly Alarm[] {
  const { item } = w
  const found: Alarm[] = []
  const say = (kind: AlarmKind, measure: number | string) =>
    found.push({ itemId: item.id, kind, measure })
  const end = fiscalYearEnd(w.fiscalYear)
  const until = today < end ? today : end
  const own = w.reports.filter((r) => r.side === 'city' && r.fiscalYear === w.fiscalYear)
  const last = own.at(-1)
  const silent = daysBetween(last?.on ?? w.since, until)
  if (silent >= terms.silentAfterDays) say('silent', silent)
  if (item.commitment === 'consider' && w.yearsAtConsider >= w.stalledAfterYears)
    say('stalled', w.yearsAtConsider)
  const readings = new Map(own.flatMap((r) => r.content.readings.map((one) => [one.name, one])))
  for (const indicator of item.indicators) {
    const actual = readings.get(indicator.name)?.actual ?? null
    if (actual !== null && isOffLine(indicator, actual, w.fiscalYear, last?.on ?? until, terms))
      say('off-line', indicator.name)
  }
  if (!item.owner.trim()) say('no-owner', 0)
  return found
}

/**
 * Whether an indicator lags behind its line: straight from the baseline on 1 April to the target on 31 March.
 * It may lag by `lagShare` of the whole way. Of one that is to be kept, by that share of the target.
 */
export function isOffLine(
  indicator: PlanItem['indicators'][number],
  actual: number,
  fiscalYear: number,
  on: IsoDate,
  { lagShare }: Pick<ProgressTerms, 'lagShare'>,
): boolean {
  const { baseline, target, direction } = indicator
  if (target === null) return false
  if (direction === 'keep') return Math.abs(actual - target) > Math.abs(target) * lagShare
  const from = baseline ?? 0
  const whole = target - from
  if (whole === 0) return direction === 'up' ? actual < target : actual > target
  const year = daysBetween(fiscalYearStart(fiscalYear), fiscalYearEnd(fiscalYear))
  const passed = Math.min(Math.max(daysBetween(fiscalYearStart(fiscalYear), on) / year, 0), 1)
  return (actual - from) / whole < passed - lagShare
}
