import { describe, expect, test } from 'vitest'
import { migratedDatabase } from '#testing/database.ts'
import { exported, verified, write } from '#testing/ledger.ts'
import { growTree } from './ledger-tree.ts'

/** Two changes at once need two connections: only a server has them. */
describe.runIf(process.env.TOMONI_TEST_DATABASE === 'postgres')('two changes at once', () => {
  test('a smaller number that commits later comes in its order, and nobody waits for the tree', async () => {
    const database = await migratedDatabase()
    const { db, pool } = database
    const slow = await pool.connect()
    try {
      const insert = (subject: string) =>
        `insert into ledger (at, actor_id, request_id, fact, subject_id, basis)
          values (now(), 'per_x', 'x', 'plan.edited', '${subject}', 'x')`
      await slow.query('begin')
      await slow.query(insert('first'))
      await pool.query(insert('second'))
      // The second one is there to be read, the first one is not: the tree must wait for it.
      expect(await growTree(db, { patienceMs: 0 })).toEqual({ size: 0, added: 0 })
      const growing = growTree(db)
      // A further writer is not kept waiting by the tree that waits.
      await pool.query(insert('third'))
      await slow.query('commit')
      await growing
      await growTree(db)
      const leaves = await db
        .selectFrom('ledger_leaf as l')
        .innerJoin('ledger as e', 'e.seq', 'l.seq')
        .select('e.subject_id')
        .orderBy('l.position')
        .execute()
      expect(leaves.map((l) => l.subject_id)).toEqual(['first', 'second', 'third'])
      await slow.query('begin')
      await slow.query(insert('given up'))
      await pool.query(insert('fourth'))
      await slow.query('rollback')
      expect(await growTree(db)).toEqual({ size: 4, added: 1 })
      expect((await verified(await exported(database))).ok).toBe(true)
    } finally {
      slow.release()
      await database.close()
    }
  })

  test('a change that has its lock but not yet its number is waited for too', async () => {
    const database = await migratedDatabase()
    const { db, pool } = database
    const slow = await pool.connect()
    try {
      await slow.query('begin; lock table ledger in row exclusive mode')
      await write(database, 1, 1)
      expect(await growTree(db, { patienceMs: 0 })).toEqual({ size: 0, added: 0 })
      await slow.query('rollback')
      expect(await growTree(db)).toEqual({ size: 1, added: 1 })
      await Promise.all([
        write(database, 1, 30),
        growTree(db),
        write(database, 2, 30),
        growTree(db),
      ])
      await growTree(db)
      expect(await verified(await exported(database))).toMatchObject({ ok: true, entries: 61 })
    } finally {
      slow.release()
      await database.close()
    }
  })
})
