import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { emptyTemplate } from '#testing/database.ts'
import { generateTables } from '#testing/tables.ts'

test('tables.ts is what the migrations make (if not: node scripts/tables.ts)', async () => {
  const made = await generateTables('migrations', await emptyTemplate())
  expect(readFileSync('src/platform/tables.ts', 'utf8')).toBe(made)
})
