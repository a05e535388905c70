import type { Id } from '#platform/id.ts'
import type { VoiceId } from './voice.ts'

/** 写真・スキャン・添付 — what came with a voice; never public by itself. */
export type VoiceFileId = Id<'vfl'>

export interface VoiceFile {
  readonly id: VoiceFileId
  readonly voice: VoiceId
  readonly kind: 'scan' | 'photo' | 'attachment'
  /** 1, 2, 3 … within the voice. */
  readonly position: number
  /** Under which its bytes lie in the store of files. */
  readonly key: string
  readonly mediaType: string
  readonly bytes: number
  readonly addedAt: Date
  /** null where the sender did. */
  readonly addedBy: string | null
}

/** Its part of the store of files: what is thrown away there is nobody else's. */
export const shelf = 'voice'

/** Photos of one voice; together they fit into one sending. */
export const mostPhotos = 5
