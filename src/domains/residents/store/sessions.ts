import type { Reader, Writer } from '#platform/database.ts'
import type { ResidentId } from '../resident.ts'

export interface Session {
  readonly id: string
  readonly resident: ResidentId
  readonly createdAt: Date
  readonly seenAt: Date
  /** When the person last showed who they are: at the sign-in, or by a code since. */
  readonly provedAt: Date
  readonly expiresAt: Date
}

export async function insertSession(tx: Writer, session: Session, tokenMark: string) {
  await tx
    .insertInto('resident_session')
    .values({
      id: session.id,
      resident_id: session.resident,
      token_mark: tokenMark,
      created_at: session.createdAt,
      seen_at: session.seenAt,
      proved_at: session.provedAt,
      expires_at: session.expiresAt,
    })
    .execute()
  await tx
    .updateTable('resident_person')
    .set({ seen_at: session.createdAt, warned_at: null })
    .where('id', '=', session.resident)
    .execute()
}

export async function sessionMarked(db: Reader, tokenMark: string): Promise<Session | undefined> {
  const row = await db
    .selectFrom('resident_session')
    .selectAll()
    .where('token_mark', '=', tokenMark)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      resident: row.resident_id as ResidentId,
      createdAt: row.created_at,
      seenAt: row.seen_at,
      provedAt: row.proved_at,
      expiresAt: row.expires_at,
    }
  )
}

export const sessionsOf = async (db: Reader, resident: string): Promise<Session[]> =>
  (
    await db
      .selectFrom('resident_session')
      .selectAll()
      .where('resident_id', '=', resident)
      .orderBy('seen_at', 'desc')
      .execute()
  ).map((row) => ({
    id: row.id,
    resident: row.resident_id as ResidentId,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    provedAt: row.proved_at,
    expiresAt: row.expires_at,
  }))

export async function touchSession(tx: Writer, { id, resident }: Session, at: Date) {
  await tx.updateTable('resident_session').set({ seen_at: at }).where('id', '=', id).execute()
  await tx
    .updateTable('resident_person')
    .set({ seen_at: at, warned_at: null })
    .where('id', '=', resident)
    .execute()
}

export async function proveSession(tx: Writer, id: string, at: Date) {
  await tx.updateTable('resident_session').set({ proved_at: at }).where('id', '=', id).execute()
}

export async function endSession(tx: Writer, id: string) {
  await tx.deleteFrom('resident_session').where('id', '=', id).execute()
}

export async function endSessionsOf(tx: Writer, resident: string, except?: string) {
  await tx
    .deleteFrom('resident_session')
    .where('resident_id', '=', resident)
    .$if(except !== undefined, (q) => q.where('id', '<>', except ?? ''))
    .execute()
}

/** Over since before that moment: by their end, or left alone for longer than a session may be. */
export const deadSessions = async (
  db: Reader,
  before: Date,
  idle: number,
  limit: number,
): Promise<string[]> =>
  (
    await db
      .selectFrom('resident_session')
      .select('id')
      .where((eb) =>
        eb.or([eb('expires_at', '<', before), eb('seen_at', '<', new Date(+before - idle))]),
      )
      .limit(limit)
      .execute()
  ).map((r) => r.id)
