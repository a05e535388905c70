import type { Tongue } from '../newsletter.ts'
import { en } from './desk-en.ts'
import { type DeskWords, ja } from './desk-ja.ts'

export type { DeskWords } from './desk-ja.ts'

/** The desk speaks Japanese and English. */
export const deskTongue = (locale: Tongue): 'ja' | 'en' =>
  locale === 'ja' || locale === 'easy' ? 'ja' : 'en'
export const deskWords = ({ locale }: { readonly locale: Tongue }): DeskWords =>
  deskTongue(locale) === 'ja' ? ja : en
