import type { Reader, Writer } from '#platform/database.ts'
import type { EditionId } from '../publication.ts'

/** The newsletter draft that tells of an edition, if one was begun. */
export async function noticeOf(db: Reader, edition: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('publication_notice')
    .select('issue_id')
    .where('edition_id', '=', edition)
    .executeTakeFirst()
  return row?.issue_id
}

export async function keepNotice(
  tx: Writer,
  edition: EditionId,
  issue: string,
  by: { readonly actor: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('publication_notice')
    .values({ edition_id: edition, issue_id: issue, drafted_at: by.at, drafted_by: by.actor })
    .execute()
}
