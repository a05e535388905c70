import { toldIn } from '#design/desk-tongue.ts'
import type { View } from '#design/view.ts'
import { en } from './desk-en.ts'
import { type DeskWords, ja } from './desk-ja.ts'

export type { DeskWords } from './desk-ja.ts'

/** The desk speaks Japanese and English. */
export const deskWords = (view: Pick<View, 'locale'>): DeskWords =>
  toldIn<DeskWords>(view, { ja, en })
