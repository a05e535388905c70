import type { Reader, Writer } from '#platform/database.ts'
import type { Delivery, DeliveryId, DeliveryState, RecipientId } from '../notice.ts'
import { deliveryFrom } from './deliveries.ts'

export async function deliveryById(db: Reader, id: string): Promise<Delivery | undefined> {
  const row = await db
    .selectFrom('notice_delivery')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && deliveryFrom(row)
}

export async function deliveriesOfMail(db: Reader, mailId: string): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('notice_delivery')
    .selectAll()
    .where('mail_id', '=', mailId)
    .orderBy('id')
    .execute()
  return rows.map(deliveryFrom)
}

/** Newest first; a page of them. */
export async function deliveries(
  db: Reader,
  state: DeliveryState | null,
  page: number,
  size: number,
): Promise<{ readonly list: Delivery[]; readonly count: number }> {
  const all = db
    .selectFrom('notice_delivery')
    .$if(state !== null, (q) => q.where('state', '=', state ?? ''))
  const count = await all.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst()
  const rows = await all
    .selectAll()
    .orderBy('due_at', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { list: rows.map(deliveryFrom), count: Number(count?.n ?? 0) }
}

/** Sets one delivery aside, or starts it anew. Only from the state that was read. */
export async function settle(
  tx: Writer,
  { id, state }: Pick<Delivery, 'id' | 'state'>,
  to: 'waiting' | 'dropped' | 'bounced',
  why: string,
  now: Date,
): Promise<boolean> {
  const fresh = to === 'waiting'
  const { numUpdatedRows } = await tx
    .updateTable('notice_delivery')
    .set({
      state: to,
      lease_until: null,
      settled_at: fresh ? null : now,
      last_error: why,
      // A mail that was refused was surely not delivered: it starts under a new name.
      ...(fresh && { mail_id: null, attempts: 0, tried_at: null, try_at: now, in_doubt: false }),
    })
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What waits for one person of one kind follows what the person has just chosen. */
export async function waitingOf(
  db: Reader,
  recipient: RecipientId,
): Promise<readonly (Delivery & { readonly kind: string })[]> {
  const rows = await db
    .selectFrom('notice_delivery')
    .innerJoin('notice', 'notice.id', 'notice_delivery.notice_id')
    .selectAll('notice_delivery')
    .select('notice.kind')
    .where('notice_delivery.recipient_id', '=', recipient)
    .where('notice_delivery.state', '=', 'waiting')
    .where('notice_delivery.urgent', '=', false)
    .execute()
  return rows.map((row) => ({ ...deliveryFrom(row), kind: row.kind }))
}

export async function reschedule(
  tx: Writer,
  id: DeliveryId,
  cadence: Delivery['cadence'],
  at: Date,
): Promise<void> {
  await tx
    .updateTable('notice_delivery')
    .set({ cadence, due_at: at, try_at: at })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** Came back for the time being: once more, as a mail of its own name. */
export async function sendLater(tx: Writer, id: DeliveryId, at: Date, why: string): Promise<void> {
  await tx
    .updateTable('notice_delivery')
    .set({ state: 'waiting', settled_at: null, mail_id: null, try_at: at, last_error: why })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .execute()
}

/** How the deliveries of one thing's notices of a kind stand: how many in which state. */
export async function tallyOf(
  db: Reader,
  thing: string,
  kind: string,
): Promise<Readonly<Partial<Record<DeliveryState, number>>>> {
  const rows = await db
    .selectFrom('notice_delivery')
    .innerJoin('notice', 'notice.id', 'notice_delivery.notice_id')
    .where('notice.thing', '=', thing)
    .where('notice.kind', '=', kind)
    .groupBy('notice_delivery.state')
    .select((eb) => ['notice_delivery.state', eb.fn.countAll().as('count')])
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}
