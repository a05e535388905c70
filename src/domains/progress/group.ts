import type { PlanId } from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'
import type { Period, ReportId } from './progress.ts'

/** 団体 — who leads an item, or shares it with the city, and says its own part. */
export type ProgressGroupId = Id<'pgr'>
export type NoteId = Id<'pnt'>

export const tongues = ['ja', 'easy', 'en', 'ko'] as const
export type Tongue = (typeof tongues)[number]

export interface ProgressGroup {
  readonly id: ProgressGroupId
  readonly planId: PlanId
  /** As it goes by in public. */
  readonly name: string
  readonly language: Tongue
  /** Its mail address, sealed; empty where its link is handed over on paper. */
  readonly sealed: string
}

/** 依頼 — which group answers for a report. Once withdrawn, nobody waits for it any more. */
export interface Asking {
  readonly reportId: ReportId
  readonly groupId: ProgressGroupId
  readonly askedAt: Date
  readonly askedBy: string
  readonly withdrawnAt: Date | null
}

export const ways = ['paper', 'phone', 'visit'] as const
export type Way = (typeof ways)[number]

/** 聞き取り — staff typed the report for the group. With whom it was confirmed lies sealed. */
export interface Hearing {
  readonly reportId: ReportId
  readonly way: Way
  readonly on: IsoDate
  readonly typedBy: string
  readonly typedAt: Date
}

/** The city's word on what the two sides say differently. */
export interface DifferenceNote {
  readonly id: NoteId
  readonly reportId: ReportId
  readonly text: string
  readonly saidBy: string
  readonly saidAt: Date
}

/** A link of a group works so many days beyond the day on which the report is due. */
export const linkDays = 14

/** A link that opens one report; of its token only the hash is kept. */
export interface Link {
  readonly hash: string
  readonly reportId: ReportId
  readonly until: IsoDate
  readonly endedAt: Date | null
}

/** A link as it is printed and handed over: said just once. */
export interface Slip {
  readonly token: string
  readonly until: IsoDate
  /** For another look at what was hidden, not for a report. */
  readonly isAppeal: boolean
}

/** Why a group is written to. */
export type Why = 'asked' | 'again' | 'reminder' | 'returned'

/** What anyone reads beside a difference: of which group's report it speaks. */
export interface PublicNote {
  readonly asked: string
  readonly period: Period
  readonly text: string
}
