import { languageOf, type View } from '#design/view.ts'
import { messages, type PlanMessages } from '../messages/public.ts'
import type { Said } from '../said.ts'

export const wordsOf = (view: View): PlanMessages => messages[view.locale]

/** A text of the plan in the reader's language, or in Japanese and marked as such. */
export const Told = ({ said }: { said: Said }) =>
  said.lang ? <span lang={said.lang}>{said.text}</span> : said.text

/** What the plan says in Japanese only, marked as such for readers of another language. */
export const InJapanese = ({ view, text }: { view: View; text: string }) =>
  languageOf(view.locale) === 'ja' ? text : <span lang="ja">{text}</span>
