import { addDays } from '#platform/calendar.ts'
import type { Fill } from '#platform/document.ts'
import { groupBy } from '#platform/group.ts'
import { type AlarmKind, alarms, type PublicReport } from '../progress.ts'
import type { Alarm } from './alarms.ts'
import { type ItemProgress, type ItemStanding, standingOf, type YearProgress } from './year.ts'

/** Days of which a page says that something changed lately. */
export const latelyDays = 30

/** The same hatching means the same on every page and in print. */
export const standingFills = {
  done: 'solid',
  'on-track': 'stripes',
  behind: 'cross',
  'not-started': 'blank',
  stopped: 'lines',
  'not-assessable': 'dots',
  unreported: 'waiting',
} as const satisfies Record<ItemStanding, Fill>

/** A report of the city, and where its item stood before it. */
export interface Change {
  readonly one: ItemProgress
  readonly report: PublicReport
  readonly before: ItemStanding
}

const citys = ({ reports }: ItemProgress) => reports.filter(({ side }) => side === 'city')

/** Every report of the city, newest first, with what it followed. */
export const changesOf = (year: YearProgress): readonly Change[] =>
  year.items
    .flatMap((one) =>
      citys(one).map((report, i, all): Change => {
        const before = standingOf(all[i - 1] ?? null)
        return { one, report, before }
      }),
    )
    .sort((a, b) => (a.report.on < b.report.on ? 1 : a.report.on > b.report.on ? -1 : 0))

export function latelyOf(year: YearProgress): readonly Change[] {
  const since = addDays(year.asOf, -latelyDays)
  return changesOf(year).filter(({ report }) => report.on >= since)
}

/** Whether the item stands somewhere else since this report. */
export const hasMoved = ({ report, before }: Change) => standingOf(report) !== before

/** What was to be reported last, and whose report has not come: by the section that was asked. */
export interface Waiting {
  readonly round: YearProgress['rounds'][number]
  readonly items: readonly ItemProgress[]
  readonly sections: ReadonlyMap<string, readonly ItemProgress[]>
}

/** Of the newest asking whose day has passed; a later report answers it as well. */
export function waitingOf(year: YearProgress): Waiting | null {
  const at = year.rounds.findLastIndex(({ dueOn }) => dueOn < year.asOf)
  const round = year.rounds[at]
  if (!round) return null
  const answering = new Set(year.rounds.slice(at).map(({ period }) => period))
  const items = year.items.filter((one) => !citys(one).some((r) => answering.has(r.period)))
  return { round, items, sections: groupBy(items, ({ asked }) => asked) }
}

export interface Sounded {
  readonly one: ItemProgress
  readonly alarm: Alarm
}

/** The alarms of a year by their kind, in the order of the kinds; kinds without any are left out. */
export function alarmsBy(year: YearProgress): ReadonlyMap<AlarmKind, readonly Sounded[]> {
  const all = year.items.flatMap((one) => one.alarms.map((alarm): Sounded => ({ one, alarm })))
  return new Map(
    alarms.flatMap((kind) => {
      const own = all.filter(({ alarm }) => alarm.kind === kind)
      return own.length ? [[kind, own] as const] : []
    }),
  )
}

export const explanationOf = ({ one, alarm }: Sounded) =>
  one.explanations.find((said) => said.alarm === alarm.kind)
