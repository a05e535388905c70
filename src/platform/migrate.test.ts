import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '#testing/database.ts'
import { appliedMigrations, migrate } from './migrate.ts'
import type { Database } from './pool.ts'

let folder: string
let database: Database
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tomoni-migrate-'))
  copyFileSync('migrations/0001-platform.sql', join(folder, '0001-platform.sql'))
  database = await freshDatabase()
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const tables = async () => {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%' order by 1`.execute(database.db)
  return rows.map((r) => r.name)
}

test('applies what is new, in order, once', async () => {
  writeFileSync(
    join(folder, '0002-word.sql'),
    "create table word (w text); insert into word values ('共;に');",
  )
  expect(await migrate(database.db, folder, { until: '0001-platform' })).toEqual({
    applied: ['0001-platform'],
  })
  expect(await migrate(database.db, folder)).toEqual({ applied: ['0002-word'] })
  expect(await migrate(database.db, folder)).toEqual({ applied: [] })
  expect(await tables()).toEqual(['ledger', 'site', 'word'])
  expect(await appliedMigrations(database.db, folder)).toEqual(['0001-platform', '0002-word'])
})

test('one that fails takes the others of its run back with it, and says which it was', async () => {
  await migrate(database.db, folder)
  writeFileSync(join(folder, '0002-word.sql'), 'create table word (w text);')
  writeFileSync(join(folder, '0003-fault.sql'), 'create table more (n int); select nonsense;')
  await expect(migrate(database.db, folder)).rejects.toMatchObject({
    name: 'MigrationFailed',
    migration: '0003-fault',
    message: expect.stringContaining('nonsense'),
  })
  expect(await tables()).toEqual(['ledger', 'site'])
  writeFileSync(join(folder, '0003-fault.sql'), 'create table more (n int);')
  expect((await migrate(database.db, folder)).applied).toEqual(['0002-word', '0003-fault'])
})

test('two that start at once do the work once', async () => {
  const both = await Promise.all([migrate(database.db, folder), migrate(database.db, folder)])
  expect(both.flatMap((b) => b.applied)).toEqual(['0001-platform'])
})

test('a database that is ahead of the files is left alone', async () => {
  writeFileSync(join(folder, '0002-word.sql'), 'create table word (w text);')
  await migrate(database.db, folder)
  rmSync(join(folder, '0002-word.sql'))
  await expect(migrate(database.db, folder)).rejects.toThrow('0002-word')
})
