import type { Tongue } from '../publication.ts'
import { en } from './desk-en.ts'
import { type DeskWords, ja } from './desk-ja.ts'

export type { DeskWords } from './desk-ja.ts'

/** The desk speaks Japanese and English. */
export const deskWords = ({ locale }: { readonly locale: Tongue }): DeskWords =>
  locale === 'ja' || locale === 'easy' ? ja : en
