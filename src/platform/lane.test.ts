import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { lane, threadFile } from './lane.ts'

const folder = mkdtempSync(join(tmpdir(), 'tomoni-lane-'))
const file = join(folder, 'worker.mjs')
writeFileSync(
  file,
  `import { parentPort, threadId } from 'node:worker_threads'
   parentPort.on('message', (job) => {
     if (job === 'hang') for (;;) {}
     if (job === 'end') process.exit(3)
     if (job === 'eat') { const all = []; for (;;) all.push(new Array(100000).fill(job + all.length)) }
     parentPort.postMessage(job === 'fail' ? { failed: 'だめ' } : { done: job + ':' + threadId })
   })`,
)
afterAll(() => rmSync(folder, { recursive: true }))

const fresh = (milliseconds = 30_000) =>
  lane<string, string>(() => pathToFileURL(file), {
    milliseconds,
    memory: { maxOldGenerationSizeMb: 16 },
  })

test('jobs go one after the other, in one thread', async () => {
  const work = fresh()
  const done = await Promise.all(['a', 'b', 'c'].map(work.run))
  expect(done.map((one) => one[0])).toEqual(['a', 'b', 'c'])
  expect(new Set(done.map((one) => one.split(':')[1])).size).toBe(1)
  await work.close()
})

test.each([
  ['fail', 'failed'],
  ['hang', 'too-slow'],
  ['end', 'died'],
  ['eat', 'died'],
])('a job that does %s takes only itself along', async (job, reason) => {
  const work = fresh(job === 'hang' ? 1500 : undefined)
  const [before, bad, after] = await Promise.allSettled(['a', job, 'b'].map(work.run))
  expect(before?.status).toBe('fulfilled')
  expect(bad).toMatchObject({ status: 'rejected', reason: { reason } })
  expect(after?.status).toBe('fulfilled')
  await work.close()
})

test('after closing, the next job starts a new thread', async () => {
  const work = fresh()
  const first = await work.run('a')
  await work.close()
  expect((await work.run('a')).split(':')[1]).not.toBe(first.split(':')[1])
  await work.close()
})

test('every thread has its file', () => {
  for (const name of ['pdf', 'office'] as const) expect(existsSync(threadFile(name))).toBe(true)
})
