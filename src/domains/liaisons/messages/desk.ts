import { toldIn } from '#design/desk-tongue.ts'
import type { View } from '#design/view.ts'
import { en } from './desk-en.ts'
import { type DeskMessages, ja } from './desk-ja.ts'

export type { DeskMessages } from './desk-ja.ts'

/** The desk speaks Japanese and English. */
export const deskWords = (view: Pick<View, 'locale'>): DeskMessages => toldIn(view, { ja, en })

export { inJapanese, toldIn } from '#design/desk-tongue.ts'
