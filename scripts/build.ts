import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'vite'
import { ownSettings } from '../src/commands/demo/ready.ts'
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
    ...Object.fromEntries(ownSettings.map((name) => [name, ''])),
    NODE_ENV: '',
    TOMONI_DATA: 'dist/demo-city',
  },
})
process.exitCode = status ?? 1
