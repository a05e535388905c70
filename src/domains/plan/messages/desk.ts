import { deskTongue } from '#design/desk-tongue.ts'
import type { View } from '#design/view.ts'
import type { Locale } from '../plan.ts'
import { en } from './desk-en.ts'
import { type DeskMessages, ja } from './desk-ja.ts'
import { messages, type PlanMessages } from './public.ts'

export { type DeskMessages, type LifeStep, lifeSteps } from './desk-ja.ts'

/** The desk speaks Japanese and English; the plan's own languages are for residents. */
export const deskLocale = (locale: Locale): 'ja' | 'en' => deskTongue({ locale })

/** Words of the desk, and the plan's words in the same language. */
export function deskWords({ locale }: Pick<View, 'locale'>): {
  readonly d: DeskMessages
  readonly t: PlanMessages
} {
  const here = deskLocale(locale)
  return { d: here === 'en' ? en : ja, t: messages[here] }
}

export { inJapanese as contentLang } from '#design/desk-tongue.ts'
