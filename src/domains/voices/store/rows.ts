import type { Reader, Writer } from '#platform/database.ts'
import type { CommentId } from '../comment/comment.ts'
import type { VoiceId } from '../voice.ts'

/** What a row of a table became. */
export type Became = { readonly voice: VoiceId } | { readonly comment: CommentId }

/** Which of these rows were taken in before. */
export async function knownRows(
  db: Reader,
  marks: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!marks.length) return new Set()
  const rows = await db.selectFrom('voice_row').select('mark').where('mark', 'in', marks).execute()
  return new Set(rows.map(({ mark }) => mark))
}

/** False where somebody took in the same row a moment ago. */
export async function insertRow(tx: Writer, mark: string, became: Became): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('voice_row')
    .values({
      mark,
      voice_id: 'voice' in became ? became.voice : null,
      comment_id: 'comment' in became ? became.comment : null,
    })
    .onConflict((oc) => oc.column('mark').doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}
