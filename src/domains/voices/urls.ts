import type { PointId } from './point.ts'
import type { VoiceId } from './voice.ts'

/** Where voices are found; a public voice is named by its number, which the sender has on paper. */
export const urls = {
  list: '/voices',
  figures: '/voices/figures',
  write: '/voices/new',
  one: (number: string) => `/voices/${number}`,
  desk: '/desk/voices',
  take: '/desk/voices/new',
  box: '/desk/voices/box',
  post: '/desk/voices/post',
  decisions: '/desk/voices/decisions',
  promises: '/desk/voices/promises',
  settings: '/desk/voices/settings',
  work: (id: VoiceId) => `/desk/voices/${id}`,
  point: (id: PointId) => `/desk/voices/points/${id}`,
} as const
