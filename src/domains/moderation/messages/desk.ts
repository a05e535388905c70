import { deskTongue, toldIn } from '#design/desk-tongue.ts'
import type { Locale } from '../case.ts'
import { en } from './desk-en.ts'
import { type DeskWords, ja } from './desk-ja.ts'
import { messages, type PublicWords } from './public.ts'

export type { DeskWords } from './desk-ja.ts'

/** The desk speaks Japanese and English. */
export function deskWords(view: { readonly locale: Locale }): {
  readonly d: DeskWords
  readonly t: PublicWords
} {
  return { d: toldIn(view, { ja, en }), t: messages[deskTongue(view)] }
}
