import { coversOf } from '#domains/moderation/index.ts'
import type { Reader } from '#platform/database.ts'
import type { CommentCase, Passage } from '../case.ts'
import type { Category } from '../category.ts'
import { type CommentId, opinionSubject } from '../comment.ts'
import { difference, type PassagePair } from '../rules/difference.ts'
import { type Counts, countsOf, coveredRows, type ResultRow, resultRows } from '../rules/result.ts'
import { categoriesIn } from '../terms.ts'
import { passagesOf } from './cases.ts'
import { opinionsOf, personsOf } from './comments.ts'
import { termsOn } from './terms.ts'

/** Everything that the result of a case says. */
export interface CaseResult {
  readonly categories: readonly Category[]
  readonly rows: readonly ResultRow[]
  readonly counts: Counts
  readonly draft: readonly Passage[]
  /** Empty where nothing of the draft was changed. */
  readonly pairs: readonly PassagePair[]
}

export async function resultOf(db: Reader, one: CommentCase): Promise<CaseResult> {
  const terms = await termsOn(db, one.opensOn)
  const categories = categoriesIn(terms, one)
  const draft = await passagesOf(db, one.id, 'draft')
  const rows = resultRows(await opinionsOf(db, one.id), categories, draft)
  const final = await passagesOf(db, one.id, 'final')
  return {
    categories,
    rows,
    counts: countsOf(rows, await personsOf(db, one.id)),
    draft,
    pairs: final.length ? difference(draft, final) : [],
  }
}

/**
 * The same for everybody: what moderation hides is hidden on the page, in every file and for programs. Whoever sent
 * `reader` sees their own words in it.
 */
export async function publicResultOf(
  db: Reader,
  one: CommentCase,
  reader?: CommentId,
): Promise<CaseResult> {
  const result = await resultOf(db, one)
  const covers = await coversOf(db, opinionSubject)
  return { ...result, rows: coveredRows(result.rows, covers, reader) }
}
