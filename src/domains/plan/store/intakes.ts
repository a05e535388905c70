import type { Selectable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { DB } from '#platform/tables.ts'
import type { IntakeId, StoredIntake } from '../intake/stored.ts'

export type { IntakeId, StoredIntake } from '../intake/stored.ts'

export async function intakeById(db: Reader, id: IntakeId): Promise<StoredIntake | undefined> {
  const row = await db.selectFrom('plan_intake').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Those whose questions somebody is still answering, newest first. */
export async function openIntakes(db: Reader): Promise<StoredIntake[]> {
  const rows = await db
    .selectFrom('plan_intake')
    .selectAll()
    .where('accepted_at', 'is', null)
    .orderBy('received_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(fromRow)
}

export async function insertIntake(tx: Writer, intake: StoredIntake): Promise<void> {
  await tx
    .insertInto('plan_intake')
    .values({
      id: intake.id,
      fiscal_year: intake.fiscalYear,
      source: intake.source,
      file_name: intake.fileName,
      original: intake.original,
      reading: JSON.stringify(intake.reading),
      answers: JSON.stringify(intake.answers),
      received_at: intake.receivedAt,
      received_by: intake.receivedBy,
      accepted_at: intake.acceptedAt,
    })
    .execute()
}

export async function updateIntake(tx: Writer, intake: StoredIntake): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('plan_intake')
    .set({
      answers: JSON.stringify(intake.answers),
      accepted_at: intake.acceptedAt,
      fiscal_year: intake.fiscalYear,
      version: intake.version + 1,
    })
    .where('id', '=', intake.id)
    .where('version', '=', intake.version)
    .where('accepted_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

const fromRow = (row: Selectable<DB['plan_intake']>): StoredIntake =>
  ({
    id: row.id,
    version: row.version,
    fiscalYear: row.fiscal_year,
    source: row.source,
    fileName: row.file_name,
    original: row.original,
    reading: row.reading,
    answers: row.answers,
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    acceptedAt: row.accepted_at,
  }) as unknown as StoredIntake
