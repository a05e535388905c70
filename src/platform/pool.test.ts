import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { emptyTemplate, freshDatabase } from '#testing/database.ts'
import { checkServer, openDatabase } from './pool.ts'

/** A server that says of itself what a test wants. */
const serverThatSays = (row: { version: number; ctype: string; encoding: string }) =>
  ({ query: async () => ({ rows: [row] }) }) as unknown as pg.Pool

test('a server that is too old, or knows no letters but ASCII, is refused with what to do', async () => {
  const fit = { version: 150_000, ctype: 'ja_JP.UTF-8', encoding: 'UTF8' }
  await checkServer(serverThatSays(fit))
  await expect(checkServer(serverThatSays({ ...fit, version: 140_013 }))).rejects.toThrow('15')
  await expect(checkServer(serverThatSays({ ...fit, ctype: 'C' }))).rejects.toThrow('lc_ctype')
  await expect(checkServer(serverThatSays({ ...fit, encoding: 'EUC_JP' }))).rejects.toThrow('UTF8')
})

test('the database of a data folder lies in it, and is there again', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tomoni-pool-'))
  const place = { dataDir, template: await emptyTemplate() }
  const first = await openDatabase(place)
  await first.pool.query("create table row as select '共に' as word")
  await expect(openDatabase(place)).rejects.toMatchObject({ name: 'DatabaseInUse' })
  await first.close()
  const second = await openDatabase(place)
  expect((await second.pool.query('select word from row')).rows).toEqual([{ word: '共に' }])
  await second.close()
  rmSync(dataDir, { recursive: true })
})

test('using the database inside its own transaction is an error in time, not a standstill', async () => {
  const { db, engine, close } = await freshDatabase()
  if (engine === 'embedded')
    await expect(
      db.transaction().execute(async () => {
        await db.selectFrom('site').selectAll().execute()
      }),
    ).rejects.toThrow('timeout')
  await close()
}, 30_000)

const { server } = inject('testDatabases')

test.runIf(server)(
  'a connection that the server ends is an error of its query, no more',
  async () => {
    const { pool, close } = await freshDatabase()
    const client = await pool.connect()
    const { rows } = await client.query('select pg_backend_pid() as pid')
    const slow = client.query('select pg_sleep(20)')
    const refused = expect(slow).rejects.toThrow()
    const gone = new Promise((resolve) => client.once('end', resolve))
    await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await Promise.all([refused, gone])
    client.release()
    expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }])
    await close()
  },
)

test.runIf(server)('a real database with LC_CTYPE C is refused', async () => {
  const admin = server?.admin ?? ''
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  await client.query("create database ascii template template0 lc_collate 'C' lc_ctype 'C'")
  await client.end()
  const url = new URL(admin)
  url.pathname = '/ascii'
  await expect(openDatabase({ databaseUrl: url.href, dataDir: '' })).rejects.toMatchObject({
    name: 'UnfitDatabase',
  })
})
