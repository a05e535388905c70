import type { View } from '#design/view.ts'
import { en } from './desk-en.ts'
import { ja } from './desk-ja.ts'
import { rosterEn } from './desk-roster-en.ts'
import { rosterJa } from './desk-roster-ja.ts'
import { powersPage } from './powers.ts'

/** The desk speaks Japanese and English. */
export const tongueOf = ({ locale }: Pick<View, 'locale'>): 'ja' | 'en' =>
  locale === 'en' || locale === 'ko' ? 'en' : 'ja'

export function deskWords(view: Pick<View, 'locale'>) {
  const tongue = tongueOf(view)
  return tongue === 'en'
    ? { tongue, d: en, r: rosterEn, p: powersPage.en }
    : { tongue, d: ja, r: rosterJa, p: powersPage.ja }
}

/** Names and reasons are Japanese: said so where the page is not. */
export const contentLang = (view: Pick<View, 'locale'>): { lang?: 'ja' } =>
  tongueOf(view) === 'en' ? { lang: 'ja' } : {}
