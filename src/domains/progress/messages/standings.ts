import type { Locale } from '#design/view.ts'
import type { ItemStanding } from '../rules/year.ts'
import { messages } from './public.ts'

/** How an item stands, in words: one set for the dashboard and for whatever is made of the same figures. */
export const standingWords: Readonly<Record<Locale, Readonly<Record<ItemStanding, string>>>> = {
  ja: messages.ja.standings,
  easy: messages.easy.standings,
  en: messages.en.standings,
  ko: messages.ko.standings,
}
