import type { Cover } from '#domains/moderation/index.ts'
import type { ItemId } from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Point, PointId } from '../point.ts'
import type { Voice, VoiceId } from '../voice.ts'
import type { Piece } from './redaction.ts'

/** A point as anyone may read it: made from its texts and redactions, without anything of the sender. */
export interface PublicPoint {
  readonly id: PointId
  readonly voice: VoiceId
  /** Of the voice: V2013-0012-7 */
  readonly number: string
  readonly receivedOn: IsoDate
  readonly topic: string
  readonly section: string
  readonly district: string | null
  readonly ageBand: string | null
  readonly kind: Point['kind']
  readonly gist: readonly Piece[]
  readonly answer: readonly Piece[]
  readonly disposition: string
  /** What the city promised; nothing where it promised nothing. */
  readonly promise: readonly Piece[]
  readonly shownAt: Date
  /** Hidden for what is written in it: its texts are empty then, and this says why. */
  readonly cover: Cover | null
}

/** Words of the sender and of the city alike: an answer may say again what was hidden. */
export const covered = (point: PublicPoint, cover: Cover | undefined): PublicPoint =>
  cover ? { ...point, gist: [], answer: [], promise: [], cover } : point

/** What came of a promise, as anyone may read it. */
export interface PublicPromise {
  readonly dueOn: IsoDate
  readonly done: { readonly on: IsoDate; readonly result: string } | null
}

export type PublicStatus =
  | { readonly kind: 'open' | 'deciding' }
  | { readonly kind: 'withheld'; readonly ground: string }
  | { readonly kind: 'transferred'; readonly to: string }
  | {
      readonly kind: 'shown'
      readonly point: PublicPoint
      readonly promises: readonly PublicPromise[]
      readonly items: readonly ItemId[]
    }

/** A photo that somebody decided to publish: a copy of its own, with words for whoever cannot see it. */
export interface PublicPhoto {
  /** 1, 2, 3 … within the voice; the address ends with it. */
  readonly position: number
  readonly alt: string
  /** Of the small one. */
  readonly width: number
  readonly height: number
}

export interface PublicPhotos {
  readonly shown: readonly PublicPhoto[]
  /** How many more came with the voice. */
  readonly withheld: number
  /** The keys of the grounds that were given, each once. */
  readonly grounds: readonly string[]
}

/** One voice as anyone may follow it by its number: no word of its sender, no gist before it is published. */
export interface PublicVoice {
  readonly number: string
  readonly receivedOn: IsoDate
  readonly state: Voice['state']
  readonly dueOn: IsoDate | null
  readonly isWaiting: boolean
  readonly repliedOn: IsoDate | null
  /** The number of the voice with which it was answered. */
  readonly joinedTo: string | null
  readonly texts: number
  readonly persons: number
  readonly photos: PublicPhotos
  readonly points: readonly { readonly no: number; readonly status: PublicStatus }[]
}
