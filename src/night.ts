import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { jobs as staffJobs } from '#domains/staff/jobs.ts'
import { clock } from '#domains/staff/roles.ts'
import { backup } from '#platform/backup.ts'
import { localDate } from '#platform/calendar.ts'
import type { City } from '#platform/cities.ts'
import { type Job, startJobs } from '#platform/jobs.ts'
import { ledger } from '#platform/ledger.ts'
import type { Seal } from '#platform/seal.ts'

/** Two weeks of nights: what was lost is often noticed late. */
const nightsKept = 14

/** What each city does by night: a backup beside its data, and its chapters' own jobs. */
export function startNight(
  { database, place }: City,
  seal: Seal,
  onFacts: () => void,
  onFailure: (job: string, thrown: unknown) => void,
) {
  const folder = join(place.dataDir, 'backups')
  const nightly: Job = {
    name: 'city.backup',
    at: '30 2 * * *',
    async run({ now }) {
      const path = join(folder, `tomoni-${localDate(now)}.backup`)
      await backup(database, join(place.dataDir, 'files'), path)
      const all = readdirSync(folder).filter((name) => name.endsWith('.backup'))
      for (const old of all.sort().slice(0, -nightsKept)) rmSync(join(folder, old))
    },
  }
  // The embedded engine has nobody who tidies up after it by day.
  const tidy: Job = {
    name: 'city.vacuum',
    at: '0 4 * * *',
    async run() {
      await database.pool.query('vacuum (analyze)')
    },
  }
  const own = database.engine === 'embedded' ? [nightly, tidy] : [nightly]
  const context = () => {
    const moment = { actor: clock, now: new Date(), requestId: 'clock', onFacts }
    return { ...moment, db: database.db, seal, record: ledger(database.db, moment) }
  }
  return startJobs(database, [...own, ...staffJobs], context, onFailure)
}
