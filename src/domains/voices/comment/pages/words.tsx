import { longDate } from '#design/dates.ts'
import { languageOf, type View } from '#design/view.ts'
import { dayStart, type IsoDate } from '#platform/calendar.ts'
import { publicWords } from '../messages/public.ts'

export const wordsOf = (view: View) => publicWords[view.locale]
export const day = (view: View, on: IsoDate) => longDate(view.locale, dayStart(on))

/** Drafts, gists and answers are Japanese, whatever the page is. */
export const japanese = (view: View) => (languageOf(view.locale) === 'ja' ? undefined : 'ja')
