import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { engineProgram } from './platform/engine/program.ts'

/** The program, as it is built: what the last start compiled, the next one finds. */
enableCompileCache(join(import.meta.dirname, 'compiled'))
// A city without a PostgreSQL of its own is served by the engine: it is got ready while the rest is read.
if (!process.env.DATABASE_URL) engineProgram().catch(() => {})
await import('./cli.ts')
