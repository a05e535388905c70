import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { expect, inject } from 'vitest'
import { newId } from '#platform/id.ts'
import { must } from '#platform/must.ts'
import { type Database, openDatabase, openMemory } from '#platform/pool.ts'
import { createDatabase, type TestDatabases } from './setup.ts'

interface Held {
  readonly database: Promise<Database>
  /** The test file that has it now. */
  file: string | undefined
}

/** Outlives the module, so that one process opens one database for all of its files. */
const held = globalThis as { tomoniTestDatabase?: Held }

/**
 * The migrated database of this test process, empty for each file that asks for it. Which engine it
 * runs on is the run's choice: TOMONI_TEST_DATABASE=postgres takes a real server.
 */
export async function testDatabase(): Promise<Database> {
  held.tomoniTestDatabase ??= { database: open(), file: undefined }
  const here = held.tomoniTestDatabase
  const database = await here.database
  const file = expect.getState().testPath
  if (here.file !== file) {
    await emptyDatabase(database)
    here.file = file
  }
  return database
}

/** Takes out all rows, the ledger's too; only the record of the migrations stays. */
export async function emptyDatabase({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I', tablename) as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely_migration%'`,
  )
  if (rows.length === 0) return
  // Most tables hold nothing, and truncating each costs more than all that a test does.
  const { rows: held } = await pool.query<{ name: string }>(
    rows
      .map(({ name }) => `select '${name}' as name where exists (select from ${name})`)
      .join(' union all '),
  )
  // The ledger refuses to be emptied; a superuser's replica session is the one way round its trigger.
  await pool.query(
    `begin; set local session_replication_role = replica;
    ${held.map(({ name }) => `delete from ${name};`).join(' ')} commit`,
  )
  const { rows: numbered } = await pool.query<{ sequence: string }>(
    `select pg_get_serial_sequence(format('%I', table_name), column_name) as sequence
      from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`,
  )
  for (const { sequence } of numbered) await pool.query(`alter sequence ${sequence} restart`)
}

/** A database of the test's own, without any table, on the engine that the run asks for. */
export async function freshDatabase(): Promise<Database> {
  const { server } = made()
  return server ? openCopy(server.admin, 'template0', `fresh_${newId('db')}`) : freshEmbedded()
}

/** The same in memory, whatever the run asks for. */
export async function freshEmbedded(): Promise<Database> {
  return openMemory(await emptyTemplate())
}

/** What a new embedded database of a test starts from: sooner than from nothing. */
export async function emptyTemplate(): Promise<Uint8Array> {
  return readFile(made().empty)
}

/** A database with all tables and no rows, of the test's own. */
export async function migratedDatabase(): Promise<Database> {
  const { migrated, server } = made()
  return server
    ? openCopy(server.admin, server.migrated, `fresh_${newId('db')}`)
    : openMemory(await readFile(migrated))
}

/** The run's own folder: what one test process makes, another finds there. */
export function runFolder(): string {
  return made().folder
}

function made(): TestDatabases {
  return must(inject('testDatabases'), 'vitest.config.ts names src/testing/setup.ts')
}

/** Each of Vitest's places has a database of its own, and finds it again for its next file. */
async function open(): Promise<Database> {
  const { migrated, server } = made()
  if (!server) return openMemory(await readFile(migrated))
  return openCopy(server.admin, server.migrated, `place_${process.env.VITEST_POOL_ID ?? '0'}`)
}

async function openCopy(admin: string, from: string, name: string): Promise<Database> {
  await dropDatabase(admin, name)
  await createDatabase(admin, name, from)
  const url = new URL(admin)
  url.pathname = `/${name}`
  return openDatabase({ databaseUrl: url.href, dataDir: '' })
}

async function dropDatabase(admin: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
  } finally {
    await client.end()
  }
}
