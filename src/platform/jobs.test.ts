import { expect, test } from 'vitest'
import { contextOf } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { startJobs } from './jobs.ts'

test('a job is known to the queue with its hour in Japan, and starting twice keeps one', async () => {
  const database = await testDatabase()
  const context = () => contextOf(database.db, people.author, new Date())
  const job = { name: 'test.night', at: '30 2 * * *', run: async () => {} }
  const failures: unknown[] = []
  for (let round = 0; round < 2; round += 1) {
    const clock = await startJobs(database, [job], context, (_name, thrown) =>
      failures.push(thrown),
    )
    await clock.close()
  }
  const { rows } = await database.pool.query('select name, cron, timezone from pgboss.schedule')
  expect(rows).toEqual([{ name: 'test.night', cron: '30 2 * * *', timezone: 'Asia/Tokyo' }])
  expect(failures).toEqual([])
})

test('a clock that is stopped right after its start has no question left at the database', async () => {
  const database = await testDatabase()
  const context = () => contextOf(database.db, people.author, new Date())
  let open = 0
  const counting: typeof database.pool = Object.create(database.pool, {
    query: {
      value: async (...asked: Parameters<typeof database.pool.query>) => {
        open += 1
        try {
          return await database.pool.query(...asked)
        } finally {
          open -= 1
        }
      },
    },
  })
  const jobs = ['test.first', 'test.second', 'test.third'].map((name) => ({
    name,
    at: '30 2 * * *',
    run: async () => {},
  }))
  const clock = await startJobs({ pool: counting }, jobs, context, () => {})
  await clock.close()
  expect(open).toBe(0)
})
