import type { Cover } from '#domains/moderation/index.ts'
import type { PlanItem } from '#domains/plan/index.ts'
import { localDate } from '#platform/calendar.ts'
import { no, type Result, yes } from '#platform/result.ts'
import type { ReportFile, ShownFile } from '../evidence.ts'
import {
  emptyReport,
  type PublicReport,
  type Report,
  type ReportContent,
  type Round,
  type Scale,
  type ScaleStep,
} from '../progress.ts'
import { type ReportField, reportChanges } from './desk.ts'

export const stepOf = (scale: Scale, value: string): ScaleStep | null =>
  scale.steps.find(({ code }) => code === value) ?? null

/** The readings that an item's report has, in the order of its indicators; what was read before stays. */
export const readingsFor = (
  item: Pick<PlanItem, 'indicators'>,
  known: ReportContent['readings'] = [],
): ReportContent['readings'] =>
  item.indicators.map(
    ({ name }) => known.find((one) => one.name === name) ?? { name, actual: null, unmeasured: '' },
  )

/** What a new report begins with: what was said last time, so that only the difference has to be written. */
export function begunWith(
  item: Pick<PlanItem, 'indicators'>,
  last: ReportContent | undefined,
  scale: Scale,
): ReportContent {
  const before = last ?? emptyReport
  const value = stepOf(scale, before.value) ? before.value : ''
  return { ...before, value, readings: readingsFor(item, before.readings), unchanged: '' }
}

/**
 * Whether a report may be handed in. The place names the field. A final one cannot leave an indicator
 * blank unless it says why it could not be measured (domain handbook 1).
 */
export function mayHandIn(
  content: ReportContent,
  round: Pick<Round, 'period'>,
  scale: Scale,
): Result<ReportContent> {
  const refuse = (reason: string, place: string) => no({ kind: 'refused', reason, place })
  const step = stepOf(scale, content.value)
  if (!step) return refuse('value-needed', 'value')
  if (!content.result.trim() && !content.unchanged.trim()) return refuse('result-needed', 'result')
  const mustExplain = step.kind === 'stopped' || step.kind === 'not-assessable'
  if (mustExplain && !content.issues.trim()) return refuse('reason-for-value', 'issues')
  if (round.period === 'final') {
    const blank = content.readings.findIndex((r) => r.actual === null && !r.unmeasured.trim())
    if (blank >= 0) return refuse('reading-needed', `readings.${blank}`)
  }
  return yes(content)
}

/**
 * What was said last time stands in the report until somebody writes: handed in as it is, it would pass last
 * time's words off as this time's.
 */
export function saysSomethingNew(report: Report, content: ReportContent): Result<ReportContent> {
  return report.state === 'requested' && saysTheSame(report, report.content, content)
    ? no({ kind: 'refused', reason: 'nothing-new', place: 'unchanged' })
    : yes(content)
}

/** Groups are not asked for hours, money and links: that these are missing in their form changes nothing. */
const askedOfGroups: readonly ReportField[] = [
  'value',
  'districts',
  'result',
  'figures',
  'readings',
  'issues',
  'next',
]

/** Whether two contents of a report agree in all that its side is asked. */
export const saysTheSame = (
  { side }: Pick<Report, 'side'>,
  before: ReportContent,
  after: ReportContent,
): boolean =>
  reportChanges(before, after).every((one) => side === 'group' && !askedOfGroups.includes(one))

/** Nothing has been written since the report was begun with what was said `last`: it may be said to be the same. */
export const standsAsBefore = (report: Report, last: ReportContent | null): boolean =>
  last !== null &&
  (report.state === 'requested' ||
    saysTheSame(report, { ...last, readings: report.content.readings }, report.content))

/** What two sides of one item said differently, field by field. Nothing is averaged. */
export interface Difference {
  readonly what: 'value' | 'reading' | 'figure'
  readonly name: string
  readonly city: string
  readonly group: string
}

/**
 * The values differ when their kinds do, not when two scales merely have other words; numbers differ when
 * both sides gave one under the same name.
 */
export function differences(
  city: ReportContent,
  group: ReportContent,
  scale: Scale,
): readonly Difference[] {
  const [a, b] = [stepOf(scale, city.value), stepOf(scale, group.value)]
  const value: Difference[] =
    a && b && a.kind !== b.kind ? [{ what: 'value', name: '', city: a.label, group: b.label }] : []
  const readings = city.readings.flatMap((mine): Difference[] => {
    const theirs = group.readings.find(({ name }) => name === mine.name)
    if (mine.actual === null || !theirs || theirs.actual === null) return []
    if (mine.actual === theirs.actual) return []
    const [city, group2] = [String(mine.actual), String(theirs.actual)]
    return [{ what: 'reading', name: mine.name, city, group: group2 }]
  })
  const figures = city.figures.flatMap((mine): Difference[] => {
    const theirs = group.figures.find((f) => f.name === mine.name && f.unit === mine.unit)
    if (!theirs || theirs.value === mine.value) return []
    const said = (n: number) => `${n} ${mine.unit}`.trim()
    return [{ what: 'figure', name: mine.name, city: said(mine.value), group: said(theirs.value) }]
  })
  return [...value, ...readings, ...figures]
}

/**
 * What is left of a report whose words are hidden: how far it says it is, where, and the numbers that are asked of
 * everybody, so that no count changes. What somebody named themself (figures, links) is a word like any other.
 */
const wordless = ({ value, readings, hours, yen, districts }: ReportContent): ReportContent => ({
  ...emptyReport,
  value,
  readings: readings.map((one) => ({ ...one, unmeasured: '' })),
  hours,
  yen,
  districts,
})

/** What anyone may read; nothing before it is confirmed, and no word of it while moderation hides it. */
export function toPublic(
  report: Extract<Report, { state: 'confirmed' }>,
  round: Round,
  scale: Scale,
  files: readonly ReportFile[],
  cover: Cover | null,
): PublicReport {
  return {
    id: report.id,
    itemId: report.itemId,
    fiscalYear: round.fiscalYear,
    period: round.period,
    side: report.side,
    asked: report.asked,
    on: localDate(report.confirmedAt),
    step: stepOf(scale, report.content.value),
    content: cover ? wordless(report.content) : report.content,
    files: cover ? [] : files.map(shown),
    cover,
  }
}

/** Where it lies in the store, and who handed it in, is nobody's to read. */
function shown(file: ReportFile): ShownFile {
  const { id, title, name, mediaType, bytes } = file
  const named = { id, title, name, mediaType, bytes }
  if (file.kind === 'paper') return { ...named, kind: 'paper' }
  const { width, height, takenOn } = file
  return { ...named, kind: 'picture', width, height, takenOn }
}
