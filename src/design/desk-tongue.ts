import type { View } from './view.ts'

type Seen = Pick<View, 'locale'>

/** The desk speaks Japanese and English: whoever reads neither Japanese nor easy Japanese gets English there. */
export const deskTongue = ({ locale }: Seen): 'ja' | 'en' =>
  locale === 'en' || locale === 'ko' ? 'en' : 'ja'

/** What people typed is Japanese: said so where the page is not. */
export const inJapanese = (view: Seen): { lang?: 'ja' } =>
  deskTongue(view) === 'en' ? { lang: 'ja' } : {}

/** Which of two wordings the desk shows. */
export const toldIn = <Told>(view: Seen, told: { readonly ja: Told; readonly en: Told }): Told =>
  told[deskTongue(view)]
