import { toldIn } from '#design/desk-tongue.ts'
import type { View } from '#design/view.ts'
import { en } from './work-en.ts'
import { ja, type WorkMessages } from './work-ja.ts'

export type { WorkMessages } from './work-ja.ts'

/** The desk speaks Japanese and English. */
export const workWords = (view: Pick<View, 'locale'>): WorkMessages =>
  toldIn<WorkMessages>(view, { ja, en })
