import type { Reader } from './database.ts'

/** One entry of what a person did. */
export interface Deed {
  readonly at: Date
  readonly fact: string
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** What one person has done since a moment, newest first, at most `limit` entries. */
export async function deedsOf(
  db: Reader,
  actorId: string,
  since: Date,
  limit: number,
): Promise<readonly Deed[]> {
  const rows = await db
    .selectFrom('ledger')
    .select(['at', 'fact', 'subject_id', 'detail'])
    .where('actor_id', '=', actorId)
    .where('at', '>=', since)
    .where('fact', 'not like', 'staff.signed-%')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    at: row.at,
    fact: row.fact,
    subject: row.subject_id,
    detail: (row.detail ?? {}) as Deed['detail'],
  }))
}
