import type { Reader, Writer } from '#platform/database.ts'
import type { Assist, Opening } from '../resident.ts'

export async function insertOpening(tx: Writer, o: Opening, actor: string) {
  await tx
    .insertInto('resident_opening')
    .values({
      id: o.id,
      owner_id: o.owner,
      at: o.at,
      actor_id: actor,
      who: o.who,
      purpose: o.purpose,
      reason: o.reason,
      fields: JSON.stringify(o.fields),
    })
    .execute()
}

type Row = {
  id: string
  owner_id: string
  at: Date
  who: string
  purpose: string
  reason: string
  fields: unknown
}
const fromRow = (row: Row): Opening =>
  ({
    id: row.id,
    owner: row.owner_id,
    at: row.at,
    who: row.who,
    purpose: row.purpose,
    reason: row.reason,
    fields: row.fields,
  }) as Opening
const columns = ['id', 'owner_id', 'at', 'who', 'purpose', 'reason', 'fields'] as const

export const openingsOf = async (db: Reader, owners: readonly string[]): Promise<Opening[]> =>
  owners.length
    ? (
        await db
          .selectFrom('resident_opening')
          .select(columns)
          .where('owner_id', 'in', owners)
          .orderBy('at', 'desc')
          .execute()
      ).map(fromRow)
    : []
export const openingsBy = async (db: Reader, actor: string, owner: string): Promise<Opening[]> =>
  (
    await db
      .selectFrom('resident_opening')
      .select(columns)
      .where('actor_id', '=', actor)
      .where('owner_id', '=', owner)
      .execute()
  ).map(fromRow)
export const openingsSince = async (db: Reader, since: Date): Promise<Opening[]> =>
  (
    await db
      .selectFrom('resident_opening')
      .select(columns)
      .where('at', '>=', since)
      .orderBy('at', 'desc')
      .limit(5000)
      .execute()
  ).map(fromRow)

export async function insertAssist(tx: Writer, a: Assist) {
  await tx
    .insertInto('resident_assist')
    .values({
      id: a.id,
      owner_id: a.owner,
      actor_id: a.actor,
      who: a.who,
      purpose: a.purpose,
      reason: a.reason,
      started_at: a.startedAt,
      ends_at: a.endsAt,
    })
    .execute()
}
export async function endAssist(tx: Writer, id: string, at: Date) {
  await tx
    .updateTable('resident_assist')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}
export async function noteAssistAct(tx: Writer, id: string, assist: string, act: string, at: Date) {
  await tx.insertInto('resident_assist_act').values({ id, assist_id: assist, act, at }).execute()
}

async function assists(
  db: Reader,
  column: 'id' | 'owner_id',
  values: readonly string[],
): Promise<Assist[]> {
  if (!values.length) return []
  const rows = await db
    .selectFrom('resident_assist')
    .selectAll()
    .where(column, 'in', values)
    .orderBy('started_at', 'desc')
    .execute()
  const acts = rows.length
    ? await db
        .selectFrom('resident_assist_act')
        .selectAll()
        .where(
          'assist_id',
          'in',
          rows.map((r) => r.id),
        )
        .orderBy('at')
        .execute()
    : []
  return rows.map(
    (row) =>
      ({
        id: row.id,
        owner: row.owner_id,
        actor: row.actor_id,
        who: row.who,
        purpose: row.purpose,
        reason: row.reason,
        startedAt: row.started_at,
        endsAt: row.ends_at,
        endedAt: row.ended_at,
        acts: acts.filter((a) => a.assist_id === row.id).map((a) => ({ act: a.act, at: a.at })),
      }) as unknown as Assist,
  )
}
export const assistsOf = (db: Reader, owners: readonly string[]) => assists(db, 'owner_id', owners)
export const assistById = async (db: Reader, id: string): Promise<Assist | undefined> =>
  (await assists(db, 'id', [id]))[0]

/** What staff wrote about a person goes with the person; that it was opened stays, in the ledger. */
export async function forgetReasons(tx: Writer, owners: readonly string[]) {
  if (!owners.length) return
  await tx
    .updateTable('resident_opening')
    .set({ reason: '' })
    .where('owner_id', 'in', owners)
    .execute()
  await tx
    .updateTable('resident_assist')
    .set({ reason: '' })
    .where('owner_id', 'in', owners)
    .execute()
}
