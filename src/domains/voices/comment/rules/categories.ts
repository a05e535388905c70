import { no, type Result, yes } from '#platform/result.ts'
import type { Category } from '../category.ts'

/** So many kinds of answer nobody tells apart any more. */
export const mostCategories = 10

/** Two at least, each with a name that no other has: with one alone nothing would be said. */
export function soundCategories(categories: readonly Category[]): Result<null> {
  const refused = (reason: string) =>
    no({ kind: 'refused', reason, place: 'categories' }) as Result<null>
  const names = categories.map(({ ja }) => ja)
  if (names.length < 2) return refused('comment-categories-few')
  if (names.length > mostCategories) return refused('comment-categories-many')
  if (new Set(names).size < names.length) return refused('comment-categories-same')
  return yes(null)
}

/** Its name, and whether it is said in Japanese because the city gave no other. */
export const categoryName = (
  category: Category,
  locale: 'ja' | 'easy' | 'en' | 'ko',
): { readonly text: string; readonly isJapanese: boolean } => ({
  text: category[locale] || category.ja,
  isJapanese: !category[locale],
})
