import { expect, test } from 'vitest'
import { contextOf } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { saveSite, siteProfile, unnamed } from './site.ts'

const changed = { fact: 'site.changed', subject: 'site', basis: '設定' } as const
const at = new Date('2012-04-02T00:00:00Z')

test('a change and its fact are one: both are there, with who and when', async () => {
  const { db } = await testDatabase()
  const told: string[] = []
  const ctx = contextOf(db, people.author, at, () => told.push('told'))
  await ctx.record(async (tx) => {
    await saveSite(tx, { ...unnamed, phone: '1' })
    expect(told).toEqual([])
    return [undefined, changed]
  })
  expect((await siteProfile(db)).phone).toBe('1')
  const [entry] = await db.selectFrom('ledger').selectAll().orderBy('seq', 'desc').execute()
  expect(entry).toMatchObject({ fact: 'site.changed', actor_id: 'per_author', at, basis: '設定' })
  expect(told).toEqual(['told'])
})

test('a change that fails leaves neither row nor fact', async () => {
  const { db } = await testDatabase()
  const ctx = contextOf(db, people.author, at)
  const before = await db.selectFrom('ledger').selectAll().execute()
  const attempt = ctx.record(async (tx) => {
    await saveSite(tx, { ...unnamed, phone: '2' })
    throw new Error('stopped')
  })
  await expect(attempt).rejects.toThrow('stopped')
  expect((await siteProfile(db)).phone).toBe('1')
  expect(await db.selectFrom('ledger').selectAll().execute()).toEqual(before)
})

test.each(['update ledger set fact = $1', 'delete from ledger where fact <> $1'])(
  'the ledger refuses: %s',
  async (sql) => {
    const { pool } = await testDatabase()
    await expect(pool.query(sql, ['x'])).rejects.toThrow(/the ledger refuses/)
  },
)

test('the ledger refuses to be emptied', async () => {
  const { pool } = await testDatabase()
  await expect(pool.query('truncate ledger')).rejects.toThrow(/the ledger refuses/)
})
