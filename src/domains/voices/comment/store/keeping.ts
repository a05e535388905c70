import { sql } from 'kysely'
import { localDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { forgetScans } from '../../store/keeping.ts'

/** Comments on matters whose result was published before a day, whose words or senders are still there. */
export async function publishedBefore(
  db: Reader,
  table: 'voice_comment_original' | 'voice_comment_sender',
  before: Date,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('voice_comment_case as m')
    .innerJoin('voice_comment as c', 'c.case_id', 'm.id')
    .select('c.id')
    .where(sql<boolean>`exists (select from ${sql.table(table)} k where k.comment_id = c.id)`)
    .where('m.published_on', '<', localDate(before))
    .orderBy('m.published_on')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** What was written, and its paper; answers their receipts. The rows of the result, in the city's own words, stay. */
export async function forgetWords(
  tx: Writer,
  comments: readonly string[],
  at: Date,
): Promise<readonly string[]> {
  if (!comments.length) return []
  const papers = await tx
    .selectFrom('voice_entry')
    .select('id')
    .where('comment_id', 'in', comments)
    .execute()
  await forgetScans(
    tx,
    papers.map(({ id }) => id),
    at,
  )
  await tx.deleteFrom('voice_comment_original').where('comment_id', 'in', comments).execute()
  return receiptsOf(tx, comments)
}

/** Who it was; answers their receipts. How many persons there were stays known by their marks. */
export async function forgetSenders(
  tx: Writer,
  comments: readonly string[],
): Promise<readonly string[]> {
  if (!comments.length) return []
  await tx.deleteFrom('voice_comment_sender').where('comment_id', 'in', comments).execute()
  return receiptsOf(tx, comments)
}

async function receiptsOf(db: Reader, comments: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('voice_comment')
    .select('receipt_id')
    .where('id', 'in', comments)
    .execute()
  return rows.map(({ receipt_id }) => receipt_id)
}
