import type { Reader, Writer } from '#platform/database.ts'

/** 合言葉 of slips that nobody has handed over yet, of voices and of comments on drafts. */

/** The slip was handed over, or its time is over: the phrase is known to its owner alone. */
export async function wipePhrases(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length)
    await tx.updateTable('voice_entry').set({ phrase: '' }).where('id', 'in', ids).execute()
}

export async function phrasesBefore(
  db: Reader,
  before: Date,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('voice_entry')
    .select('id')
    .where('phrase', '<>', '')
    .where('typed_at', '<', before)
    .orderBy('typed_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
