import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { termsOn } from '#domains/audit/store.ts'
import { jobs as handoverJobs } from '#domains/handovers/jobs.ts'
import { jobs as liaisonJobs } from '#domains/liaisons/jobs.ts'
import { jobs as newsletterJobs } from '#domains/newsletters/jobs.ts'
import { jobs as progressJobs } from '#domains/progress/jobs.ts'
import { jobs as publicationJobs } from '#domains/publications/jobs.ts'
import { jobs as residentJobs } from '#domains/residents/jobs.ts'
import { jobs as staffJobs } from '#domains/staff/jobs.ts'
import { clock } from '#domains/staff/roles.ts'
import { jobs as commentJobs } from '#domains/voices/comment/jobs.ts'
import { inboxJobs, jobs as voiceJobs } from '#domains/voices/jobs.ts'
import { backup } from '#platform/backup.ts'
import { localDate } from '#platform/calendar.ts'
import type { City } from '#platform/cities.ts'
import { localFiles } from '#platform/files.ts'
import { type Job, startJobs } from '#platform/jobs.ts'
import { ledger } from '#platform/ledger.ts'
import { publishHead } from '#platform/ledger-tree-heads.ts'
import { forgetCounters } from '#platform/limits.ts'
import { carryOut } from '#platform/retention.ts'
import { belongings } from './belongings.ts'
import type { Config } from './config.ts'
import { houseOf } from './house.ts'
import { inboxFolder } from './places.ts'
import { retentions } from './retentions.ts'

/** Two weeks of nights: what was lost is often noticed late. */
const nightsKept = 14

/** What each city does by night: a backup beside its data, and its chapters' own jobs. */
export function startNight(
  { database, place }: City,
  { seal, clock: now, origin }: Pick<Config, 'seal' | 'clock' | 'origin'>,
  onFacts: () => void,
  onFailure: (job: string, thrown: unknown) => void,
  more: readonly Job[] = [],
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
  // Behind the writes: the tree follows within minutes, and the day's head is published soon after midnight,
  // or as soon as the city runs again.
  const head: Job = {
    name: 'ledger.head',
    at: '*/5 * * * *',
    run: async (ctx) => void (await publishHead(database.db, ctx)),
  }
  const retention: Job = {
    name: 'city.retention',
    at: '15 3 * * *',
    run: async (ctx) => void (await carryOut(ctx, retentions, termsOn)),
  }
  const counters: Job = {
    name: 'city.forget-counters',
    at: '45 * * * *',
    run: async ({ now }) => void (await forgetCounters({ db: database.db, now: () => now })),
  }
  const everywhere = [nightly, head, retention, counters]
  const own = database.engine === 'embedded' ? [...everywhere, tidy] : everywhere
  const context = () => {
    const moment = { actor: clock, now: now(), requestId: 'clock', onFacts }
    return { ...moment, db: database.db, seal, record: ledger(database.db, moment) }
  }
  return startJobs(
    database,
    [
      ...own,
      ...staffJobs(origin),
      ...liaisonJobs,
      ...residentJobs,
      ...handoverJobs(belongings),
      ...newsletterJobs,
      ...publicationJobs(houseOf(origin, localFiles(join(place.dataDir, 'files')))),
      ...progressJobs(localFiles(join(place.dataDir, 'files'))),
      ...voiceJobs,
      ...commentJobs,
      ...inboxJobs(
        localFiles(join(place.dataDir, 'files')),
        join(place.dataDir, inboxFolder),
        place.mailbox,
      ),
      ...more,
    ],
    context,
    onFailure,
  )
}
