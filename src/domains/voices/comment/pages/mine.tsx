import { Part } from '#design/masthead.tsx'
import { languageOf, type View } from '#design/view.ts'
import type { Comment, CommentOriginal } from '../comment.ts'
import type { ResultRow } from '../rules/result.ts'
import { ResultTable } from './result.tsx'
import { wordsOf } from './words.tsx'

export interface StoryProps {
  readonly view: View
  readonly comment: Comment
  readonly original: CommentOriginal
  /** Of this comment; none before the result is published. */
  readonly rows: readonly ResultRow[]
}

/** 意見のその後, on the page that number and phrase open: one's own words beside what the city made of them. */
export function Story({ view, comment, original, rows }: StoryProps) {
  const t = wordsOf(view)
  return (
    <>
      <Part view={view} id="original" title={t.mine.original}>
        <p class="lines" lang={languageOf(comment.language)}>
          {original.text || t.mine.originalGone}
        </p>
        {original.place && <p class="soft">{original.place}</p>}
      </Part>
      {rows.length > 0 && (
        <Part view={view} id="rows" title={t.mine.rows}>
          <ResultTable view={view} rows={rows} isPublic />
        </Part>
      )}
    </>
  )
}
