import { mkdir } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import type pg from 'pg'
import about from '../../package.json' with { type: 'json' }
import { createArchive, readArchive } from './backup/archive.ts'
import { addFiles, fileStage } from './backup/files.ts'
import {
  contentOf,
  counter,
  fileOfEntry,
  type Manifest,
  manifestName,
  pageName,
  tableOfPage,
  verifyBackup,
} from './backup/manifest.ts'
import { insertPage, pagesOf, plainSettings, quoted, type Table, tablesOf } from './backup/rows.ts'
import { dropTables, openForRows, refuseFullTarget } from './backup/target.ts'
import { migrate, migrationNames } from './migrate.ts'
import { must } from './must.ts'
import { type Database, kyselyOnClient } from './pool.ts'

export { BackupDamaged } from './backup/archive.ts'
export { type Manifest, verifyBackup } from './backup/manifest.ts'
export { TargetNotEmpty } from './backup/target.ts'

/** The backup is sound, but cannot be put into this database by this release. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
}

/**
 * Everything a city has, in one file: all rows as they were at one moment, and the files. It is taken
 * while people work; the embedded database makes them wait meanwhile, for it has one connection.
 *
 * NOTE Files are read after the rows: a file is written before its row, so each row finds its own.
 */
export async function backup(
  database: Database,
  filesDir: string,
  path: string,
): Promise<Manifest> {
  if (!relative(resolve(filesDir), resolve(path)).startsWith('..'))
    throw new BackupRefused('a backup cannot lie in the folder that it backs up')
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const writer = createArchive(path)
  try {
    const rows = await inTransaction(database, 'repeatable read, read only', async (client) => {
      const { rows: names } = await client.query<{ name: string }>(
        'select name from kysely_migration order by name collate "C"',
      )
      const tables: Manifest['tables'] = []
      for (const table of await tablesOf(client)) {
        let page = 0
        const counted = await count(client, table, (bytes) =>
          writer.add(pageName(table.name, ++page), bytes),
        )
        tables.push(counted)
      }
      return { migrations: names.map((n) => n.name), tables, sequences: await sequencesOf(client) }
    })
    const manifest: Manifest = {
      format: 1,
      tomoni: about.version,
      created: new Date().toISOString(),
      engine: database.engine,
      ...rows,
      files: await addFiles(writer, filesDir),
    }
    await writer.add(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
    await writer.finish()
    return manifest
  } catch (error) {
    await writer.abandon()
    throw error
  }
}

/**
 * Fills an empty database and an empty folder from a backup: everything, compared with what was backed
 * up, or nothing. Migrations that are newer than the backup follow when its rows are safe.
 */
export async function restore(
  database: Database,
  filesDir: string,
  path: string,
  migrationsDir: string,
): Promise<Manifest> {
  const manifest = await verifyBackup(path)
  const known = await migrationNames(migrationsDir)
  if (manifest.migrations.some((name, at) => known[at] !== name))
    throw new BackupRefused(
      `the backup was made by Tomoni ${manifest.tomoni}, whose tables this release does not know`,
    )
  const files = await fileStage(filesDir)
  try {
    await inTransaction(database, 'read committed', async (client) => {
      await refuseFullTarget(client)
      await makeTables(client, migrationsDir, manifest)
      await load(client, path, manifest, files.take)
      await files.place()
    })
  } catch (error) {
    await files.undo()
    throw error
  }
  await migrate(database.db, migrationsDir)
  await database.pool.query('analyze')
  return manifest
}

async function makeTables(client: pg.PoolClient, folder: string, manifest: Manifest) {
  await dropTables(client)
  const until = manifest.migrations.at(-1)
  if (until === undefined) return
  await migrate(kyselyOnClient(client), folder, { until, inTransaction: true })
}

async function load(
  client: pg.PoolClient,
  path: string,
  manifest: Manifest,
  takeFile: Awaited<ReturnType<typeof fileStage>>['take'],
): Promise<void> {
  const tables = new Map((await tablesOf(client)).map((table) => [table.name, table]))
  const close = await openForRows(client)
  // What a migration put in by itself is in the backup too, as the city has changed it since.
  for (const name of tables.keys()) await client.query(`delete from ${quoted(name)}`)
  for await (const entry of readArchive(path)) {
    const name = tableOfPage(entry.name)
    const file = fileOfEntry(entry.name)
    if (name) {
      const table = must(tables.get(name), `the migrations of the backup make the table ${name}`)
      await insertPage(client, table, await contentOf(entry))
    } else if (file) await takeFile(file, entry)
  }
  await close()
  for (const { name, last } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint)', [name, last])
  for (const told of manifest.tables) {
    const table = must(tables.get(told.name), `the migrations make the table ${told.name}`)
    const found = await count(client, table)
    if (found.rows !== told.rows || found.sha256 !== told.sha256)
      throw new BackupRefused(`the table ${told.name} did not arrive as it was backed up`)
  }
}

async function count(
  client: pg.PoolClient,
  table: Table,
  each: (page: Buffer) => Promise<void> = async () => {},
): Promise<Manifest['tables'][number]> {
  const counted = counter()
  for await (const page of pagesOf(client, table)) {
    counted.add(page)
    await each(page)
  }
  const { lines, sha256 } = counted.result()
  const columns = table.columns.map((c) => c.name)
  return { name: table.name, columns, rows: lines, sha256 }
}

/** Where each counter stands: a number that was given once is not given again after a restore. */
async function sequencesOf(client: pg.PoolClient): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `select quote_ident(sequencename) as name, last_value::text as last from pg_sequences
    where schemaname = 'public' and last_value is not null order by 1`,
  )
  return rows
}

/** A client whose transaction broke is not given back: it may hold locks that outlive it. */
async function inTransaction<T>(
  database: Database,
  mode: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect()
  try {
    await client.query(`begin isolation level ${mode}; ${plainSettings}`)
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    client.release(true)
    throw error
  }
}
