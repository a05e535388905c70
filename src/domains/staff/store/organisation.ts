import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { standing } from '#platform/recall.ts'
import type { Succession } from '../rules.ts'
import { type Department, type DepartmentId, isOn } from '../staff.ts'

const periods = (db: Reader) =>
  db
    .selectFrom('staff_department_period as p')
    .innerJoin('staff_department as d', 'd.id', 'p.department_id')
    .select([
      'd.id',
      'd.kind',
      'p.name',
      'p.translations',
      'p.parent_id',
      'p.phone',
      'p.position',
      'p.from_on',
      'p.until_on',
      'p.reason',
      'p.ended_reason',
    ])
    .orderBy('p.position')
    .orderBy('p.name')
    .orderBy('p.from_on')

type Row = Awaited<ReturnType<ReturnType<typeof periods>['execute']>>[number]

const fromRow = (row: Row) =>
  ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    translations: row.translations,
    parent: row.parent_id,
    phone: row.phone,
    position: row.position,
    from: row.from_on,
    until: row.until_on,
    reason: row.reason,
    endedReason: row.ended_reason,
  }) as unknown as Department

/** The departments of one day, in the city's own order. */
export async function departments(db: Reader, on: IsoDate): Promise<Department[]> {
  return (await allDepartments(db)).filter((period) => isOn(period, on))
}

/** Departments by every name that they have had: what a plan of an earlier year calls them. */
export async function departmentWords(db: Reader): Promise<ReadonlyMap<string, Department>> {
  return new Map((await allDepartments(db)).map((d) => [d.name, d]))
}

/** Every period of every department: the tree with its history and what is already decided for later. */
export function allDepartments(db: Reader): Promise<readonly Department[]> {
  return standing(db, 'departments', async () => (await periods(db).execute()).map(fromRow))
}

export function successions(db: Reader): Promise<readonly Succession[]> {
  return standing(db, 'successions', async () => {
    const rows = await db.selectFrom('staff_department_successor').selectAll().execute()
    return rows.map((r) => ({ from: r.department_id, to: r.successor_id, on: String(r.on_day) }))
  })
}

export async function insertDepartment(tx: Writer, d: Department): Promise<void> {
  await tx.insertInto('staff_department').values({ id: d.id, kind: d.kind }).execute()
  await insertPeriod(tx, d)
}

/** A further period of a department that exists: a new name, another place in the tree. */
export async function insertPeriod(tx: Writer, d: Department): Promise<void> {
  await tx
    .insertInto('staff_department_period')
    .values({
      department_id: d.id,
      from_on: d.from,
      until_on: d.until,
      name: d.name,
      parent_id: d.parent,
      phone: d.phone,
      position: d.position,
      translations: JSON.stringify(d.translations),
      reason: d.reason ?? '',
    })
    .execute()
}

/** The last day of a period; null opens it again. */
export async function setPeriodEnd(
  tx: Writer,
  id: DepartmentId,
  from: IsoDate,
  until: IsoDate | null,
  reason = '',
): Promise<void> {
  await tx
    .updateTable('staff_department_period')
    .set({ until_on: until, ended_reason: reason })
    .where('department_id', '=', id)
    .where('from_on', '=', from)
    .execute()
}

/** Only for what has not begun. */
export async function deletePeriod(tx: Writer, id: DepartmentId, from: IsoDate): Promise<void> {
  await tx
    .deleteFrom('staff_department_period')
    .where('department_id', '=', id)
    .where('from_on', '=', from)
    .execute()
}

/** Only for what never was: nothing may point at it. */
export async function deleteDepartment(tx: Writer, id: DepartmentId): Promise<void> {
  await tx.deleteFrom('staff_department_period').where('department_id', '=', id).execute()
  await tx.deleteFrom('staff_department').where('id', '=', id).execute()
}

export async function insertSuccession(tx: Writer, s: Succession): Promise<void> {
  await tx
    .insertInto('staff_department_successor')
    .values({ department_id: s.from, successor_id: s.to, on_day: s.on })
    .execute()
}

export async function deleteSuccession(tx: Writer, from: string, to: string): Promise<void> {
  await tx
    .deleteFrom('staff_department_successor')
    .where('department_id', '=', from)
    .where('successor_id', '=', to)
    .execute()
}

/** One change of the tree at a time: two people cannot give one name to two sections. */
export async function lockOrganisation(tx: Writer): Promise<void> {
  await tx.selectFrom('staff_department').select('id').orderBy('id').forUpdate().execute()
}
