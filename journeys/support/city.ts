import { existsSync, mkdtempSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { plans } from '#domains/plan/store/plans.ts'
import { type Files, localFiles } from '#platform/files.ts'
import type { Database } from '#platform/pool.ts'
import { type Browser, browser, testSeal } from '#testing/browser.ts'
import { runFolder, testDatabase } from '#testing/database.ts'
import { fillDemo } from '../../src/commands/demo.ts'

interface Kept {
  readonly table: string
  readonly columns: string
  /** Every row, as PostgreSQL writes them as JSON. */
  readonly rows: string
}
/** Outlives the module, so that a process reads the rows once for all of its files. */
const held = globalThis as { tomoniDemoCity?: readonly Kept[] }

/** Tsushima as `tomoni demo` makes it: 2012 under way and amended, 2013 out for comment. */
export async function demoCity(at = '2013-03-06T09:00:00+09:00'): Promise<Browser> {
  const database = await testDatabase()
  if ((await plans(database.db)).length === 0) {
    held.tomoniDemoCity ??= await made(database)
    if ((await plans(database.db)).length === 0) await putBack(database.pool, held.tomoniDemoCity)
  }
  return browser(at, database, { files: beside(localFiles(demoFiles())) })
}

const demoFiles = () => join(runFolder(), 'demo-files')

/** What the demo handed in is there for everybody; what a test hands in stays its own. */
function beside(demo: Files): Files {
  const own = localFiles(mkdtempSync(join(tmpdir(), 'tomoni-files-')))
  return { ...own, get: async (key) => (await own.get(key)) ?? demo.get(key) }
}

/**
 * The city's rows: made once in a run, by the real actions, by whichever process comes first; the
 * others wait for its file. The maker's own database is full when this returns.
 */
async function made(database: Database): Promise<readonly Kept[]> {
  const file = join(runFolder(), 'demo-city.json')
  const making = `${file}.making`
  for (;;) {
    if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Kept[]
    try {
      await mkdir(making)
      break
    } catch {
      await setTimeout(200)
    }
  }
  try {
    const silent = () => {}
    const places = { files: localFiles(demoFiles()), mailFolder: join(runFolder(), 'demo-mail') }
    await fillDemo(database, testSeal, places, silent, silent)
    const rows = await rowsOf(database.pool)
    await writeFile(`${file}.new`, JSON.stringify(rows))
    await rename(`${file}.new`, file)
    return rows
  } finally {
    await rm(making, { recursive: true })
  }
}

async function rowsOf(pool: pg.Pool): Promise<readonly Kept[]> {
  const { rows: tables } = await pool.query<{ name: string; columns: string }>(
    `select format('%I', table_name) as name, string_agg(format('%I', column_name), ', ') as columns
       from information_schema.columns join pg_tables on tablename = table_name and schemaname = table_schema
      where table_schema = 'public' and tablename not like 'kysely_migration%' and is_generated = 'NEVER'
      group by table_name`,
  )
  const kept: Kept[] = []
  for (const { name, columns } of tables) {
    const { rows } = await pool.query<{ rows: string | null }>(
      `select json_agg(t)::text as rows from ${name} t`,
    )
    if (rows[0]?.rows) kept.push({ table: name, columns, rows: rows[0].rows })
  }
  return kept
}

/** As a restore does it: without triggers, numbers that count up going on where they stood. */
async function putBack(pool: pg.Pool, kept: readonly Kept[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    for (const { table, columns, rows } of kept)
      await client.query(
        `insert into ${table} (${columns}) overriding system value
           select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
        [rows],
      )
    await client.query('commit')
    const { rows: numbered } = await client.query<{ name: string; column: string }>(
      `select format('%I', table_name) as name, column_name as column from information_schema.columns
        where table_schema = 'public' and is_identity = 'YES'`,
    )
    for (const { name, column } of numbered)
      await client.query(
        `select setval(pg_get_serial_sequence('${name}', '${column}'), max(${column})) from ${name}`,
      )
  } finally {
    client.release()
  }
}
