import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/** The program, as it is built: what the last start compiled, the next one finds. */
enableCompileCache(join(import.meta.dirname, 'compiled'))
await import('./cli.ts')
