import { beforeAll, expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'

const payloads = [
  "'",
  "''",
  "' or '1'='1",
  "'); drop table plan; --",
  '1; select pg_sleep(10)',
  "\\'; select pg_sleep(10); --",
  "協働' & !'x",
  "協働:* | 'a' <-> 'b'",
  '協働\\',
  "協働'::tsquery; --",
  '!!!&&&|||(((',
  'a\u0000b',
  '\ud800',
  '%',
  '_',
]

let site: Browser
beforeAll(async () => {
  site = await demoCity()
})

const addresses = [
  '/search?q=',
  '/plans/2012?text=',
  '/plans/2012?measure=',
  '/plans/2012?department=',
  '/plans/compare?from=2012&to=',
  '/plans/2012/items/',
  '/api/v1/plans/',
  '/api/v1/items/',
]
const deskAddresses = ['/desk/ledger?before=', '/desk/plans/2013?text=', '/desk/plans/2013/items/']

const encoded = (text: string) => encodeURIComponent(text.toWellFormed())

test.each([
  ['resident', addresses],
  ['author', deskAddresses],
] as const)('what the %s types is a value, never a part of a question', async (role, list) => {
  await site.as(people[role])
  for (const address of list)
    for (const payload of payloads) {
      const answer = await site.get(`${address}${encoded(payload)}`)
      expect([200, 303, 400, 404], `${address}${payload}`).toContain(answer.status)
    }
  expect(site.bugs).toEqual([])
  expect(await site.db.selectFrom('plan').select('id').execute()).toHaveLength(2)
})

test('operators of the full-text search are words like others', async () => {
  await site.as(people.resident)
  const hits = async (q: string) =>
    (await site.text(`/search?q=${encodeURIComponent(q)}`)).match(/\/items\/\d/g)?.length ?? 0
  const plain = await hits('協働')
  expect(plain).toBeGreaterThan(0)
  for (const q of ["協働'", '協働\\', '(協働)', '協働:*', '!協働'])
    expect(await hits(q)).toBe(plain)
  expect(await hits('協働 & zzzz')).toBe(0)
  expect(await hits('協働 | zzzz')).toBe(0)
})

test('an address that is no UTF-8 is no page, and no fault of ours', async () => {
  for (const path of [
    '/search?q=%ff%fe',
    '/plans/2012/items/%ff',
    '/%c0%ae%c0%ae/',
    '/plans/2012?text=%',
  ])
    expect((await site.get(path)).status).toBeLessThan(500)
  expect(site.bugs).toEqual([])
})
