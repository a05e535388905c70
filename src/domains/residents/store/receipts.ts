import type { Selectable } from 'kysely'
import type { RecipientId } from '#domains/notices/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { must } from '#platform/must.ts'
import type { ResidentReceipt } from '#platform/tables.ts'
import type { Receipt, ReceiptId } from '../receipt.ts'

/** The next number of a series. The row stays locked until the commit, so numbers have no gaps. */
export async function nextSerial(tx: Writer, act: string, year: number): Promise<number> {
  const row = await tx
    .insertInto('resident_receipt_series')
    .values({ act, year, last: 1 })
    .onConflict((oc) =>
      oc
        .columns(['act', 'year'])
        .doUpdateSet((eb) => ({ last: eb('resident_receipt_series.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirst()
  return must(row, 'a series has a last number').last
}

export async function insertReceipt(
  tx: Writer,
  receipt: Receipt,
  phraseMark: string,
  takenBy: string | null,
) {
  const { id, number, act, year, serial, subject, channel, reach, locale, resident, at } = receipt
  await tx
    .insertInto('resident_receipt')
    .values({
      id,
      number,
      act,
      year,
      serial,
      subject,
      channel,
      reach,
      locale,
      resident_id: resident,
      at,
      phrase_mark: phraseMark,
      taken_by: takenBy,
    })
    .execute()
}

const fromRow = (row: Selectable<ResidentReceipt>): Receipt =>
  ({
    id: row.id,
    version: row.version,
    number: row.number,
    act: row.act,
    year: row.year,
    serial: row.serial,
    subject: row.subject,
    channel: row.channel,
    reach: row.reach,
    locale: row.locale,
    resident: row.resident_id,
    at: row.at,
    endedAt: row.ended_at,
  }) as unknown as Receipt

export interface Locked {
  readonly receipt: Receipt
  readonly phraseMark: string
  /** Wrong phrases so far on that day. */
  readonly missed: number
}

export async function receiptNumbered(
  db: Reader,
  number: string,
  today: IsoDate,
): Promise<Locked | undefined> {
  const row = await db
    .selectFrom('resident_receipt')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  return (
    row && {
      receipt: fromRow(row),
      phraseMark: row.phrase_mark,
      missed: row.missed_on === today ? row.missed : 0,
    }
  )
}

export async function receiptById(db: Reader, id: string): Promise<Locked | undefined> {
  const row = await db
    .selectFrom('resident_receipt')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { receipt: fromRow(row), phraseMark: row.phrase_mark, missed: row.missed }
}

/** Counts a wrong phrase; false once the day's number of them is used up. */
export async function countMiss(
  tx: Writer,
  id: ReceiptId,
  today: IsoDate,
  most: number,
): Promise<boolean> {
  const row = await tx
    .updateTable('resident_receipt')
    .set((eb) => ({
      missed: eb
        .case()
        .when('missed_on', '=', today)
        .then(eb('missed', '+', 1))
        .else(1)
        .end(),
      missed_on: today,
    }))
    .where('id', '=', id)
    .returning('missed')
    .executeTakeFirst()
  return (row?.missed ?? most) <= most
}

export const receiptsOf = async (db: Reader, resident: string): Promise<Receipt[]> =>
  (
    await db
      .selectFrom('resident_receipt')
      .selectAll()
      .where('resident_id', '=', resident)
      .orderBy('at', 'desc')
      .execute()
  ).map(fromRow)

export const receiptsByIds = async (db: Reader, ids: readonly string[]): Promise<Receipt[]> =>
  ids.length
    ? (
        await db
          .selectFrom('resident_receipt')
          .selectAll()
          .where('id', 'in', ids)
          .orderBy('at')
          .execute()
      ).map(fromRow)
    : []

/** Only a receipt that nobody has claimed yet; false if somebody was sooner. */
export async function claimReceipt(tx: Writer, id: ReceiptId, resident: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('resident_receipt')
    .set((eb) => ({ resident_id: resident, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('resident_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function setReach(tx: Writer, id: string, reach: Receipt['reach']) {
  await tx
    .updateTable('resident_receipt')
    .set((eb) => ({ reach, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function endReceipt(tx: Writer, id: string, at: Date) {
  await tx.updateTable('resident_receipt').set({ ended_at: at }).where('id', '=', id).execute()
  await tx
    .updateTable('resident_follow')
    .set({ ended_at: at })
    .where('receipt_id', '=', id)
    .execute()
}

export async function insertFollow(tx: Writer, id: string, receipt: ReceiptId, subject: string) {
  await tx.insertInto('resident_follow').values({ id, receipt_id: receipt, subject }).execute()
}

export interface Follower {
  /** To whom a notice is addressed: the account that claimed the receipt, else the receipt. */
  readonly recipient: RecipientId
  readonly receipt: string
  readonly subject: string
  readonly locale: Receipt['locale']
}

/** Who asked to be told about any of these: each recipient once, whatever number of receipts they hold. */
export async function followersOf(db: Reader, subjects: readonly string[]): Promise<Follower[]> {
  if (!subjects.length) return []
  const rows = await db
    .selectFrom('resident_follow')
    .innerJoin('resident_receipt', 'resident_receipt.id', 'resident_follow.receipt_id')
    .select([
      'resident_follow.subject',
      'resident_receipt.id',
      'resident_receipt.resident_id',
      'resident_receipt.locale',
      'resident_receipt.reach',
    ])
    .where('resident_follow.subject', 'in', subjects)
    .where('resident_follow.ended_at', 'is', null)
    .orderBy('resident_receipt.at')
    .execute()
  const all = rows
    .filter((row) => row.resident_id !== null || row.reach !== 'none')
    .map((row) => ({
      recipient: (row.resident_id ?? row.id) as RecipientId,
      receipt: row.id,
      subject: row.subject,
      locale: row.locale as Receipt['locale'],
    }))
  return [...new Map(all.map((one) => [one.recipient, one])).values()]
}

export interface Addition {
  readonly id: string
  readonly sealed: string
  readonly at: Date
  readonly byStaff: boolean
}

export async function insertAddition(tx: Writer, receipt: ReceiptId, addition: Addition) {
  const { id, sealed, at, byStaff } = addition
  await tx
    .insertInto('resident_addition')
    .values({ id, receipt_id: receipt, sealed, at, by_staff: byStaff })
    .execute()
}

export async function additionsOf(db: Reader, receipt: string): Promise<Addition[]> {
  const rows = await db
    .selectFrom('resident_addition')
    .selectAll()
    .where('receipt_id', '=', receipt)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, sealed: row.sealed, at: row.at, byStaff: row.by_staff }))
}

export async function forgetAdditions(tx: Writer, receipts: readonly string[]) {
  if (receipts.length)
    await tx.deleteFrom('resident_addition').where('receipt_id', 'in', receipts).execute()
}
