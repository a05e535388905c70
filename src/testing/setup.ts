import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '#platform/engine/embedded.ts'
import { migrate } from '#platform/migrate.ts'
import { kyselyOn, openDatabase } from '#platform/pool.ts'
import { startPostgres } from './postgres.ts'

/** What the databases of a run are made from. */
export interface TestDatabases {
  /** Files: an embedded database without tables, and one with all of them. */
  readonly empty: string
  readonly migrated: string
  /** Folder of what one process of the run makes for all; the same for both engines' runs. */
  readonly folder: string
  /** A real server, where the run asks for one: it has a database to copy. */
  readonly server?: { readonly admin: string; readonly migrated: string }
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly testDatabases: TestDatabases
  }
}

let stop = async () => {}
let clear = async () => {}

/** Vitest's globalSetup: once per run, before the first test file. */
export async function setup(project: TestProject): Promise<void> {
  const files = { ...(await prepareFiles()), folder: await runFolder() }
  const real = process.env.TOMONI_TEST_DATABASE === 'postgres'
  project.provide('testDatabases', real ? { ...files, server: await prepareServer() } : files)
}

/** Whoever starts several runs in a row gives them one folder, and clears it away. */
async function runFolder(): Promise<string> {
  const given = process.env.TOMONI_TEST_RUN
  if (given) return given
  const own = await mkdtemp(join(tmpdir(), 'tomoni-run-'))
  clear = () => rm(own, { recursive: true, force: true })
  return own
}

export async function teardown(): Promise<void> {
  await stop()
  await clear()
}

async function prepareServer() {
  const cluster = await startPostgres()
  stop = cluster.stop
  const admin = cluster.url('postgres')
  const migrated = 'tomoni_template'
  await createDatabase(admin, migrated, 'template0')
  const database = await openDatabase({ databaseUrl: cluster.url(migrated), dataDir: '' })
  await migrate(database.db, 'migrations')
  await database.close()
  return { admin, migrated }
}

/** A database with the character rules that Tomoni asks for. */
export async function createDatabase(admin: string, name: string, from: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    await client.query(
      `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(from)}
        encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`,
    )
  } finally {
    await client.end()
  }
}

const cache = 'node_modules/.cache/tomoni'
const day = 24 * 60 * 60 * 1000

/** Making them takes seconds; they are kept until the engine or a migration changes. */
async function prepareFiles() {
  const engine = await readFile('node_modules/@electric-sql/pglite/package.json', 'utf8')
  const files = (await readdir('migrations')).sort()
  const texts = await Promise.all(files.map((name) => readFile(join('migrations', name), 'utf8')))
  const empty = await kept('empty', [engine], (pool) => pool.query('select'))
  const migrated = await kept('migrated', [engine, ...files, ...texts], (pool) =>
    migrate(kyselyOn(pool), 'migrations'),
  )
  return { empty, migrated }
}

async function kept(
  name: string,
  madeOf: readonly string[],
  fill: (pool: pg.Pool) => Promise<unknown>,
): Promise<string> {
  const print = createHash('sha256').update(JSON.stringify(madeOf)).digest('hex').slice(0, 20)
  const path = join(cache, `${name}-${print}.tar.gz`)
  if (existsSync(path)) return path
  await mkdir(cache, { recursive: true })
  for (const old of await readdir(cache))
    if (Date.now() - (await stat(join(cache, old))).mtimeMs > day) await rm(join(cache, old))
  const engine = await openEmbedded({ dir: null })
  try {
    await fill(engine.pool)
    await writeFile(`${path}.${process.pid}`, await engine.dump())
  } finally {
    await engine.close()
  }
  await rename(`${path}.${process.pid}`, path)
  return path
}
