import type { Reader } from '#platform/database.ts'
import type { VoiceId } from '../voice.ts'

/** 受付番号 of many voices at once. */
export async function numbersOf(
  db: Reader,
  ids: readonly VoiceId[],
): Promise<ReadonlyMap<string, string>> {
  if (!ids.length) return new Map()
  const rows = await db
    .selectFrom('voice')
    .select(['id', 'number'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}
