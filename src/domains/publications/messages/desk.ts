import { toldIn } from '#design/desk-tongue.ts'
import type { Tongue } from '../publication.ts'
import { en } from './desk-en.ts'
import { type DeskWords, ja } from './desk-ja.ts'

export type { DeskWords } from './desk-ja.ts'

/** The desk speaks Japanese and English. */
export const deskWords = (view: { readonly locale: Tongue }): DeskWords => toldIn(view, { ja, en })
