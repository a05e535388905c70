import type { Selectable } from 'kysely'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { DB } from '#platform/tables.ts'
import type { Inventory, InventoryRow, Task, TaskId } from '../liaison.ts'

export async function taskById(db: Reader, id: TaskId): Promise<Task | undefined> {
  const row = await db
    .selectFrom('liaison_task')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Of one year, in the order in which they are due; of one section, where it is named. */
export async function tasks(
  db: Reader,
  year: number,
  department?: string,
): Promise<readonly Task[]> {
  const rows = await db
    .selectFrom('liaison_task')
    .selectAll()
    .where('fiscal_year', '=', year)
    .$if(department !== undefined, (q) => q.where('department_id', '=', department ?? ''))
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** Overdue on a day, of which nobody has been told yet. */
export async function untoldTasks(db: Reader, on: IsoDate): Promise<readonly Task[]> {
  const rows = await db
    .selectFrom('liaison_task')
    .selectAll()
    .where('state', '=', 'open')
    .where('due_on', '<', on)
    .where('told_on', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** A section has each duty of a year once, however many liaisons it has. */
export async function insertTasks(tx: Writer, list: readonly Task[]): Promise<void> {
  if (!list.length) return
  await tx
    .insertInto('liaison_task')
    .values(list.map(toRow))
    .onConflict((oc) => oc.columns(['department_id', 'fiscal_year', 'kind']).doNothing())
    .execute()
}

export async function updateTask(tx: Writer, task: Task, settledBy?: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('liaison_task')
    .set({
      ...toRow(task),
      version: task.version + 1,
      ...(settledBy !== undefined && { settled_by: settledBy }),
    })
    .where('id', '=', task.id)
    .where('version', '=', task.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

const toRow = (t: Task) => ({
  id: t.id,
  version: t.version,
  department_id: t.department,
  fiscal_year: t.fiscalYear,
  kind: t.kind,
  title: JSON.stringify(t.title),
  how: JSON.stringify(t.how),
  proof: t.proof,
  due_on: t.dueOn,
  state: t.state,
  owner_id: t.owner,
  note: t.note,
  count: t.count,
  link: t.link,
  file_key: t.file?.key ?? null,
  file_name: t.file?.name ?? '',
  done_on: t.doneOn,
  done_by: t.doneBy,
  reason: t.reason,
  told_on: t.toldOn,
})

const fromRow = (row: Selectable<DB['liaison_task']>): Task =>
  ({
    id: row.id,
    version: row.version,
    department: row.department_id,
    fiscalYear: row.fiscal_year,
    kind: row.kind,
    title: row.title,
    how: row.how,
    proof: row.proof,
    dueOn: row.due_on,
    state: row.state,
    owner: row.owner_id,
    note: row.note,
    count: row.count,
    link: row.link,
    file: row.file_key === null ? null : { key: row.file_key, name: row.file_name },
    doneOn: row.done_on,
    doneBy: row.done_by,
    reason: row.reason,
    toldOn: row.told_on,
  }) as unknown as Task

/** Of one year, section by section; of one section, where it is named. */
export async function inventories(
  db: Reader,
  year: number,
  department?: string,
): Promise<readonly Inventory[]> {
  const rows = await db
    .selectFrom('liaison_inventory')
    .selectAll()
    .where('fiscal_year', '=', year)
    .$if(department !== undefined, (q) => q.where('department_id', '=', department ?? ''))
    .execute()
  return rows.map((row) => ({
    department: row.department_id,
    fiscalYear: row.fiscal_year,
    version: row.version,
    rows: row.rows as unknown as readonly InventoryRow[],
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  }))
}

/** `version` is the one that was read, 0 where there was none. */
export async function saveInventory(tx: Writer, inventory: Inventory): Promise<void> {
  const { department, fiscalYear, version, rows, savedAt, savedBy } = inventory
  const said = { rows: JSON.stringify(rows), saved_at: savedAt, saved_by: savedBy }
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('liaison_inventory')
      .values({ department_id: department, fiscal_year: fiscalYear, ...said })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst()
    if (!numInsertedOrUpdatedRows) throw new Refused({ kind: 'stale' })
    return
  }
  const { numUpdatedRows } = await tx
    .updateTable('liaison_inventory')
    .set({ ...said, version: version + 1 })
    .where('department_id', '=', department)
    .where('fiscal_year', '=', fiscalYear)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}
