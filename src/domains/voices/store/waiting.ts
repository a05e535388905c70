import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import type { VoiceId } from '../voice.ts'

/** What the city asked the sender, and since when it waits; undefined while the clock runs. */
export async function askedOf(
  db: Reader,
  id: VoiceId,
): Promise<{ readonly since: IsoDate; readonly reason: string } | undefined> {
  const row = await db
    .selectFrom('voice_pause')
    .select(['from_on', 'reason'])
    .where('voice_id', '=', id)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  return row && { since: row.from_on, reason: row.reason }
}
