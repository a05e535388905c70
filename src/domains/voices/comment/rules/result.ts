import type { Cover } from '#domains/moderation/index.ts'
import type { Passage } from '../case.ts'
import type { Category } from '../category.ts'
import type { CommentId, Opinion } from '../comment.ts'

/** One row of the result, with the answer that holds for it. */
export interface ResultRow {
  readonly opinion: Opinion
  /** 該当箇所: the paragraph that was pressed. */
  readonly at: Passage | null
  readonly category: Category | null
  readonly cityView: string
  readonly changed: string
  /** The one with which it is answered, where that is another. */
  readonly answeredBy: Pick<Opinion, 'id' | 'no' | 'comment'> | null
  /** Hidden for what is written in it: its texts are empty then. */
  readonly cover?: Cover
}

/**
 * The rows as anybody may read them. The city's words may say again what was hidden, and go as well: also where they
 * answer another comment with it. Its own sender, `reader`, sees what they wrote.
 */
export function coveredRows(
  rows: readonly ResultRow[],
  covers: ReadonlyMap<string, Cover>,
  reader?: CommentId,
): readonly ResultRow[] {
  const coverOf = ({ id, comment }: Pick<Opinion, 'id' | 'comment'>) =>
    comment === reader ? undefined : covers.get(id)
  return rows.map((row) => {
    const cover = coverOf(row.opinion)
    if (!cover && !(row.answeredBy && coverOf(row.answeredBy))) return row
    const unsaid = { cityView: '', changed: '' }
    if (!cover) return { ...row, ...unsaid }
    return { ...row, ...unsaid, opinion: { ...row.opinion, ...unsaid, gist: '', place: '' }, cover }
  })
}

/** 結果の表: an opinion that is answered with another has that one's answer. */
export function resultRows(
  opinions: readonly Opinion[],
  categories: readonly Category[],
  draft: readonly Passage[],
): readonly ResultRow[] {
  const byId = new Map(opinions.map((one) => [one.id, one]))
  const known = new Map(categories.map((one) => [one.key, one]))
  const passages = new Map(draft.map((one) => [one.no, one]))
  return opinions.map((opinion) => {
    const answered = (opinion.sameAs && byId.get(opinion.sameAs)) || opinion
    return {
      opinion,
      at: (opinion.passage !== null && passages.get(opinion.passage)) || null,
      category: known.get(answered.category) ?? null,
      cityView: answered.cityView,
      changed: answered.changed,
      answeredBy:
        answered === opinion
          ? null
          : { id: answered.id, no: answered.no, comment: answered.comment },
    }
  })
}

export type Lacking = 'gist' | 'category' | 'cityView' | 'changed'

/** What a row lacks before the result can be handed in. */
export function lacking({ opinion, category, cityView, changed }: ResultRow): readonly Lacking[] {
  return [
    ...(opinion.gist ? [] : (['gist'] as const)),
    ...(category ? [] : (['category'] as const)),
    ...(cityView ? [] : (['cityView'] as const)),
    ...(category?.changesDraft && !changed ? (['changed'] as const) : []),
  ]
}

export interface Counts {
  /** 意見提出者数 */
  readonly persons: number
  /** 意見総数 */
  readonly opinions: number
  /** 案に反映した意見の数 */
  readonly changes: number
}

/** 座間市: 8人 25件 2件. Somebody without a name is a person of their own each time. */
export const countsOf = (rows: readonly ResultRow[], persons: number): Counts => ({
  persons,
  opinions: rows.length,
  changes: rows.filter(({ category }) => category?.changesDraft).length,
})
