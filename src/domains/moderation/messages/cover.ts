import type { Cover, Locale } from '../case.ts'
import { messages } from './public.ts'

/** What stands in the place of something hidden: that it is, on which ground, and whether somebody looks again. */
export function coverSaid(locale: Locale, { state, ground }: Cover): string {
  const t = messages[locale]
  const first = t.covered(t.grounds[ground] ?? ground)
  if (state === 'hidden') return first
  return `${first}${locale === 'en' || locale === 'ko' || locale === 'easy' ? ' ' : ''}${
    state === 'appealed' ? t.coveredAppealed : t.coveredUpheld
  }`
}
