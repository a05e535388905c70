import { join } from 'node:path'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import { columnTypes } from './column-types.ts'
import { openEmbedded } from './engine/embedded.ts'
import { hearErrors } from './pool-errors.ts'
import type { DB } from './tables.ts'

/** One city's database. Everything of that city, and nothing of another, is in it. */
export interface Database {
  readonly db: Kysely<DB>
  readonly pool: pg.Pool
  readonly engine: 'embedded' | 'postgresql'
  readonly close: () => Promise<void>
}

export interface DatabasePlace {
  /** A PostgreSQL server; without it the database lives in this process, under `dataDir`. */
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
  /** What a new embedded database starts from, to start sooner. */
  readonly template?: Uint8Array | undefined
  readonly queryTimeoutMs?: number
  readonly onLog?: (message: string) => void
}

/** The PostgreSQL that is offered cannot keep what Tomoni promises. */
export class UnfitDatabase extends Error {
  override name = 'UnfitDatabase'
}

const oldest = 15

/** Opens the database of one city: the same pool, dialect and SQL on either engine. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  return place.databaseUrl
    ? openServer(place.databaseUrl, place.onLog)
    : openFolder(place, join(place.dataDir, 'db'))
}

/** A database in memory, gone when it is closed: for tests, and for making tables.ts. */
export async function openMemory(template?: Uint8Array): Promise<Database> {
  return openFolder({ template }, null)
}

async function openFolder(place: Partial<DatabasePlace>, dir: string | null): Promise<Database> {
  const { template, queryTimeoutMs, onLog } = place
  const { pool, close } = await openEmbedded({
    dir,
    template,
    ...(queryTimeoutMs && { queryTimeoutMs }),
    ...(onLog && { onLog }),
  })
  return { db: kyselyOn(pool), pool, engine: 'embedded', close }
}

async function openServer(
  connectionString: string,
  onLog: (message: string) => void = () => {},
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 10_000,
    types: columnTypes,
  })
  hearErrors(pool, onLog)
  try {
    await checkServer(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return { db: kyselyOn(pool), pool, engine: 'postgresql', close: () => pool.end() }
}

export function kyselyOn(pool: PostgresPool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}

/** Kysely on one client that the caller holds, and has begun a transaction on. */
export function kyselyOnClient(client: pg.PoolClient): Kysely<DB> {
  const kept = new Proxy(client, {
    get: (target, name) => {
      if (name === 'release') return () => {}
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return kyselyOn({ connect: async () => kept, end: async () => {}, options: {} })
}

/** What would otherwise be found out by a city much later: 島 that is no letter, SQL that is refused. */
export async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: number; ctype: string; encoding: string }>(
    `select current_setting('server_version_num')::int as version, datctype as ctype,
      pg_encoding_to_char(encoding) as encoding
    from pg_database where datname = current_database()`,
  )
  for (const { version, ctype, encoding } of rows) {
    if (version < oldest * 10_000)
      throw new UnfitDatabase(`PostgreSQL ${oldest} or newer is needed; this is ${version}`)
    if (encoding !== 'UTF8' || ctype === 'C' || ctype === 'POSIX')
      throw new UnfitDatabase(
        `the database has encoding ${encoding} and LC_CTYPE ${ctype}; make it anew with ` +
          "create database … template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'",
      )
  }
}
