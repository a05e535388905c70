import { longDate } from '#design/dates.ts'
import { languageOf, type View } from '#design/view.ts'
import { dayStart, type IsoDate } from '#platform/calendar.ts'
import type { Passage } from '../case.ts'
import type { Category } from '../category.ts'
import { publicWords } from '../messages/public.ts'
import { categoryName } from '../rules/categories.ts'
import { shortChapter } from '../rules/passages.ts'

export const wordsOf = (view: View) => publicWords[view.locale]
export const day = (view: View, on: IsoDate) => longDate(view.locale, dayStart(on))

/** Drafts, gists and answers are Japanese, whatever the page is. */
export const japanese = (view: View) => (languageOf(view.locale) === 'ja' ? undefined : 'ja')

/** 該当箇所: 第2章 3ページ 5行; its paragraph where the draft has no printed pages. */
export function Anchor({ view, at }: { readonly view: View; readonly at: Passage }) {
  const t = wordsOf(view)
  const chapter = shortChapter(at.chapter)
  return (
    <>
      {chapter && <span lang={japanese(view)}>{chapter}</span>}{' '}
      <span class="figure">
        {at.page === null ? t.passage(at.no) : t.printed(at.page, at.line)}
      </span>
    </>
  )
}

/** 区分; in Japanese where the city gave it no other name. */
export function CategoryName({
  view,
  category,
}: {
  readonly view: View
  readonly category: Category
}) {
  const { text, isJapanese } = categoryName(category, view.locale)
  return <span lang={isJapanese ? japanese(view) : undefined}>{text}</span>
}
