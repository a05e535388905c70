import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'

export type Locale = 'ja' | 'easy' | 'en' | 'ko'
export type CaseId = Id<'mod'>
export type FlagId = Id<'mfl'>

/** What may be flagged: a comment, a photograph. It lives in the chapter that owns it. */
export interface Subject {
  readonly kind: string
  readonly id: string
}

export const caseStates = [
  'flagged',
  'claimed',
  'kept',
  'hidden',
  'restored',
  'appealed',
  'upheld',
  'overturned',
] as const
export type CaseState = (typeof caseStates)[number]

/** In these the subject is not shown. */
export const hiddenStates = ['hidden', 'appealed', 'upheld'] as const satisfies CaseState[]
/** Somebody has decided; a further flag opens the case anew. */
export const closedStates = ['kept', 'restored', 'overturned'] as const satisfies CaseState[]

interface Core {
  readonly id: CaseId
  readonly version: number
  readonly subject: Subject
  /** Whose words they are, where that is known. */
  readonly authorId: string | null
  readonly openedAt: Date
  readonly claimedBy: string | null
  readonly claimedAt: Date | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly ground: string | null
  readonly appealUntil: IsoDate | null
  /** As the table has it: sealed. Null also when it was taken out after the years of its term. */
  readonly appeal: string | null
  readonly appealedAt: Date | null
  readonly appealBy: string | null
}

/** 案件: what was said of one subject, and where that stands. One for each subject, for good. */
export type Case = { [S in CaseState]: Core & { readonly state: S } }[CaseState]

/** Actions of a moderator or author that stay on record, each with its reason. */
export const decisionActions = [
  'keep',
  'hide',
  'restore',
  'warn',
  'block',
  'unblock',
  'appeal',
  'uphold',
  'overturn',
] as const
export type DecisionAction = (typeof decisionActions)[number]

export interface Decision {
  readonly at: Date
  readonly by: string
  readonly action: DecisionAction
  readonly ground: string | null
  readonly reason: string
}

export interface Flag {
  readonly id: FlagId
  readonly at: Date
  readonly by: string
  readonly ground: string
  /** As the table has it: sealed. */
  readonly note: string | null
}

/** 開いた目的: a list, so that openings can be counted; words beside it say the case. */
export const purposes = ['decide', 'appeal', 'audit', 'request', 'law'] as const
export type Purpose = (typeof purposes)[number]

/** 開示の記録: who opened the words of one case, when and why. */
export interface Opening {
  readonly id: Id<'mop'>
  readonly caseId: CaseId
  readonly at: Date
  readonly by: string
  /** 係と名, as they were then. */
  readonly who: string
  readonly purpose: Purpose
  readonly reason: string
}

/** What an opening shows: what had been written by then. */
export interface OpenWords {
  readonly opening: Opening
  readonly notes: ReadonlyMap<FlagId, string>
  readonly appeal: string | null
}

export interface Block {
  readonly id: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly liftedOn: IsoDate | null
}

/** What reaches the author, in the transaction of the decision. */
export interface SaidToAuthor {
  readonly author: string
  readonly subject: Subject
  readonly caseId: CaseId
  readonly action: DecisionAction
  readonly ground: string | null
  readonly reason: string
  readonly appealUntil: IsoDate | null
  readonly blockedUntil: IsoDate | null
}

/** What a kind of thing is called. */
export interface Kind {
  readonly kind: string
  /** ご意見 */
  readonly name: Readonly<Record<Locale, string>>
}

/** 覆い: what stands in the place of something hidden, on every public form of it. */
export interface Cover {
  readonly state: (typeof hiddenStates)[number]
  readonly ground: string
  /** Since when it reads so: the day of hiding, or of what came of an appeal. */
  readonly at: Date
}
