import type { Selectable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { DB } from '#platform/tables.ts'
import type { Handover, HandoverId, Thing } from '../handover.ts'

export async function handovers(db: Reader): Promise<readonly Handover[]> {
  const rows = await db
    .selectFrom('handover')
    .selectAll()
    .orderBy('ends_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function handoverById(db: Reader, id: HandoverId): Promise<Handover | undefined> {
  const row = await db.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** False where the assignment is handed over already. */
export async function insertHandover(tx: Writer, h: Handover): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('handover')
    .values(toRow(h))
    .onConflict((oc) => oc.column('assignment_id').doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}

/** Over the version that was read: of two who pass at once, one is told that the other was first. */
export async function updateHandover(tx: Writer, h: Handover): Promise<Handover> {
  const { numUpdatedRows } = await tx
    .updateTable('handover')
    .set({ ...toRow(h), version: h.version + 1 })
    .where('id', '=', h.id)
    .where('version', '=', h.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
  return { ...h, version: h.version + 1 }
}

export async function thingsOf(db: Reader, id: HandoverId): Promise<readonly Thing[]> {
  const rows = await db
    .selectFrom('handover_thing')
    .selectAll()
    .where('handover_id', '=', id)
    .orderBy('kind')
    .orderBy('title')
    .orderBy('thing_id')
    .execute()
  return rows.map(
    (row) =>
      ({
        kind: row.kind,
        id: row.thing_id,
        title: row.title,
        path: row.path,
        since: row.since,
        about: row.about,
        note: row.note,
        outcome: row.outcome,
        to: row.to_id,
        passedOn: row.passed_on,
        passedBy: row.passed_by,
      }) as unknown as Thing,
  )
}

/** What is known of a thing already stays; its note and what became of it are said anew. */
export async function saveThing(tx: Writer, id: HandoverId, t: Thing): Promise<void> {
  const said = {
    note: t.note,
    outcome: t.outcome,
    to_id: t.to,
    passed_on: t.passedOn,
    passed_by: t.passedBy,
  }
  await tx
    .insertInto('handover_thing')
    .values({
      handover_id: id,
      kind: t.kind,
      thing_id: t.id,
      title: t.title,
      path: t.path,
      since: t.since,
      about: JSON.stringify(t.about),
      ...said,
    })
    .onConflict((oc) => oc.columns(['handover_id', 'kind', 'thing_id']).doUpdateSet(said))
    .execute()
}

const toRow = (h: Handover) => ({
  id: h.id,
  version: h.version,
  assignment_id: h.assignment,
  user_id: h.user,
  department_id: h.department,
  post: h.post,
  ends_on: h.endsOn,
  due_on: h.dueOn,
  state: h.state,
  successor_id: h.successor,
  note: h.note,
  prepared_on: h.preparedOn,
  passed_on: h.passedOn,
  passed_by: h.passedBy,
  received_on: h.receivedOn,
  received_by: h.receivedBy,
  closed_on: h.closedOn,
  closed_by: h.closedBy,
})

const fromRow = (row: Selectable<DB['handover']>): Handover =>
  ({
    id: row.id,
    version: row.version,
    assignment: row.assignment_id,
    user: row.user_id,
    department: row.department_id,
    post: row.post,
    endsOn: row.ends_on,
    dueOn: row.due_on,
    state: row.state,
    successor: row.successor_id,
    note: row.note,
    preparedOn: row.prepared_on,
    passedOn: row.passed_on,
    passedBy: row.passed_by,
    receivedOn: row.received_on,
    receivedBy: row.received_by,
    closedOn: row.closed_on,
    closedBy: row.closed_by,
  }) as unknown as Handover
