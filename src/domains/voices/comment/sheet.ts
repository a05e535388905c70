import type { IsoDate } from '#platform/calendar.ts'
import type { BatchId, CheckState, EntryId } from '../paper.ts'
import type { CaseId } from './case.ts'
import type { CommentChannel, CommentId } from './comment.ts'

interface SheetBase {
  readonly id: EntryId
  readonly version: number
  readonly caseId: CaseId
  readonly batch: BatchId
  readonly position: number
  readonly channel: CommentChannel
  readonly receivedOn: IsoDate
}
interface TypedIn {
  readonly typedBy: string
  readonly typedAt: Date
}

/** 届いた紙: one comment on paper, from the scanner to its slip. It lies among the papers of voices. */
export type Sheet = SheetBase &
  (
    | { readonly state: 'waiting'; readonly sealed: string }
    | ({
        readonly state: 'taken'
        readonly comment: CommentId
        readonly number: string
        /** Under seal, until the slip is handed over; then empty. */
        readonly phrase: string
        readonly check: CheckState
      } & TypedIn)
    | ({ readonly state: 'left-out'; readonly why: string } & TypedIn)
  )
export type TakenSheet = Extract<Sheet, { state: 'taken' }>
