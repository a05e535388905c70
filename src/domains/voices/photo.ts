import type { IsoDate } from '#platform/calendar.ts'
import type { VoiceFile, VoiceFileId } from './file.ts'
import type { PointId } from './point.ts'
import type { VoiceId } from './voice.ts'

interface Decided {
  readonly file: VoiceFileId
  readonly version: number
  readonly voice: VoiceId
  /** 1, 2, 3 … within the voice. */
  readonly position: number
  readonly at: Date
  readonly by: string
}

/** 写真の公表の判断: one picture, by a person. Of what nobody decided on there is none, and it stays inside. */
export type PhotoDecision = Decided &
  (
    | {
        readonly state: 'shown'
        /** What is to be seen on it, for whoever cannot see it. */
        readonly alt: string
        readonly large: string
        readonly small: string
        readonly width: number
        readonly height: number
      }
    | { readonly state: 'withheld'; readonly ground: string }
  )

/** A voice with pictures that nobody decided on, and its first public point, on whose page they are decided. */
export interface PhotosWaiting {
  readonly number: string
  readonly point: PointId
  readonly receivedOn: IsoDate
  readonly photos: number
}

/** As long as what is said of a picture may be. */
export const longestAlt = 300

/** A picture of what somebody tells of: not the scan of their letter, which is their hand. */
export const isPhoto = ({ kind, mediaType }: Pick<VoiceFile, 'kind' | 'mediaType'>): boolean =>
  kind !== 'scan' && mediaType === 'image/jpeg'
