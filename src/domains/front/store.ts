import type { Reader } from '#platform/database.ts'

const moment = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** Newest first; `before` is the number of the entry at which the last page ended. */
export async function ledgerBefore(db: Reader, before: number | null, limit: number) {
  const rows = await db
    .selectFrom('ledger')
    .selectAll()
    .$if(before !== null, (q) => q.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: moment.format(row.at),
    actorId: row.actor_id,
    fact: row.fact,
    subject: row.subject_id,
    basis: row.basis,
    detail: Object.entries(row.detail ?? {})
      .map(([name, value]) => `${name}: ${value}`)
      .join(', '),
  }))
}
