import type { Reader, Writer } from '#platform/database.ts'
import type { VoiceId } from '../voice.ts'

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
export async function insertRow(tx: Writer, mark: string, voice: VoiceId): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('voice_row')
    .values({ mark, voice_id: voice })
    .onConflict((oc) => oc.column('mark').doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}
