import { generate, PostgresDialect } from 'kysely-codegen'
import { migrate } from '#platform/migrate.ts'
import { openMemory } from '#platform/pool.ts'

/** The text of src/platform/tables.ts. The types are those that column-types.ts parses to. */
export async function generateTables(folder: string, from?: Uint8Array): Promise<string> {
  const database = await openMemory(from)
  try {
    await migrate(database.db, folder)
    const text = await generate({
      db: database.db,
      dialect: new PostgresDialect({ dateParser: 'string', numericParser: 'number' }),
      defaultSchemas: ['public'],
      excludePattern: 'kysely_migration*',
      typeMapping: { int8: 'number' },
      typeOnlyImports: true,
      outFile: null,
    })
    return `${text.trimEnd()}\n`
  } finally {
    await database.close()
  }
}
