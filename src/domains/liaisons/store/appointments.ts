import type { Selectable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { DB } from '#platform/tables.ts'
import type { Appointment, AppointmentId } from '../liaison.ts'

export async function appointmentById(
  db: Reader,
  id: AppointmentId,
): Promise<Appointment | undefined> {
  const row = await db
    .selectFrom('liaison_appointment')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Of a year, or of every year, in the order in which they began. */
export async function appointments(db: Reader, year?: number): Promise<readonly Appointment[]> {
  const rows = await db
    .selectFrom('liaison_appointment')
    .selectAll()
    .$if(year !== undefined, (q) => q.where('fiscal_year', '=', year ?? 0))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function appointmentsOf(db: Reader, user: string): Promise<readonly Appointment[]> {
  const rows = await db
    .selectFrom('liaison_appointment')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function insertAppointment(tx: Writer, a: Appointment): Promise<void> {
  await tx.insertInto('liaison_appointment').values(toRow(a)).execute()
}

/** Over the version that was read; somebody else's change in between refuses this one. */
export async function updateAppointment(tx: Writer, a: Appointment): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('liaison_appointment')
    .set({ ...toRow(a), version: a.version + 1 })
    .where('id', '=', a.id)
    .where('version', '=', a.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

const toRow = (a: Appointment) => ({
  id: a.id,
  version: a.version,
  department_id: a.department,
  fiscal_year: a.fiscalYear,
  state: a.state,
  user_id: a.user,
  from_on: a.from,
  until_on: a.until,
  asked_on: a.askedOn,
  asked_by: a.askedBy,
  reminded_on: a.remindedOn,
  named_on: a.namedOn,
  named_by: a.namedBy,
  appointed_on: a.appointedOn,
  appointed_by: a.appointedBy,
  duty_id: a.duty,
  reason: a.reason,
})

const fromRow = (row: Selectable<DB['liaison_appointment']>): Appointment =>
  ({
    id: row.id,
    version: row.version,
    department: row.department_id,
    fiscalYear: row.fiscal_year,
    state: row.state,
    user: row.user_id,
    from: row.from_on,
    until: row.until_on,
    askedOn: row.asked_on,
    askedBy: row.asked_by,
    remindedOn: row.reminded_on,
    namedOn: row.named_on,
    namedBy: row.named_by,
    appointedOn: row.appointed_on,
    appointedBy: row.appointed_by,
    duty: row.duty_id,
    reason: row.reason,
  }) as unknown as Appointment
