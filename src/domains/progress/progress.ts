import type { Cover } from '#domains/moderation/index.ts'
import type { FiscalYear, ItemId, PlanId } from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'
import type { ShownFile } from './evidence.ts'

/** 照会 — one asking of a year, for one period. */
export type RoundId = Id<'rnd'>
/** 取り込んだ表: a workbook as a section handed it in, before anybody accepted a line of it. */
export type SheetId = Id<'psh'>
/** 進捗報告 — what one side says of one item in one round. */
export type ReportId = Id<'rpt'>
export type ScaleId = Id<'scl'>
export type ExplanationId = Id<'exp'>

/** 進捗の区分 of any city means one of these, so that years with different scales compare. */
export const kinds = [
  'done',
  'on-track',
  'behind',
  'not-started',
  'stopped',
  'not-assessable',
] as const
export type ProgressKind = (typeof kinds)[number]

/** One value of a city's scale. `rank` 0–4, more is better; null where there is nothing to rank. */
export interface ScaleStep {
  /** As it is written in a table: ◎, S, 実施済. */
  readonly code: string
  readonly label: string
  readonly meaning: string
  readonly kind: ProgressKind
  readonly rank: 0 | 1 | 2 | 3 | 4 | null
}

/** 進捗の尺度: a city's own, as data. A round keeps the one with which it was asked. */
export interface Scale {
  readonly id: ScaleId
  readonly name: string
  readonly steps: readonly ScaleStep[]
}

/** Quarters are 4–6月, 7–9月, 10–12月, 1–3月; 中間点検 and 年度末 are asked beside or instead of them. */
export const periods = ['q1', 'q2', 'midterm', 'q3', 'q4', 'final'] as const
export type Period = (typeof periods)[number]

export const roundStates = ['planned', 'open', 'closed'] as const
export type RoundState = (typeof roundStates)[number]

export interface Round {
  readonly id: RoundId
  readonly version: number
  readonly planId: PlanId
  readonly fiscalYear: FiscalYear
  readonly period: Period
  readonly scaleId: ScaleId
  readonly opensOn: IsoDate
  readonly dueOn: IsoDate
  readonly state: RoundState
  /** What the secretariat asks for beside the form: a sentence at its head. */
  readonly note: string
}

/** A figure of what was done: 参加者 213 人. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
}

/** An indicator of the item, by its name in the plan. A final report has a value, or says why there is none. */
export interface Reading {
  readonly name: string
  readonly actual: number | null
  /** 測定不能: the reason. */
  readonly unmeasured: string
}

/** What proves it: an address, or a file that was handed in with it. */
export interface Evidence {
  readonly title: string
  readonly url: string
}

export interface ReportContent {
  /** The code of a step of the round's scale; empty while nobody has chosen. */
  readonly value: string
  readonly result: string
  readonly figures: readonly Figure[]
  readonly readings: readonly Reading[]
  readonly evidence: readonly Evidence[]
  readonly issues: string
  readonly next: string
  readonly hours: number | null
  readonly yen: number | null
  /** どの地区で: ids of districts; none means the whole city. */
  readonly districts: readonly string[]
  /** 変更なし: why nothing is new since the last report; empty where something is. */
  readonly unchanged: string
}

export const emptyReport: ReportContent = {
  value: '',
  result: '',
  figures: [],
  readings: [],
  evidence: [],
  issues: '',
  next: '',
  hours: null,
  yen: null,
  districts: [],
  unchanged: '',
}

export const sides = ['city', 'group'] as const
export type Side = (typeof sides)[number]

interface Asked {
  readonly id: ReportId
  readonly version: number
  readonly roundId: RoundId
  readonly itemId: ItemId
  readonly side: Side
  /** The section that is asked, as the plan names it; the group, as it is called in public. */
  readonly asked: string
  readonly content: ReportContent
  readonly requestedAt: Date
}
interface HandedIn extends Asked {
  readonly submittedAt: Date
  readonly submittedBy: string
}

/** Each state holds what is known in it. What has not been handed in is nobody's to read but its writer's. */
export type Report =
  | (Asked & { readonly state: 'requested' | 'drafting' })
  | (HandedIn & { readonly state: 'submitted' })
  | (HandedIn & { readonly state: 'returned'; readonly returnReason: string })
  | (HandedIn & {
      readonly state: 'confirmed'
      readonly confirmedAt: Date
      readonly confirmedBy: string
    })
export type ReportState = Report['state']

/** As moderation knows a report: a group's own, which anybody may flag once it is public. */
export const reportSubject = 'progress.report'

/** A report as anyone may read it: confirmed, without the colleagues' numbers. */
export interface PublicReport {
  readonly id: ReportId
  readonly itemId: ItemId
  readonly fiscalYear: FiscalYear
  readonly period: Period
  readonly side: Side
  readonly asked: string
  readonly on: IsoDate
  readonly step: ScaleStep | null
  readonly content: ReportContent
  /** What proves it beside its links: pictures first. */
  readonly files: readonly ShownFile[]
  /** Hidden for what is written in it: its texts and files are gone then, and this says why. */
  readonly cover: Cover | null
}

/** What anyone can see is wrong with an item, until it is mended. */
export const alarms = ['silent', 'stalled', 'off-line', 'no-owner'] as const
export type AlarmKind = (typeof alarms)[number]

/** The section's own word on an alarm; it stands beside it and does not take it away. */
export interface Explanation {
  readonly id: ExplanationId
  readonly itemId: ItemId
  readonly alarm: AlarmKind
  readonly text: string
  readonly saidBy: string
  readonly saidAt: Date
  /** When the section means to have mended it. */
  readonly untilOn: IsoDate | null
}
