import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/pool.ts'
import { emptyDatabase, testDatabase } from './database.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})

const entry = {
  at: new Date('2012-04-01T00:00:00Z'),
  actor_id: 'sys_test',
  request_id: 'test',
  fact: 'test.done',
  subject_id: 'tst_1',
  basis: '第1条',
}

test('runs on the engine that the run asks for', () => {
  const real = process.env.TOMONI_TEST_DATABASE === 'postgres'
  expect(database.engine).toBe(real ? 'postgresql' : 'embedded')
})

test('the ledger takes entries, and refuses to change, lose or forget one', async () => {
  await database.db.insertInto('ledger').values(entry).execute()
  const attempts = [
    database.db.updateTable('ledger').set({ basis: '' }).execute(),
    database.db.deleteFrom('ledger').execute(),
    database.pool.query('truncate ledger'),
    database.pool.query('truncate ledger cascade'),
    database.pool.query('delete from ledger where false').then(() => 'nothing to delete'),
  ]
  const results = await Promise.allSettled(attempts)
  expect(results.map((r) => (r.status === 'rejected' ? r.reason.message : r.value))).toEqual([
    'the ledger refuses update',
    'the ledger refuses delete',
    'the ledger refuses truncate',
    'the ledger refuses truncate',
    'nothing to delete',
  ])
  const rows = await database.db.selectFrom('ledger').select(['seq', 'at', 'detail']).execute()
  expect(rows).toEqual([{ seq: 1, at: entry.at, detail: {} }])
})

test('the same file keeps what it wrote; a new one starts empty, and at one', async () => {
  expect(await (await testDatabase()).db.selectFrom('ledger').selectAll().execute()).toHaveLength(1)
  await emptyDatabase(database)
  const { seq } = await database.db
    .insertInto('ledger')
    .values(entry)
    .returning('seq')
    .executeTakeFirstOrThrow()
  expect(seq).toBe(1)
})

test('there is one site', async () => {
  await database.db.insertInto('site').values({ profile: '{}' }).execute()
  await expect(
    database.db.insertInto('site').values({ profile: '{}' }).execute(),
  ).rejects.toMatchObject({ code: '23505' })
  await expect(
    database.db.insertInto('site').values({ id: false, profile: '{}' }).execute(),
  ).rejects.toMatchObject({ code: '23514' })
})
