import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'
import type { Channel, VoiceId } from './voice.ts'

/** 受け付けの束: what came by one way on one day, to be typed in: one voice by itself, or a month's box. */
export type BatchId = Id<'vbt'>
/** 受け付けの1通: one sheet, or one caller, until it is a voice. */
export type EntryId = Id<'ven'>

/** What staff type in. The web form and the inbox of mails take in by themselves. */
export const paperChannels = [
  'letter',
  'fax',
  'box',
  'phone',
  'counter',
  'meeting',
  'area-manager',
  'survey',
] as const satisfies readonly Channel[]
export type PaperChannel = (typeof paperChannels)[number]

export interface Batch {
  readonly id: BatchId
  readonly channel: PaperChannel
  readonly receivedOn: IsoDate
  readonly isSingle: boolean
  readonly begunAt: Date
  readonly begunBy: string
}

/** How far a batch has come. */
export interface BatchCount {
  readonly all: number
  readonly waiting: number
  readonly leftOut: number
}

/** A page of the paper as a picture, or the file as it came. */
export interface Scan {
  readonly position: number
  readonly kind: 'scan' | 'attachment'
  readonly key: string
  readonly mediaType: string
  readonly bytes: number
}

export const checkStates = ['none', 'wanted', 'confirmed', 'corrected'] as const
export type CheckState = (typeof checkStates)[number]

interface Kept {
  readonly id: EntryId
  readonly version: number
  readonly batch: BatchId
  /** 1, 2, 3 … within the batch. */
  readonly position: number
}
interface TypedIn {
  readonly typedBy: string
  readonly typedAt: Date
}

/** Each state holds what is known in it. */
export type Entry = Kept &
  (
    | { readonly state: 'waiting'; readonly sealed: string }
    | ({
        readonly state: 'taken'
        readonly voice: VoiceId
        /** Under seal, until the slip is handed over; then empty. */
        readonly phrase: string
        readonly check: CheckState
      } & TypedIn)
    /** 白紙, ちらし: no voice, and why. */
    | ({ readonly state: 'left-out'; readonly why: string } & TypedIn)
  )

/** So many sheets in one sitting. */
export const mostInBatch = 200
/** Pages of one letter. */
export const mostPages = 30
