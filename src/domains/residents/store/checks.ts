import type { Selectable } from 'kysely'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { ResidentCheck } from '#platform/tables.ts'
import type { Check, ResidentId } from '../resident.ts'

const fromRow = (row: Selectable<ResidentCheck>): Check =>
  ({
    id: row.id,
    version: row.version,
    resident: row.resident_id,
    state: row.state,
    way: row.way,
    document: row.document,
    askedAt: row.asked_at,
    printedAt: row.printed_at,
    decidedAt: row.decided_at,
    until: row.until_on,
    sealedReason: row.reason,
  }) as unknown as Check

export async function insertCheck(
  tx: Writer,
  c: Check,
  decidedBy: string | null,
  personMark: string | null = null,
) {
  await tx
    .insertInto('resident_check')
    .values({
      id: c.id,
      resident_id: c.resident,
      state: c.state,
      way: c.way,
      document: c.document,
      person_mark: personMark,
      asked_at: c.askedAt,
      decided_at: c.decidedAt,
      decided_by: decidedBy,
      until_on: c.until,
      reason: c.sealedReason,
    })
    .execute()
}

/** False where somebody else decided first. */
export async function saveCheck(
  tx: Writer,
  before: Check,
  after: Check,
  decidedBy: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('resident_check')
    .set({
      state: after.state,
      document: after.document,
      decided_at: after.decidedAt,
      decided_by: decidedBy,
      until_on: after.until,
      reason: after.sealedReason,
      version: before.version + 1,
      ...(after.state !== 'pending' && { code_mark: null }),
    })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The one that is open or holds, else the newest: earlier ones are history. */
export async function checkOf(db: Reader, resident: string): Promise<Check | undefined> {
  const all = await checksOf(db, resident)
  return all.find(({ state }) => ['pending', 'confirmed', 'renewed'].includes(state)) ?? all[0]
}
export const checksOf = async (db: Reader, resident: string): Promise<Check[]> =>
  (
    await db
      .selectFrom('resident_check')
      .selectAll()
      .where('resident_id', '=', resident)
      .orderBy('asked_at', 'desc')
      .execute()
  ).map(fromRow)
export async function checkById(db: Reader, id: string): Promise<Check | undefined> {
  const row = await db
    .selectFrom('resident_check')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}
export const pendingChecks = async (db: Reader): Promise<Check[]> =>
  (
    await db
      .selectFrom('resident_check')
      .selectAll()
      .where('state', '=', 'pending')
      .orderBy('asked_at')
      .execute()
  ).map(fromRow)
export const overdueChecks = async (db: Reader, today: IsoDate): Promise<Check[]> =>
  (
    await db
      .selectFrom('resident_check')
      .selectAll()
      .where('state', 'in', ['confirmed', 'renewed'])
      .where('until_on', '<', today)
      .execute()
  ).map(fromRow)

/** A letter's code is made when the letter is: nobody has seen it before, and only its mark stays. */
export async function printCode(tx: Writer, id: string, codeMark: string, at: Date) {
  await tx
    .updateTable('resident_check')
    .set({ code_mark: codeMark, printed_at: at, tries: 0 })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .execute()
}

export async function takeCheckTry(
  tx: Writer,
  id: string,
  most: number,
  printedAfter: Date,
): Promise<{ readonly codeMark: string; readonly personMark: string | null } | undefined> {
  const row = await tx
    .updateTable('resident_check')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('tries', '<', most)
    .where('printed_at', '>', printedAfter)
    .returning(['code_mark', 'person_mark'])
    .executeTakeFirst()
  return row && { codeMark: row.code_mark ?? '', personMark: row.person_mark }
}

/** 一人一つ: true for the one that was first, and for the person who has the mark already. */
export async function takeUniqueMark(
  tx: Writer,
  mark: string,
  resident: ResidentId,
  at: Date,
): Promise<boolean> {
  await tx
    .insertInto('resident_unique_mark')
    .values({ mark, resident_id: resident, since: at })
    .onConflict((oc) => oc.doNothing())
    .execute()
  const row = await tx
    .selectFrom('resident_unique_mark')
    .select('resident_id')
    .where('mark', '=', mark)
    .executeTakeFirst()
  return row?.resident_id === resident
}

export async function insertSheet(
  tx: Writer,
  sheet: { id: string; title: string; by: string; at: Date; expiresOn: IsoDate },
  marks: readonly string[],
) {
  await tx
    .insertInto('resident_sheet')
    .values({
      id: sheet.id,
      title: sheet.title,
      made_by: sheet.by,
      made_at: sheet.at,
      expires_on: sheet.expiresOn,
    })
    .execute()
  await tx
    .insertInto('resident_sheet_code')
    .values(marks.map((mark) => ({ mark, sheet_id: sheet.id })))
    .execute()
}

/** Each code once: false for what was never printed, is used, or too old. */
export async function usePaperCode(
  tx: Writer,
  mark: string,
  at: Date,
  today: IsoDate,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('resident_sheet_code')
    .set({ used_at: at })
    .where('mark', '=', mark)
    .where('used_at', 'is', null)
    .where('sheet_id', 'in', (eb) =>
      eb.selectFrom('resident_sheet').select('id').where('expires_on', '>=', today),
    )
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function sheets(db: Reader) {
  const rows = await db
    .selectFrom('resident_sheet')
    .innerJoin('resident_sheet_code', 'resident_sheet_code.sheet_id', 'resident_sheet.id')
    .select((eb) => [
      'resident_sheet.id',
      'resident_sheet.title',
      'resident_sheet.made_at',
      'resident_sheet.expires_on',
      eb.fn.countAll<number>().as('all'),
      eb.fn.count<number>('resident_sheet_code.used_at').as('used'),
    ])
    .groupBy([
      'resident_sheet.id',
      'resident_sheet.title',
      'resident_sheet.made_at',
      'resident_sheet.expires_on',
    ])
    .orderBy('resident_sheet.made_at', 'desc')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    title: r.title,
    madeAt: r.made_at,
    expiresOn: r.expires_on,
    all: Number(r.all),
    used: Number(r.used),
  }))
}

/** The old list goes with the new one in; it comes in pieces because a city has many people. */
export async function replaceRegister(
  tx: Writer,
  register: { id: string; at: Date; by: string },
  marks: readonly string[],
) {
  await tx.deleteFrom('resident_register').execute()
  await tx
    .insertInto('resident_register')
    .values({
      id: register.id,
      imported_at: register.at,
      imported_by: register.by,
      size: marks.length,
    })
    .execute()
  for (let i = 0; i < marks.length; i += 2000)
    await tx
      .insertInto('resident_register_entry')
      .values(marks.slice(i, i + 2000).map((mark) => ({ mark, register_id: register.id })))
      .execute()
}
export const isRegistered = async (db: Reader, mark: string): Promise<boolean> =>
  (await db
    .selectFrom('resident_register_entry')
    .select('mark')
    .where('mark', '=', mark)
    .executeTakeFirst()) !== undefined
export const register = (db: Reader) =>
  db.selectFrom('resident_register').select(['imported_at', 'size']).executeTakeFirst()
