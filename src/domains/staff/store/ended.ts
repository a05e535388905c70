import type { Reader, Writer } from '#platform/database.ts'

/** Sessions that ended by themselves before a moment. */
export async function endedSessions(db: Reader, before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('staff_session')
    .select('id')
    .where('expires_at', '<', before)
    .orderBy('expires_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export async function deleteSessions(tx: Writer, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('staff_session').where('id', 'in', ids).execute()
}

/** Links for an invitation or a new password that nobody can use any more. */
export async function endedPasses(db: Reader, before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('staff_pass')
    .select('hash')
    .where('expires_at', '<', before)
    .orderBy('expires_at')
    .limit(limit)
    .execute()
  return rows.map(({ hash }) => hash)
}

export async function deletePasses(tx: Writer, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('staff_pass').where('hash', 'in', ids).execute()
}

/** What the sign-in library began and nobody finished. */
export async function endedVerifications(
  db: Reader,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('staff_verification')
    .select('id')
    .where('expires_at', '<', before)
    .orderBy('expires_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export async function deleteVerifications(tx: Writer, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('staff_verification').where('id', 'in', ids).execute()
}
