import type { ReceiptId, Tongue } from '#domains/residents/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'
import type { Channel } from '../voice.ts'
import type { CaseId } from './case.ts'

export type CommentId = Id<'vcm'>
export type OpinionId = Id<'vco'>

/** What the desk takes in. What is said by telephone is written down and read back; many cities ask for writing. */
export const paperChannels = [
  'letter',
  'fax',
  'mail',
  'counter',
  'phone',
  'box',
] as const satisfies readonly Channel[]
/** 提出の方法, as those of voices are called. */
export type PaperChannel = (typeof paperChannels)[number]
export type CommentChannel = 'web' | PaperChannel

/** 市との関わり: who may hand in a comment (domain handbook 2.2). */
export const ties = ['resident', 'office', 'worker', 'student', 'taxpayer', 'concerned'] as const
export type Tie = (typeof ties)[number]

/** 提出 — what one sender handed in at once. */
export interface Comment {
  readonly id: CommentId
  readonly caseId: CaseId
  readonly receipt: ReceiptId
  readonly number: string
  readonly channel: CommentChannel
  readonly receivedOn: IsoDate
  readonly takenAt: Date
  readonly takenBy: string | null
  readonly language: Tongue
  readonly tie: Tie
}

/** What was written, sealed. */
export interface CommentOriginal {
  readonly text: string
  readonly place: string
}
/** What was written, and in what language, out of its seal. */
export interface Said extends CommentOriginal {
  readonly language: Tongue
}
/** Who wrote it, sealed apart. */
export interface CommentSender {
  readonly name: string
  readonly address: string
  readonly mail: string
}

/** 意見 — one row of the result table. */
export interface Opinion {
  readonly id: OpinionId
  readonly version: number
  readonly caseId: CaseId
  readonly comment: CommentId
  readonly no: number
  readonly passage: number | null
  readonly place: string
  readonly gist: string
  readonly category: string
  readonly cityView: string
  /** 修正箇所, where the category says that the draft was changed. */
  readonly changed: string
  readonly sameAs: OpinionId | null
}

/** By what moderation knows one row of a published result. */
export const opinionSubject = 'voice.comment-opinion'

export const longestComment = 5000

/** The letter of the receipt's number: C2012-0001-2. */
export const commentAct = { name: 'comment', letter: 'C' } as const
