import type { Reader, Writer } from '#platform/database.ts'

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
  return Number(numDeletedRows)
}
