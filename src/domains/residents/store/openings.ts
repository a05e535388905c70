import type { Reader, Writer } from '#platform/database.ts'
import type { Seal } from '#platform/seal.ts'
import type { Assist, Opening } from '../resident.ts'
import { sealedIn } from './sealed.ts'

/** The reasons that staff write speak of the person: they lie sealed, and are empty when the person has gone. */
interface Sealing {
  readonly db: Reader
  readonly seal: Pick<Seal, 'open'>
}
const reasonIn = ({ seal }: Pick<Sealing, 'seal'>, text: string, place: string) =>
  text && seal.open(text, place)

export async function insertOpening(
  tx: Writer,
  { seal }: { readonly seal: Pick<Seal, 'seal'> },
  o: Opening,
  actor: string,
) {
  await tx
    .insertInto('resident_opening')
    .values({
      id: o.id,
      owner_id: o.owner,
      at: o.at,
      actor_id: actor,
      who: o.who,
      purpose: o.purpose,
      reason: seal.seal(o.reason, sealedIn.opening.place(o.id)),
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
const fromRow =
  (sealing: Sealing) =>
  (row: Row): Opening =>
    ({
      id: row.id,
      owner: row.owner_id,
      at: row.at,
      who: row.who,
      purpose: row.purpose,
      reason: reasonIn(sealing, row.reason, sealedIn.opening.place(row.id)),
      fields: row.fields,
    }) as Opening
const columns = ['id', 'owner_id', 'at', 'who', 'purpose', 'reason', 'fields'] as const

export const openingsOf = async (ctx: Sealing, owners: readonly string[]): Promise<Opening[]> =>
  owners.length
    ? (
        await ctx.db
          .selectFrom('resident_opening')
          .select(columns)
          .where('owner_id', 'in', owners)
          .orderBy('at', 'desc')
          .execute()
      ).map(fromRow(ctx))
    : []
export const openingsBy = async (ctx: Sealing, actor: string, owner: string): Promise<Opening[]> =>
  (
    await ctx.db
      .selectFrom('resident_opening')
      .select(columns)
      .where('actor_id', '=', actor)
      .where('owner_id', '=', owner)
      .execute()
  ).map(fromRow(ctx))
export const openingsSince = async (ctx: Sealing, since: Date): Promise<Opening[]> =>
  (
    await ctx.db
      .selectFrom('resident_opening')
      .select(columns)
      .where('at', '>=', since)
      .orderBy('at', 'desc')
      .limit(5000)
      .execute()
  ).map(fromRow(ctx))

export async function insertAssist(
  tx: Writer,
  { seal }: { readonly seal: Pick<Seal, 'seal'> },
  a: Assist,
) {
  await tx
    .insertInto('resident_assist')
    .values({
      id: a.id,
      owner_id: a.owner,
      actor_id: a.actor,
      who: a.who,
      purpose: a.purpose,
      reason: seal.seal(a.reason, sealedIn.assist.place(a.id)),
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
  ctx: Sealing,
  column: 'id' | 'owner_id',
  values: readonly string[],
): Promise<Assist[]> {
  if (!values.length) return []
  const { db } = ctx
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
        reason: reasonIn(ctx, row.reason, sealedIn.assist.place(row.id)),
        startedAt: row.started_at,
        endsAt: row.ends_at,
        endedAt: row.ended_at,
        acts: acts.filter((a) => a.assist_id === row.id).map((a) => ({ act: a.act, at: a.at })),
      }) as unknown as Assist,
  )
}
export const assistsOf = (ctx: Sealing, owners: readonly string[]) =>
  assists(ctx, 'owner_id', owners)
export const assistById = async (ctx: Sealing, id: string): Promise<Assist | undefined> =>
  (await assists(ctx, 'id', [id]))[0]

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
