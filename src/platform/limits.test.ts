import { beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '#testing/database.ts'
import { forgetCounters, forNewcomers, type LimitPlace, limiter } from './limits.ts'
import { readSeal } from './seal.ts'

const seal = readSeal(undefined, 'a secret that only tests know, 0123456789')
let at = new Date('2026-11-22T09:00:00+09:00')
let place: LimitPlace
beforeAll(async () => {
  const { db } = await testDatabase()
  place = { db, seal, now: () => at }
})
beforeEach(async () => {
  at = new Date('2026-11-22T09:00:00+09:00')
  await place.db.deleteFrom('limit_count').execute()
})
const after = (seconds: number) => {
  at = new Date(at.getTime() + seconds * 1000)
}

test('so many pass, then one is told how long to wait, and after the window it begins anew', async () => {
  const limit = limiter(place, 'test', { points: 2, seconds: 60 })
  expect(await limit.take('a')).toEqual({ ok: true, left: 1 })
  after(20)
  expect(await limit.take('a')).toEqual({ ok: true, left: 0 })
  expect(await limit.take('a')).toEqual({ ok: false, retryAfter: 40 })
  expect(await limit.take('b')).toEqual({ ok: true, left: 1 })
  after(39.5)
  expect(await limit.take('a')).toEqual({ ok: false, retryAfter: 1 })
  after(0.5)
  expect(await limit.take('a')).toEqual({ ok: true, left: 1 })
})

test('of 50 at once, no more pass than there are points', async () => {
  const limit = limiter(place, 'test', { points: 7, seconds: 60 })
  const taken = await Promise.all(Array.from({ length: 50 }, () => limit.take('one')))
  expect(taken.filter(({ ok }) => ok)).toHaveLength(7)
})

test('limits of different names, and of one key in both, do not meet', async () => {
  const [a, b] = ['a', 'b'].map((name) => limiter(place, name, { points: 1, seconds: 60 }))
  expect((await a?.take('key'))?.ok).toBe(true)
  expect((await b?.take('key'))?.ok).toBe(true)
  expect((await a?.take('key'))?.ok).toBe(false)
})

test('a success forgives what was counted', async () => {
  const limit = limiter(place, 'test', { points: 1, seconds: 60 })
  await limit.take('a')
  expect(await limit.used('a')).toBe(1)
  await limit.forgive('a')
  expect(await limit.used('a')).toBe(0)
  expect((await limit.take('a')).ok).toBe(true)
})

test('nothing that was counted can be read in the table, and it goes when its window is over', async () => {
  const limit = limiter(place, 'test', { points: 1, seconds: 60 })
  await limit.take('203.0.113.7 taro@example.jp')
  await limit.take('203.0.113.8')
  const rows = await place.db.selectFrom('limit_count').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/203|taro/)
  after(30)
  await limit.take('203.0.113.9')
  after(30)
  expect(await limit.used('203.0.113.8')).toBe(0)
  expect(await forgetCounters(place)).toBe(2)
  expect(await place.db.selectFrom('limit_count').selectAll().execute()).toHaveLength(1)
})

test('an account of yesterday has a third', () => {
  const limit = { points: 10, seconds: 60 }
  const opened = (days: number) => new Date(at.getTime() - days * 86_400_000)
  expect(forNewcomers(limit, opened(1), at).points).toBe(3)
  expect(forNewcomers(limit, opened(3), at).points).toBe(10)
  expect(forNewcomers({ ...limit, points: 2 }, opened(0), at).points).toBe(1)
})
