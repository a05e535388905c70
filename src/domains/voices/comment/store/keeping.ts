import type { Reader, Writer } from '#platform/database.ts'

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
    .innerJoin(`${table} as k`, 'k.comment_id', 'c.id')
    .select('c.id')
    .where('m.published_on', '<', before.toISOString().slice(0, 10))
    .orderBy('m.published_on')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** What was written. The rows of the result, in the city's own words, stay. */
export async function forgetWords(tx: Writer, comments: readonly string[]): Promise<void> {
  if (comments.length)
    await tx.deleteFrom('voice_comment_original').where('comment_id', 'in', comments).execute()
}

/** Who it was; answers their receipts. How many persons there were stays known by their marks. */
export async function forgetSenders(
  tx: Writer,
  comments: readonly string[],
): Promise<readonly string[]> {
  if (!comments.length) return []
  await tx.deleteFrom('voice_comment_sender').where('comment_id', 'in', comments).execute()
  const rows = await tx
    .selectFrom('voice_comment')
    .select('receipt_id')
    .where('id', 'in', comments)
    .execute()
  return rows.map(({ receipt_id }) => receipt_id)
}
