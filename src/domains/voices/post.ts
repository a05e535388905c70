import type { VoiceId } from './voice.ts'

/** How an answer leaves where a mail does not do it: by letter, by a call, or a mail that has no proven address. */
export const postWays = ['letter', 'phone', 'mail'] as const
export type PostWay = (typeof postWays)[number]

/** An answer that is to go out, or went. */
export interface Dispatch {
  readonly voice: VoiceId
  readonly number: string
  readonly way: PostWay
  readonly since: Date
  readonly printedAt: Date | null
  readonly doneAt: Date | null
  readonly doneBy: string | null
}

/** So many letters are printed at once. */
export const mostLetters = 200
