import type { Selectable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { DB } from '#platform/tables.ts'
import { noChoices, type RosterId, type StoredRoster } from '../roster/stored.ts'

export async function rosterById(db: Reader, id: RosterId): Promise<StoredRoster | undefined> {
  const row = await db
    .selectFrom('staff_roster')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** The newest first; a city hands in a few a year. */
export async function rosters(db: Reader): Promise<StoredRoster[]> {
  const rows = await db
    .selectFrom('staff_roster')
    .selectAll()
    .orderBy('received_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(fromRow)
}

export async function insertRoster(tx: Writer, roster: StoredRoster): Promise<void> {
  await tx
    .insertInto('staff_roster')
    .values({
      id: roster.id,
      effective_on: roster.effectiveOn,
      source: roster.source,
      file_name: roster.fileName,
      original: roster.original,
      reading: JSON.stringify(roster.reading),
      choices: JSON.stringify(roster.choices),
      received_at: roster.receivedAt,
      received_by: roster.receivedBy,
    })
    .execute()
}

export async function updateRoster(tx: Writer, roster: StoredRoster): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_roster')
    .set({
      choices: JSON.stringify(roster.choices),
      accepted_at: roster.acceptedAt,
      accepted_by: roster.acceptedBy,
      changes: roster.changes,
      undo: JSON.stringify(roster.undo),
      withdrawn_at: roster.withdrawnAt,
      version: roster.version + 1,
    })
    .where('id', '=', roster.id)
    .where('version', '=', roster.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

const fromRow = (row: Selectable<DB['staff_roster']>): StoredRoster =>
  ({
    id: row.id,
    version: row.version,
    effectiveOn: row.effective_on,
    source: row.source,
    fileName: row.file_name,
    original: row.original,
    reading: row.reading,
    // Those of earlier days do not speak of people.
    choices: { ...noChoices, ...(row.choices as object) },
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    acceptedAt: row.accepted_at,
    acceptedBy: row.accepted_by,
    changes: row.changes,
    undo: row.undo,
    withdrawnAt: row.withdrawn_at,
  }) as unknown as StoredRoster
