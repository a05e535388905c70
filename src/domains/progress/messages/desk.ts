import type { View } from '#design/view.ts'
import { en } from './desk-en.ts'
import { type DeskMessages, ja } from './desk-ja.ts'

export type { DeskMessages } from './desk-ja.ts'

const isEnglish = ({ locale }: Pick<View, 'locale'>) => locale === 'en' || locale === 'ko'

/** The desk speaks Japanese and English. */
export const deskWords = (view: Pick<View, 'locale'>): DeskMessages => (isEnglish(view) ? en : ja)

/** What people typed is Japanese: said so where the page is not. */
export const inJapanese = (view: Pick<View, 'locale'>): { lang?: 'ja' } =>
  isEnglish(view) ? { lang: 'ja' } : {}
