import type { Selectable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { VoiceFile as FileRow } from '#platform/tables.ts'
import type { VoiceFile, VoiceFileId } from '../file.ts'
import type { VoiceId } from '../voice.ts'

const fromRow = (row: Selectable<FileRow>): VoiceFile =>
  ({
    id: row.id,
    voice: row.voice_id,
    kind: row.kind,
    position: row.position,
    key: row.key,
    mediaType: row.media_type,
    bytes: row.bytes,
    addedAt: row.added_at,
    addedBy: row.added_by,
  }) as unknown as VoiceFile

/** In the order in which they were handed in. */
export async function filesOf(db: Reader, voice: VoiceId): Promise<readonly VoiceFile[]> {
  const rows = await db
    .selectFrom('voice_file')
    .selectAll()
    .where('voice_id', '=', voice)
    .orderBy('position')
    .execute()
  return rows.map(fromRow)
}

export async function fileById(db: Reader, id: VoiceFileId): Promise<VoiceFile | undefined> {
  const row = await db.selectFrom('voice_file').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function insertFile(tx: Writer, file: VoiceFile): Promise<void> {
  await tx
    .insertInto('voice_file')
    .values({
      id: file.id,
      voice_id: file.voice,
      kind: file.kind,
      position: file.position,
      key: file.key,
      media_type: file.mediaType,
      bytes: file.bytes,
      added_at: file.addedAt,
      added_by: file.addedBy,
    })
    .execute()
}
