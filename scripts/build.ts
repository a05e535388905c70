import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'vite'
import { buildIslands } from './islands.ts'
import { writeStyles } from './styles.ts'
import { databaseTemplate } from './template.ts'

/** dist/: the server and its threads, the look with its compressed twins, a database and a demo city to start from. */
// What is built here is for use, also when nobody said so.
process.env.NODE_ENV = 'production'
rmSync('dist', { recursive: true, force: true })
mkdirSync('dist/assets', { recursive: true })
await Promise.all([writeStyles(), buildIslands()])
await build({ logLevel: 'warn' })
writeFileSync('dist/database.template', await databaseTemplate())
const { status } = spawnSync(process.execPath, ['dist/cli.js', 'demo', '--no-serve'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    TOMONI_DATA: 'dist/demo-city',
    ...Object.fromEntries(
      ['TOMONI_SECRET', 'TOMONI_SEAL_KEYS', 'DATABASE_URL', 'TOMONI_CITIES', 'NODE_ENV'].map(
        (name) => [name, ''],
      ),
    ),
  },
})
process.exitCode = status ?? 1
