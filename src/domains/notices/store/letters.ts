import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { BatchId, Delivery, DeliveryId } from '../notice.ts'
import { deliveryFrom } from './deliveries.ts'

/** Letters of one kind that nobody has put together for printing yet. */
export interface LetterGroup {
  readonly kind: string
  readonly count: number
  readonly since: Date
}

export async function lettersWaiting(db: Reader): Promise<readonly LetterGroup[]> {
  const rows = await db
    .selectFrom('notice_delivery')
    .innerJoin('notice', 'notice.id', 'notice_delivery.notice_id')
    .where('notice_delivery.channel', '=', 'letter')
    .where('notice_delivery.state', '=', 'waiting')
    .where('notice_delivery.mail_id', 'is', null)
    .groupBy('notice.kind')
    .orderBy('notice.kind')
    .select((eb) => [
      'notice.kind',
      eb.fn.countAll().as('count'),
      eb.fn.min('notice_delivery.due_at').as('since'),
    ])
    .execute()
  return rows.map(({ kind, count, since }) => ({ kind, count: Number(count), since }))
}

/** One batch as it stands: put together, opened for the printer, or sent. */
export interface LetterBatch {
  readonly id: BatchId
  readonly state: 'waiting' | 'sent'
  readonly letters: number
  /** How often it was opened for printing. */
  readonly opened: number
  readonly settledAt: Date | null
}

const batches = (db: Reader) =>
  db
    .selectFrom('notice_delivery')
    .where('channel', '=', 'letter')
    .where('mail_id', 'is not', null)
    .where('state', 'in', ['waiting', 'sent'])
    .groupBy('mail_id')
    .select((eb) => [
      'mail_id as id',
      eb.fn.min('state').as('state'),
      sql<string>`count(distinct recipient_id)`.as('letters'),
      eb.fn.max('attempts').as('opened'),
      eb.fn.max('settled_at').as('settled_at'),
    ])

type BatchRow = Awaited<ReturnType<ReturnType<typeof batches>['execute']>>[number]
const batchFrom = (row: BatchRow) =>
  ({
    id: row.id,
    // A batch is of one state; were it not, what waits would be asked after.
    state: row.state,
    letters: Number(row.letters),
    opened: Number(row.opened),
    settledAt: row.settled_at,
  }) as LetterBatch

/** Those to be finished first, then the newest. */
export async function letterBatches(db: Reader, limit: number): Promise<readonly LetterBatch[]> {
  const rows = await batches(db)
    .orderBy(sql`min(state)`, 'desc')
    .orderBy(sql`max(settled_at)`, 'desc')
    .limit(limit)
    .execute()
  return rows.map(batchFrom)
}

export async function letterBatch(db: Reader, id: string): Promise<LetterBatch | undefined> {
  const row = await batches(db).where('mail_id', '=', id).executeTakeFirst()
  return row && batchFrom(row)
}

/** Those of the people who have waited longest; rows that somebody else is gathering are passed over. */
export async function lockLetters(
  tx: Writer,
  kind: string | null,
  people: number,
): Promise<readonly Delivery[]> {
  const waiting = tx
    .selectFrom('notice_delivery')
    .where('channel', '=', 'letter')
    .where('state', '=', 'waiting')
    .where('mail_id', 'is', null)
    .$if(kind !== null, (q) =>
      q.where('notice_id', 'in', (eb) =>
        eb
          .selectFrom('notice')
          .select('notice.id')
          .where('notice.kind', '=', kind ?? ''),
      ),
    )
  const whose = await waiting
    .select('recipient_id')
    .groupBy('recipient_id')
    .orderBy(sql`min(due_at)`)
    .limit(people)
    .execute()
  if (!whose.length) return []
  const rows = await waiting
    .selectAll()
    .where(
      'recipient_id',
      'in',
      whose.map((row) => row.recipient_id),
    )
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(deliveryFrom)
}

export async function gatherLetters(tx: Writer, ids: readonly DeliveryId[], batch: BatchId) {
  await tx
    .updateTable('notice_delivery')
    .set({ mail_id: batch, attempts: 0, last_error: null })
    .where('id', 'in', ids)
    .execute()
}

/** The letters of a batch, held until the commit; what was set aside is not among them. */
export async function lockBatch(tx: Writer, batch: string): Promise<readonly Delivery[]> {
  const rows = await tx
    .selectFrom('notice_delivery')
    .selectAll()
    .where('mail_id', '=', batch)
    .where('channel', '=', 'letter')
    .where('state', 'in', ['waiting', 'sent'])
    .orderBy('recipient_id')
    .orderBy('due_at')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(deliveryFrom)
}

export async function countOpening(tx: Writer, batch: string, now: Date): Promise<void> {
  await tx
    .updateTable('notice_delivery')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), tried_at: now }))
    .where('mail_id', '=', batch)
    .execute()
}

export async function markLettersSent(tx: Writer, batch: string, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('notice_delivery')
    .set({ state: 'sent', settled_at: now })
    .where('mail_id', '=', batch)
    .where('channel', '=', 'letter')
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Back among those that wait. */
export async function putLettersBack(tx: Writer, batch: string): Promise<void> {
  await tx
    .updateTable('notice_delivery')
    .set({ mail_id: null, attempts: 0, tried_at: null })
    .where('mail_id', '=', batch)
    .where('channel', '=', 'letter')
    .where('state', '=', 'waiting')
    .execute()
}
