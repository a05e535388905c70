import type { Locale } from '../case.ts'
import { messages } from '../messages/public.ts'
import type { ShownGuidelines } from '../pages/guideline-text.tsx'
import type { Guidelines } from '../store/guidelines.ts'

/** The city's guidelines in a language; the first text where it has made none, Japanese where nobody has
 *  translated them. */
export function guidelinesIn(locale: Locale, of: Guidelines | undefined): ShownGuidelines {
  if (!of) return { version: 0, at: new Date(0), text: messages[locale].guidelinesText }
  const { version, at } = of
  const own = locale === 'ja' ? of.text : of.translations[locale]
  if (own) return { version, at, text: own }
  return { version, at, text: of.text, ...(locale !== 'easy' && { lang: 'ja' as const }) }
}
