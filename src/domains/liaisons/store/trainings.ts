import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { Attendance, Training, TrainingId } from '../liaison.ts'

export async function trainings(db: Reader, year: number): Promise<readonly Training[]> {
  const rows = await db
    .selectFrom('liaison_training')
    .selectAll()
    .where('fiscal_year', '=', year)
    .orderBy('held_on')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function trainingById(db: Reader, id: TrainingId): Promise<Training | undefined> {
  const row = await db
    .selectFrom('liaison_training')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

interface Row {
  readonly id: string
  readonly version: number
  readonly fiscal_year: number
  readonly state: string
  readonly title: string
  readonly level: string
  readonly held_on: unknown
  readonly place: string
  readonly materials: string
  readonly reason: string
}

const fromRow = (row: Row): Training =>
  ({
    id: row.id,
    version: row.version,
    fiscalYear: row.fiscal_year,
    state: row.state,
    title: row.title,
    level: row.level,
    heldOn: row.held_on,
    place: row.place,
    materials: row.materials,
    reason: row.reason,
  }) as unknown as Training

const toRow = (t: Training) => ({
  id: t.id,
  version: t.version,
  fiscal_year: t.fiscalYear,
  state: t.state,
  title: t.title,
  level: t.level,
  held_on: t.heldOn,
  place: t.place,
  materials: t.materials,
  reason: t.reason,
})

export async function insertTraining(tx: Writer, training: Training): Promise<void> {
  await tx.insertInto('liaison_training').values(toRow(training)).execute()
}

export async function updateTraining(tx: Writer, training: Training): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('liaison_training')
    .set({ ...toRow(training), version: training.version + 1 })
    .where('id', '=', training.id)
    .where('version', '=', training.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

/** Of one training, or of all of a year. */
export async function attendance(
  db: Reader,
  of: { readonly training: TrainingId } | { readonly year: number },
): Promise<readonly Attendance[]> {
  const rows = await db
    .selectFrom('liaison_attendance')
    .innerJoin('liaison_training', 'liaison_training.id', 'liaison_attendance.training_id')
    .selectAll('liaison_attendance')
    .$if('training' in of, (q) => q.where('training_id', '=', 'training' in of ? of.training : ''))
    .$if('year' in of, (q) =>
      q.where('liaison_training.fiscal_year', '=', 'year' in of ? of.year : 0),
    )
    .orderBy('liaison_training.held_on')
    .orderBy('liaison_attendance.department_id')
    .orderBy('liaison_attendance.user_id')
    .execute()
  return rows.map(
    (row) =>
      ({
        training: row.training_id,
        user: row.user_id,
        department: row.department_id,
        state: row.state,
        report: row.report,
        reportedOn: row.reported_on,
      }) as unknown as Attendance,
  )
}

/** Invited twice is invited once; presence and report are said over what was said before. */
export async function saveAttendance(tx: Writer, a: Attendance): Promise<void> {
  const said = { state: a.state, report: a.report, reported_on: a.reportedOn }
  await tx
    .insertInto('liaison_attendance')
    .values({ training_id: a.training, user_id: a.user, department_id: a.department, ...said })
    .onConflict((oc) => oc.columns(['training_id', 'user_id']).doUpdateSet(said))
    .execute()
}
