import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Tongue } from '../resident.ts'

export const codeActs = [
  'sign-in',
  'confirm-contact',
  'change-mail',
  'close-account',
  'prove',
] as const
export type CodeAct = (typeof codeActs)[number]

export interface Code {
  readonly id: string
  readonly act: CodeAct
  readonly subject: string
  readonly locale: Tongue
  readonly sealed: string
  readonly addressMark: string
  readonly codeMark: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** Until the commit, nobody else asks for a code to this address: pauses count what has really gone out. */
export async function lockAddress(tx: Writer, addressMark: string) {
  await sql`select pg_advisory_xact_lock(hashtext(${addressMark}))`.execute(tx)
}

export async function insertCode(tx: Writer, code: Code) {
  await tx
    .insertInto('resident_code')
    .values({
      id: code.id,
      act: code.act,
      subject: code.subject,
      locale: code.locale,
      sealed: code.sealed,
      address_mark: code.addressMark,
      code_mark: code.codeMark,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
    })
    .execute()
}

/** When codes went to this address since then, oldest first, for whatever act. */
export const sentTo = async (db: Reader, addressMark: string, since: Date): Promise<Date[]> =>
  (
    await db
      .selectFrom('resident_code')
      .select('created_at')
      .where('address_mark', '=', addressMark)
      .where('created_at', '>', since)
      .orderBy('created_at')
      .execute()
  ).map((r) => r.created_at)

export async function codeById(db: Reader, id: string): Promise<Code | undefined> {
  const row = await db
    .selectFrom('resident_code')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      act: row.act as CodeAct,
      subject: row.subject,
      locale: row.locale as Tongue,
      sealed: row.sealed,
      addressMark: row.address_mark,
      codeMark: row.code_mark,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    }
  )
}

/** Takes one of the tries, before anything is compared: guesses at the same moment wait for one another. */
export async function takeTry(
  tx: Writer,
  id: string,
  act: CodeAct,
  now: Date,
  most: number,
): Promise<Code | undefined> {
  const row = await tx
    .updateTable('resident_code')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .where('act', '=', act)
    .where('tries', '<', most)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst()
  return row && codeById(tx, id)
}

export async function useCode(tx: Writer, id: string, at: Date) {
  await tx.updateTable('resident_code').set({ used_at: at }).where('id', '=', id).execute()
}

export const codesBefore = async (db: Reader, before: Date, limit: number): Promise<string[]> =>
  (
    await db
      .selectFrom('resident_code')
      .select('id')
      .where('created_at', '<', before)
      .orderBy('created_at')
      .limit(limit)
      .execute()
  ).map((r) => r.id)

export async function forgetCodesById(tx: Writer, ids: readonly string[]) {
  await tx.deleteFrom('resident_code').where('id', 'in', ids).execute()
}

/** Those for these subjects, and those that went to these addresses for whatever reason. */
export async function forgetCodesFor(
  tx: Writer,
  subjects: readonly string[],
  addressMarks: readonly string[],
) {
  await tx.deleteFrom('resident_code').where('subject', 'in', subjects).execute()
  if (addressMarks.length)
    await tx.deleteFrom('resident_code').where('address_mark', 'in', addressMarks).execute()
}
