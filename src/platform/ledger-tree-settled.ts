import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { DB } from './tables.ts'

/**
 * Up to which number the ledger is settled: no entry with this number or a smaller one can still appear.
 * Null when somebody's change has stayed open for longer than `patienceMs`; then ask again later.
 *
 * An entry gets its number when it is written and is seen when its change commits, so on a server a
 * smaller number may be seen after a larger one. The oldest running transaction (`pg_snapshot_xmin`) does
 * not settle it: the number is drawn a moment before the transaction has an id of its own. What does is
 * the lock that every insert takes on the table *before* it draws a number, and holds until the end: read
 * the counter, then wait for those who hold the lock now. Whoever has drawn a number up to the counter is
 * among them, or has ended. This takes no lock itself: nobody who writes ever waits for it.
 */
export async function settledUntil(db: Kysely<DB>, patienceMs = 10_000): Promise<number | null> {
  const { rows } = await sql<{ last: number }>`
    select case when is_called then last_value else 0 end as last from ledger_seq_seq`.execute(db)
  let waitedFor = await writing(db)
  const until = Date.now() + patienceMs
  while (waitedFor.size > 0) {
    if (Date.now() > until) return null
    await pause(20)
    const still = await writing(db)
    waitedFor = new Set([...waitedFor].filter((one) => still.has(one)))
  }
  return rows[0]?.last ?? 0
}

/** The transactions that have written, or are about to write, an entry and have not ended. */
async function writing(db: Kysely<DB>): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select virtualtransaction as id from pg_locks
    where locktype = 'relation' and relation = 'ledger'::regclass and mode = 'RowExclusiveLock'
      and granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
