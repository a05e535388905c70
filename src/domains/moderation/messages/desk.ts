import type { Locale } from '../case.ts'
import { en } from './desk-en.ts'
import { type DeskWords, ja } from './desk-ja.ts'
import { messages, type PublicWords } from './public.ts'

export type { DeskWords } from './desk-ja.ts'

/** The desk speaks Japanese and English. */
export function deskWords({ locale }: { readonly locale: Locale }): {
  readonly d: DeskWords
  readonly t: PublicWords
} {
  const isLatin = locale === 'en' || locale === 'ko'
  return { d: isLatin ? en : ja, t: messages[isLatin ? 'en' : 'ja'] }
}
