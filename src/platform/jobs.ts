import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Ctx } from './context.ts'
import type { Database } from './pool.ts'

/** What happens by the clock, in Japan time. */
export interface Job {
  /** city.backup */
  readonly name: string
  /** cron: minute hour day month weekday. */
  readonly at: string
  readonly run: (ctx: Ctx) => Promise<void>
}

const zone = 'Asia/Tokyo'

/**
 * Starts the clock of one city. Several processes of a city share one queue in its database, so that a
 * night's work is done once; a job that fails is tried again three times, half an hour apart.
 */
export async function startJobs(
  { pool }: Pick<Database, 'pool'>,
  jobs: readonly Job[],
  context: () => Ctx,
  onFailure: (job: string, thrown: unknown) => void,
): Promise<{ readonly close: () => Promise<void> }> {
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values) => {
        // Several statements in one text have several results, of which pg-boss finds its own.
        const result: pg.QueryResult | pg.QueryResult[] = await pool.query(text, values)
        return Array.isArray(result) ? { rows: result.flatMap(({ rows }) => rows) } : result
      },
    },
    schema: 'pgboss',
  })
  boss.on('error', (thrown) => onFailure('queue', thrown))
  await boss.start()
  for (const { name, at, run } of jobs) {
    await boss.createQueue(name, { retryLimit: 3, retryDelay: 1800, expireInSeconds: 3600 })
    await boss.schedule(name, at, null, { tz: zone })
    await boss.work(name, { pollingIntervalSeconds: 30 }, async () => {
      try {
        await run(context())
      } catch (thrown) {
        onFailure(name, thrown)
        throw thrown
      }
    })
  }
  return {
    close: async () => {
      await finished(jobs.map(({ name }) => boss.offWork(name, { wait: true })))
      await boss.stop({ graceful: false })
    },
  }
}

/** Milliseconds that a job may still take when the process ends; what is cut off is tried again. */
const patience = 5000

/**
 * Waits until no worker has a question at the database: whoever closes the clock closes the database next, and a
 * question to a closed one is a failure that nobody can do anything about.
 */
async function finished(all: readonly Promise<void>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([Promise.allSettled(all), enough])
  clearTimeout(timer)
}
