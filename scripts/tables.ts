import { writeFile } from 'node:fs/promises'
import { generateTables } from '#testing/tables.ts'

/** Writes src/platform/tables.ts: what the tables are after all migrations. Run after each new one. */
await writeFile('src/platform/tables.ts', await generateTables('migrations'))
console.log('src/platform/tables.ts')
