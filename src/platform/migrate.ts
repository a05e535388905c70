import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { type Migration, type MigrationInfo, Migrator } from 'kysely/migration'
import type { DB } from './tables.ts'

export class MigrationFailed extends Error {
  override name = 'MigrationFailed'
  readonly migration: string
  constructor(migration: string, cause: unknown) {
    super(`migration ${migration} failed: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    })
    this.migration = migration
  }
}

export interface MigrateOptions {
  /** The last one to apply; without it, all. */
  readonly until?: string
  /** The caller has begun a transaction on the only connection of `db` and will end it. */
  readonly inTransaction?: boolean
}

/**
 * Brings the tables up to date: the `.sql` files of a folder, in the order of their names, all or
 * none. Two that start at once wait for one another.
 */
export async function migrate(
  db: Kysely<DB>,
  folder: string,
  options: MigrateOptions = {},
): Promise<{ readonly applied: readonly string[] }> {
  if (options.until === undefined && (await isUpToDate(db, folder))) return { applied: [] }
  let failed: MigrationFailed | undefined
  const migrator = migratorOf(db, folder, options.inTransaction === true, (error) => {
    failed ??= error
  })
  const { error, results = [] } = await (options.until === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(options.until))
  // The first fault, not what Kysely met afterwards in the broken transaction.
  if (failed) throw failed
  if (error) throw error
  return { applied: results.map((r) => r.migrationName) }
}

/** The migrator reads every table and column before it looks: half a second at each start of a city that has all. */
async function isUpToDate(db: Kysely<DB>, folder: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select to_regclass('public.kysely_migration') is not null as known`.execute(db)
  if (!rows[0]?.known) return false
  const had = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    db,
  )
  return had.rows.map(({ name }) => name).join() === (await migrationNames(folder)).join()
}

/** The names of all migrations of a folder, in order. */
export async function migrationNames(folder: string): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql'))
  return files.map((file) => file.slice(0, -'.sql'.length)).sort()
}

/** The names of the migrations that this database has had. */
export async function appliedMigrations(
  db: Kysely<DB>,
  folder: string,
): Promise<readonly string[]> {
  const all: readonly MigrationInfo[] = await migratorOf(db, folder, false).getMigrations()
  return all.filter((m) => m.executedAt).map((m) => m.name)
}

function migratorOf(
  db: Kysely<DB>,
  folder: string,
  disableTransactions: boolean,
  onFailure: (error: MigrationFailed) => void = () => {},
): Migrator {
  const step = (name: string, text: string): Migration => ({
    up: async (tx) => {
      try {
        await sql.raw(text).execute(tx)
      } catch (cause) {
        const error = new MigrationFailed(name, cause)
        onFailure(error)
        throw error
      }
    },
  })
  return new Migrator({
    db,
    disableTransactions,
    provider: {
      getMigrations: async () => {
        const steps = (await migrationNames(folder)).map(async (name) => {
          return [name, step(name, await readFile(join(folder, `${name}.sql`), 'utf8'))] as const
        })
        return Object.fromEntries(await Promise.all(steps))
      },
    },
  })
}
