import { type Kysely, sql } from 'kysely'
import type { Reader } from './database.ts'
import { type LedgerRow, leafOf } from './ledger-tree-entry.ts'
import { settledUntil } from './ledger-tree-settled.ts'
import {
  consistencyRanges,
  edge,
  folded,
  type Hash,
  type Node,
  pieces,
  type Range,
} from './merkle.ts'
import { must } from './must.ts'
import type { DB } from './tables.ts'

/** Any number that nothing else of ours locks by: the tree grows in one place at a time. */
const growing = 9162_6962

export const takeTree = (db: Kysely<DB>) =>
  sql`select pg_advisory_xact_lock(${growing})`.execute(db)

/**
 * Adds the entries that are settled to the tree, in the order of their numbers. Done behind the writes,
 * in transactions of its own: it takes nothing that a writer needs. No fact is recorded of it, for the
 * leaves say nothing that the ledger does not, and a fact would need a leaf again.
 */
export async function growTree(
  db: Kysely<DB>,
  { batch = 500, patienceMs = 10_000 } = {},
): Promise<{ readonly size: number; readonly added: number }> {
  const until = await settledUntil(db, patienceMs)
  let added = 0
  if (until !== null)
    for (;;) {
      const more = await db.transaction().execute((tx) => addLeaves(tx, until, batch))
      added += more
      if (more < batch) break
    }
  return { size: await treeSize(db), added }
}

async function addLeaves(tx: Kysely<DB>, until: number, batch: number): Promise<number> {
  await takeTree(tx)
  const last = await lastLeaf(tx)
  const rows = await ledgerRows(tx, { after: last?.seq ?? 0, until, limit: batch })
  if (rows.length === 0) return 0
  const size = last ? last.position + 1 : 0
  const known = pieces({ from: 0, until: size })
  const hashes = await nodeHashes(tx, known)
  const tree = edge(known.map(({ level }, i) => ({ level, hash: must(hashes[i], 'a node') })))
  const leaves: { position: number; seq: number; hash: Buffer }[] = []
  const nodes: { level: number; position: number; hash: Buffer }[] = []
  for (const row of rows) {
    const hash = leafOf(row)
    leaves.push({ position: tree.size, seq: row.seq, hash: Buffer.from(hash) })
    tree.push(hash, 0, (node, hash) => nodes.push({ ...node, hash: Buffer.from(hash) }))
  }
  await tx.insertInto('ledger_leaf').values(leaves).execute()
  if (nodes.length) await tx.insertInto('ledger_node').values(nodes).execute()
  return rows.length
}

const lastLeaf = (db: Reader) =>
  db
    .selectFrom('ledger_leaf')
    .select(['position', 'seq'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()

/** How many entries the tree covers. */
export async function treeSize(db: Reader): Promise<number> {
  const last = await lastLeaf(db)
  return last ? last.position + 1 : 0
}

/** Entries as the leaves cover them, in the order of their numbers. */
export async function ledgerRows(
  db: Reader,
  {
    after,
    until,
    limit,
  }: { readonly after: number; readonly until: number; readonly limit?: number },
): Promise<LedgerRow[]> {
  return db
    .selectFrom('ledger')
    .select(['seq', 'actor_id', 'request_id', 'fact', 'subject_id', 'basis', 'detail'])
    .select(sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'))
    .where('seq', '>', after)
    .where('seq', '<=', until)
    .orderBy('seq')
    .$if(limit !== undefined, (q) => q.limit(limit ?? 0))
    .execute()
}

/** The hashes of complete subtrees, in the order asked for. */
export async function nodeHashes(db: Reader, nodes: readonly Node[]): Promise<Hash[]> {
  const levels = Map.groupBy(nodes, ({ level }) => level)
  const known = new Map<string, Hash>()
  for (const [level, wanted] of levels) {
    const positions = wanted.map(({ position }) => position)
    const found =
      level === 0
        ? await db
            .selectFrom('ledger_leaf')
            .select(['position', 'hash'])
            .where('position', 'in', positions)
            .execute()
        : await db
            .selectFrom('ledger_node')
            .select(['position', 'hash'])
            .where('level', '=', level)
            .where('position', 'in', positions)
            .execute()
    for (const { position, hash } of found) known.set(`${level} ${position}`, hash)
  }
  return nodes.map(({ level, position }) =>
    must(known.get(`${level} ${position}`), `the tree has the node ${level}/${position}`),
  )
}

const rangeHash = async (db: Reader, range: Range) => folded(await nodeHashes(db, pieces(range)))

/** The root over the first `size` entries: O(log n) rows, also for a size of long ago. */
export const rootAt = (db: Reader, size: number): Promise<Hash> =>
  rangeHash(db, { from: 0, until: size })

/** Proves that the tree of `old` entries is the beginning of the tree of `size`. */
export async function consistencyAt(db: Reader, old: number, size: number): Promise<Hash[]> {
  const proof: Hash[] = []
  for (const range of consistencyRanges(old, size)) proof.push(await rangeHash(db, range))
  return proof
}
