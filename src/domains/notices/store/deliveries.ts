import { type Selectable, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { DB } from '#platform/tables.ts'
import type { Channel, Delivery, DeliveryId, MailId } from '../notice.ts'

export const deliveryFrom = (row: Selectable<DB['notice_delivery']>) =>
  ({
    id: row.id,
    noticeId: row.notice_id,
    recipientId: row.recipient_id,
    channel: row.channel,
    state: row.state,
    cadence: row.cadence,
    urgent: row.urgent,
    dueAt: row.due_at,
    attempts: row.attempts,
    triedAt: row.tried_at,
    mailId: row.mail_id,
    inDoubt: row.in_doubt,
    lastError: row.last_error,
    settledAt: row.settled_at,
  }) as Delivery

export async function insertDeliveries(
  tx: Writer,
  list: readonly Pick<
    Delivery,
    'id' | 'noticeId' | 'recipientId' | 'channel' | 'cadence' | 'urgent' | 'dueAt'
  >[],
): Promise<void> {
  if (!list.length) return
  await tx
    .insertInto('notice_delivery')
    .values(
      list.map((d) => ({
        id: d.id,
        notice_id: d.noticeId,
        recipient_id: d.recipientId,
        channel: d.channel,
        state: 'waiting',
        cadence: d.cadence,
        urgent: d.urgent,
        due_at: d.dueAt,
        try_at: d.dueAt,
      })),
    )
    .execute()
}

/** What waits for a messenger that this city has no longer, or not yet, goes by mail: nothing is lost with it. */
export async function turnToMail(tx: Writer, orphaned: readonly Channel[]): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('notice_delivery')
    .set({ channel: 'mail' })
    .where('channel', 'in', [...orphaned])
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Whether anything waits for one of these ways. */
export async function isAnyBy(db: Reader, by: readonly Channel[]): Promise<boolean> {
  const row = await db
    .selectFrom('notice_delivery')
    .select('id')
    .where('channel', 'in', [...by])
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether there is anything to send now: asked every minute, so it is one look into an index. */
export async function isAnyDue(db: Reader, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('notice_delivery')
    .select('id')
    .where('channel', '=', 'mail')
    .where('try_at', '<=', now)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'waiting'),
        eb.and([eb('state', '=', 'sending'), eb('lease_until', '<=', now)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * All that is due for the people whose mail has waited longest. Rows that another process holds are passed
 * over; the advisory lock lets one process choose at a time, so that nobody's mail of the day is torn in two.
 */
export async function lockDue(tx: Writer, now: Date, people: number): Promise<Delivery[]> {
  await sql`select pg_advisory_xact_lock(hashtext('notice_delivery'))`.execute(tx)
  const due = tx
    .selectFrom('notice_delivery')
    .where('channel', '=', 'mail')
    .where('try_at', '<=', now)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'waiting'),
        eb.and([eb('state', '=', 'sending'), eb('lease_until', '<=', now)]),
      ]),
    )
  const waiting = await due
    .select('recipient_id')
    .groupBy('recipient_id')
    // Codes first: somebody sits before a field and waits.
    .orderBy(sql`bool_or(urgent)`, 'desc')
    .orderBy(sql`min(due_at)`)
    .limit(people)
    .execute()
  if (!waiting.length) return []
  const rows = await due
    .selectAll()
    .where(
      'recipient_id',
      'in',
      waiting.map((row) => row.recipient_id),
    )
    .orderBy('urgent', 'desc')
    .orderBy('due_at')
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(deliveryFrom)
}

/** Begins: the mail has its name before it leaves, so that a crash in between is seen as a doubt. */
export async function begin(
  tx: Writer,
  ids: readonly DeliveryId[],
  mailId: MailId,
  now: Date,
  leaseUntil: Date,
): Promise<void> {
  await tx
    .updateTable('notice_delivery')
    .set((eb) => ({
      state: 'sending',
      lease_until: leaseUntil,
      mail_id: mailId,
      attempts: eb('attempts', '+', 1),
      tried_at: eb.fn.coalesce('tried_at', eb.val(now)),
      in_doubt: sql<boolean>`in_doubt or state = 'sending'`,
    }))
    .where('id', 'in', [...ids])
    .execute()
}

export type End =
  | { readonly state: 'failed' | 'bounced' | 'dropped'; readonly why: string }
  | {
      readonly state: 'waiting'
      readonly why: string
      readonly tryAt: Date
      /** The text may be with the server: the mail keeps its name. */
      readonly inDoubt: boolean
    }

const keptInDoubt = sql<string | null>`case when in_doubt then mail_id end`

/** Ends what was begun. Only rows that are still in that mail's hands: who lost the lease changes nothing. */
export async function end(tx: Writer, mailId: MailId, how: End, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('notice_delivery')
    .set({
      state: how.state,
      lease_until: null,
      settled_at: how.state === 'waiting' ? null : now,
      last_error: how.why,
      ...(how.state === 'waiting' && {
        try_at: how.tryAt,
        in_doubt: sql<boolean>`in_doubt or ${how.inDoubt}`,
        // Surely not sent: it may go with what has come since, in one mail.
        ...(!how.inDoubt && { mail_id: keptInDoubt }),
      }),
    })
    .where('mail_id', '=', mailId)
    .where('state', '=', 'sending')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Ends mails that were taken by the other side, all at once. How many notices they held. */
export async function endSent(tx: Writer, mails: readonly MailId[], now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('notice_delivery')
    .set({ state: 'sent', lease_until: null, settled_at: now })
    .where('mail_id', 'in', mails)
    .where('state', '=', 'sending')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Our own server is down: all that is due waits until then, untried. Begun rows are given back as they were. */
export async function putOff(
  tx: Writer,
  begun: readonly DeliveryId[],
  until: Date,
  now: Date,
): Promise<void> {
  if (begun.length)
    await tx
      .updateTable('notice_delivery')
      .set((eb) => ({
        state: 'waiting',
        lease_until: null,
        attempts: eb('attempts', '-', 1),
        mail_id: keptInDoubt,
      }))
      .where('id', 'in', [...begun])
      .where('state', '=', 'sending')
      .execute()
  await tx
    .updateTable('notice_delivery')
    .set({ try_at: until })
    .where('state', '=', 'waiting')
    .where('channel', '=', 'mail')
    .where('try_at', '<=', now)
    .execute()
}

/** Goes by paper instead: there is no address for mail, or none that can be reached. */
export async function toLetter(tx: Writer, mailId: MailId, why: string): Promise<void> {
  await tx
    .updateTable('notice_delivery')
    .set({ channel: 'letter', state: 'waiting', lease_until: null, mail_id: null, last_error: why })
    .where('mail_id', '=', mailId)
    .where('state', '=', 'sending')
    .execute()
}

/** Sets aside what is of no use any more. */
export async function dropAll(
  tx: Writer,
  ids: readonly DeliveryId[],
  why: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('notice_delivery')
    .set({ state: 'dropped', lease_until: null, settled_at: now, last_error: why })
    .where('id', 'in', [...ids])
    .where('state', 'in', ['waiting', 'sending'])
    .execute()
}
