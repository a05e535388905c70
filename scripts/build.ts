import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'vite'
import { buildIslands } from './islands.ts'
import { writeStyles } from './styles.ts'
import { databaseTemplate } from './template.ts'

/** dist/: the server and its threads, the look with its compressed twins, a database to start from. */
// What is built here is for use, also when nobody said so.
process.env.NODE_ENV = 'production'
rmSync('dist', { recursive: true, force: true })
mkdirSync('dist/assets', { recursive: true })
await Promise.all([writeStyles(), buildIslands()])
await build({ logLevel: 'warn' })
writeFileSync('dist/database.template', await databaseTemplate())
