import type { Reader, Writer } from '#platform/database.ts'
import { life, type Session } from '../session.ts'

/** Sessions as they stand in the table; what the library of passkeys left there is none. */
export async function sessionBy(
  db: Reader,
  tokenHash: string,
): Promise<(Session & { readonly mustChange: boolean }) | undefined> {
  const row = await db
    .selectFrom('staff_session as s')
    .leftJoin('staff_account as a', (join) =>
      join.onRef('a.user_id', '=', 's.user_id').on('a.provider_id', '=', 'credential'),
    )
    .selectAll('s')
    .select('a.must_change')
    .where('s.token', '=', tokenHash)
    .where('s.stage', '<>', 'library')
    .executeTakeFirst()
  return row && { ...fromRow(row), mustChange: row.must_change ?? false }
}

export async function sessionsOf(db: Reader, user: string): Promise<Session[]> {
  const rows = await db
    .selectFrom('staff_session')
    .selectAll()
    .where('user_id', '=', user)
    .where('stage', '=', 'full')
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map(fromRow)
}

interface Row {
  readonly id: string
  readonly user_id: string
  readonly stage: string
  readonly way: string
  readonly created_at: Date
  readonly seen_at: Date | null
  readonly proved_at: Date | null
  readonly onward: string
  readonly failures: number
  readonly device: string | null
  readonly user_agent: string | null
  readonly ip_address: string | null
}

const fromRow = (row: Row) =>
  ({
    id: row.id,
    user: row.user_id,
    stage: row.stage,
    way: row.way,
    startedAt: row.created_at,
    seenAt: row.seen_at ?? row.created_at,
    provedAt: row.proved_at ?? row.created_at,
    onward: row.onward,
    failures: row.failures,
    device: row.device,
    userAgent: row.user_agent ?? '',
    network: row.ip_address ?? '',
  }) as unknown as Session

export async function insertSession(
  tx: Writer,
  s: Session,
  tokenHash: string,
  idToken: string | null,
): Promise<void> {
  await tx
    .insertInto('staff_session')
    .values({
      id: s.id,
      user_id: s.user,
      token: tokenHash,
      stage: s.stage,
      way: s.way,
      created_at: s.startedAt,
      updated_at: s.startedAt,
      seen_at: s.seenAt,
      proved_at: s.provedAt,
      expires_at: new Date(+s.startedAt + (s.stage === 'full' ? life.whole : life.half)),
      onward: s.onward,
      failures: s.failures,
      device: s.device,
      user_agent: s.userAgent.slice(0, 300),
      ip_address: s.network,
      id_token: idToken,
    })
    .execute()
}

/** Whether there was one to end. */
export async function endSession(tx: Writer, user: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('staff_session')
    .where('user_id', '=', user)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** How many ended. */
export async function endSessions(tx: Writer, user: string, but?: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('staff_session')
    .where('user_id', '=', user)
    .$if(but !== undefined, (q) => q.where('id', '<>', but ?? ''))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** One more wrong code; answers how many there are now. */
export async function countFailure(tx: Writer, id: string): Promise<number> {
  const row = await tx
    .updateTable('staff_session')
    .set((eb) => ({ failures: eb('failures', '+', 1) }))
    .where('id', '=', id)
    .returning('failures')
    .executeTakeFirst()
  return row?.failures ?? Number.POSITIVE_INFINITY
}

/** The sealed identity token of a session that began at the city's own directory. */
export async function idTokenOf(db: Reader, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('staff_session')
    .select('id_token')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.id_token ?? null
}

/** Whether the person has signed in with this browser before, and whether with any. */
export async function knownDevice(db: Reader, user: string, mark: string) {
  const rows = await db
    .selectFrom('staff_device')
    .select('mark')
    .where('user_id', '=', user)
    .execute()
  return { known: rows.some((row) => row.mark === mark), any: rows.length > 0 }
}

export async function noteDevice(
  tx: Writer,
  user: string,
  mark: string,
  network: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('staff_device')
    .values({ user_id: user, mark, network, first_at: at, last_at: at })
    .onConflict((oc) => oc.columns(['user_id', 'mark']).doUpdateSet({ network, last_at: at }))
    .execute()
}

/** Whether anybody has ever signed in from this network: the offices of the city are such. */
export async function isNetworkKnown(db: Reader, network: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff_device')
    .select('mark')
    .where('network', '=', network)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the browser was let in to the account of this address before. */
export async function isDeviceOf(db: Reader, email: string, mark: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff_device as d')
    .innerJoin('staff_user as u', 'u.id', 'd.user_id')
    .select('d.mark')
    .where('u.email', '=', email)
    .where('d.mark', '=', mark)
    .executeTakeFirst()
  return row !== undefined
}

export async function hasEndedSessions(db: Reader, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('staff_session')
    .select('id')
    .where('expires_at', '<', now)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function forgetSessions(tx: Writer, now: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('staff_session')
    .where('expires_at', '<', now)
    .executeTakeFirst()
  await tx.deleteFrom('staff_pass').where('expires_at', '<', now).execute()
  await tx.deleteFrom('staff_verification').where('expires_at', '<', now).execute()
  return Number(numDeletedRows)
}
