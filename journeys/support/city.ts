import type pg from 'pg'
import { plans } from '#domains/plan/store/plans.ts'
import { type Browser, browser, testSeal } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { fillDemo } from '../../src/commands/demo.ts'

interface Kept {
  readonly table: string
  readonly columns: string
  /** Every row, as PostgreSQL writes them as JSON. */
  readonly rows: string
}
/** Outlives the module: a process makes its demo city once, by the real actions, and copies the rows after. */
const held = globalThis as { tomoniDemoCity?: readonly Kept[] }

/** Tsushima as `tomoni demo` makes it: 2012 under way and amended, 2013 out for comment. */
export async function demoCity(at = '2013-03-06T09:00:00+09:00'): Promise<Browser> {
  const database = await testDatabase()
  const silent = () => {}
  const isThere = (await plans(database.db)).length > 0
  if (!isThere && held.tomoniDemoCity) await putBack(database.pool, held.tomoniDemoCity)
  else if (!isThere) {
    await fillDemo(database, testSeal, silent, silent)
    held.tomoniDemoCity = await rowsOf(database.pool)
  }
  return browser(at, database)
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
