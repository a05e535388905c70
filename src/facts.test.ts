import { expect, onTestFinished, test, vi } from 'vitest'
import { migratedDatabase } from '#testing/database.ts'
import { write } from '#testing/ledger.ts'
import { listenForFacts } from './facts.ts'

const onServer = process.env.TOMONI_TEST_DATABASE === 'postgres'

test.skipIf(!onServer)(
  'what another process wrote is heard, and after a cut of the line nothing is believed that was read in it',
  async () => {
    const other = await migratedDatabase()
    const databaseUrl = String(other.pool.options.connectionString)
    const known: string[] = []
    const city = { place: { hosts: [], dataDir: '', databaseUrl }, database: other }
    const ears = await listenForFacts(city, () => known.splice(0))
    onTestFinished(async () => {
      await ears.close()
      await other.close()
    })

    known.push('as it was')
    await write(other, 1, 1)
    await vi.waitFor(() => expect(known).toEqual([]))

    await other.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where query = 'listen tomoni_facts' and datname = current_database()`,
    )
    known.push('as it was')
    await vi.waitFor(() => expect(known).toEqual([]))
    // The line is cut: another writes, and nobody here is told.
    await write(other, 2, 1)
    known.push('read while nobody listened')
    await vi.waitFor(() => expect(known).toEqual([]), { timeout: 20_000, interval: 100 })
  },
)
