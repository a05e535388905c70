import { openEmbedded } from '#platform/engine/embedded.ts'
import { migrate } from '#platform/migrate.ts'
import { kyselyOn } from '#platform/pool.ts'

/** An embedded database with all tables and no row, as one file: new cities start from it in a second. */
export async function databaseTemplate(): Promise<Uint8Array> {
  const engine = await openEmbedded({ dir: null })
  try {
    await migrate(kyselyOn(engine.pool), 'migrations')
    return await engine.dump()
  } finally {
    await engine.close()
  }
}
