import { beforeAll, expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'

let site: Browser
beforeAll(async () => {
  site = await demoCity()
})

const evil = 'evil.example'
const headers = {
  host: evil,
  'x-forwarded-host': evil,
  'x-forwarded-proto': 'javascript',
  'x-original-url': `http://${evil}/`,
  'x-rewrite-url': '/desk',
  forwarded: `host=${evil}`,
}

test.each([
  '/',
  '/en',
  '/plans/2012',
  '/plans/2012/items/1-1',
  '/sitemap.xml',
  '/robots.txt',
  '/api',
  '/api/v1/openapi.json',
  '/api/v1/plans',
  '/sign-in',
  '/nowhere',
])('%s does not repeat what a host header says', async (path) => {
  const answer = await site.site.request(`http://${evil}${path}`, { headers })
  expect(await answer.text()).not.toContain(evil)
  expect(JSON.stringify([...answer.headers])).not.toContain(evil)
})

test('what one asked for under another host is not kept for the next', async () => {
  const one = await (await site.site.request(`http://${evil}/plans/2013`, { headers })).text()
  const next = await site.text('/plans/2013')
  expect(next).not.toContain(evil)
  expect(one).not.toContain(evil)
})

test('a redirect leads on by path alone', async () => {
  const answer = await site.site.request(`http://${evil}/desk`, { headers })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/sign-in?onward=%2Fdesk')
  await site.as(people.author)
  const out = await site.post('/sign-out')
  expect(out.headers.get('location')).toBe('/sign-in')
})
