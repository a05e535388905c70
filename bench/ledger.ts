import { growTree, rootAt } from '#platform/ledger-tree.ts'
import { toHex } from '#platform/merkle.ts'
import type { Database } from '#platform/pool.ts'
import { round } from './load.ts'

/**
 * What the tree over the ledger costs: 100,000 entries are appended, and two heads computed, the second
 * one of a size of long ago. Printed, never asserted.
 */
export async function measureLedger(name: string, { db, pool }: Database, entries = 100_000) {
  await pool.query(
    `insert into ledger (at, actor_id, request_id, fact, subject_id, basis, detail)
      select timestamptz '2013-04-01' + n * interval '1 minute', 'per_' || n % 50, 'bench',
        'plan.item-changed', 'itm_' || n % 5000, '要綱', jsonb_build_object('version', n)
      from generate_series(1, $1::int) n`,
    [entries],
  )
  const begun = performance.now()
  const { size, added } = await growTree(db)
  const grown = performance.now()
  const root = toHex(await rootAt(db, size))
  const now = performance.now()
  await rootAt(db, Math.floor(size / 3))
  const then = performance.now()
  console.log(
    `${name}, ledger tree: ${added} entries in ${round((grown - begun) / 1000)} s ` +
      `(${Math.round(added / ((grown - begun) / 1000))}/s), head of today ${round(now - grown)} ms, ` +
      `of long ago ${round(then - now)} ms, root ${root.slice(0, 8)}…`,
  )
}
