import type { Reader } from '#platform/database.ts'
import type { CommentCase, Passage } from '../case.ts'
import { difference, type PassagePair } from '../rules/difference.ts'
import { type Counts, countsOf, type ResultRow, resultRows } from '../rules/result.ts'
import type { CommentTerms } from '../terms.ts'
import { passagesOf } from './cases.ts'
import { opinionsOf, personsOf } from './comments.ts'
import { termsOn } from './terms.ts'

/** Everything that the result of a case says. */
export interface CaseResult {
  readonly terms: CommentTerms
  readonly rows: readonly ResultRow[]
  readonly counts: Counts
  readonly draft: readonly Passage[]
  /** Empty where nothing of the draft was changed. */
  readonly pairs: readonly PassagePair[]
}

export async function resultOf(db: Reader, one: CommentCase): Promise<CaseResult> {
  const terms = await termsOn(db, one.opensOn)
  const rows = resultRows(await opinionsOf(db, one.id), terms)
  const draft = await passagesOf(db, one.id, 'draft')
  const final = await passagesOf(db, one.id, 'final')
  return {
    terms,
    rows,
    counts: countsOf(rows, await personsOf(db, one.id)),
    draft,
    pairs: final.length ? difference(draft, final) : [],
  }
}
