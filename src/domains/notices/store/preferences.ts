import type { Reader, Writer } from '#platform/database.ts'
import { type Cadence, type Habit, type RecipientId, usualHabit } from '../notice.ts'

/** What these people have chosen, by person and kind. `*` is all kinds. */
export async function chosen(
  db: Reader,
  people: readonly RecipientId[],
): Promise<ReadonlyMap<RecipientId, ReadonlyMap<string, Cadence>>> {
  if (!people.length) return new Map()
  const rows = await db
    .selectFrom('notice_preference')
    .selectAll()
    .where('recipient_id', 'in', [...people])
    .execute()
  const found = new Map<RecipientId, Map<string, Cadence>>()
  for (const row of rows) {
    const id = row.recipient_id as RecipientId
    const own = found.get(id) ?? new Map<string, Cadence>()
    found.set(id, own.set(row.kind, row.cadence as Cadence))
  }
  return found
}

export async function habits(
  db: Reader,
  people: readonly RecipientId[],
): Promise<ReadonlyMap<RecipientId, Habit>> {
  if (!people.length) return new Map()
  const rows = await db
    .selectFrom('notice_habit')
    .selectAll()
    .where('recipient_id', 'in', [...people])
    .execute()
  return new Map(
    rows.map((row) => [
      row.recipient_id as RecipientId,
      { weekday: row.weekday, charset: row.charset, channel: row.channel } as Habit,
    ]),
  )
}

export const habitOf = async (db: Reader, id: RecipientId): Promise<Habit> =>
  (await habits(db, [id])).get(id) ?? usualHabit

export async function choose(
  tx: Writer,
  id: RecipientId,
  kind: string,
  cadence: Cadence,
): Promise<void> {
  await tx
    .insertInto('notice_preference')
    .values({ recipient_id: id, kind, cadence })
    .onConflict((oc) => oc.columns(['recipient_id', 'kind']).doUpdateSet({ cadence }))
    .execute()
}

export async function saveHabit(tx: Writer, id: RecipientId, habit: Habit): Promise<void> {
  await tx
    .insertInto('notice_habit')
    .values({ recipient_id: id, ...habit })
    .onConflict((oc) => oc.column('recipient_id').doUpdateSet({ ...habit }))
    .execute()
}

export interface Unreachable {
  readonly recipientId: RecipientId
  readonly mark: string
  readonly since: Date
  readonly status: string
}

const unreachableFrom = (row: {
  readonly recipient_id: string
  readonly address_mark: string
  readonly since: Date
  readonly status: string
}): Unreachable => ({
  recipientId: row.recipient_id as RecipientId,
  mark: row.address_mark,
  since: row.since,
  status: row.status,
})

export async function unreachable(db: Reader, limit: number): Promise<Unreachable[]> {
  const rows = await db
    .selectFrom('notice_unreachable')
    .selectAll()
    .orderBy('since', 'desc')
    .limit(limit)
    .execute()
  return rows.map(unreachableFrom)
}

export async function unreachableAmong(
  db: Reader,
  people: readonly RecipientId[],
): Promise<Unreachable[]> {
  if (!people.length) return []
  const rows = await db
    .selectFrom('notice_unreachable')
    .selectAll()
    .where('recipient_id', 'in', [...people])
    .execute()
  return rows.map(unreachableFrom)
}

export async function insertUnreachable(
  tx: Writer,
  one: Unreachable,
  mailId: string,
): Promise<void> {
  await tx
    .insertInto('notice_unreachable')
    .values({
      recipient_id: one.recipientId,
      address_mark: one.mark,
      since: one.since,
      status: one.status,
      mail_id: mailId,
    })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** The address works again, or a person says so: it is tried once more. */
export async function forgetUnreachable(tx: Writer, id: RecipientId): Promise<void> {
  await tx.deleteFrom('notice_unreachable').where('recipient_id', '=', id).execute()
}
