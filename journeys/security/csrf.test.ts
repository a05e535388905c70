import { beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'
import { facts, planIn } from '../support/plan.ts'

let site: Browser
beforeAll(async () => {
  site = await demoCity()
  await site.as(people.author)
})

const submit = '/desk/plans/2013/steps/submit'
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const token = async () => /name="csrf" value="([^"]+)"/.exec(await site.text('/desk'))?.[1] ?? ''
const stateOf = async () => (await planIn(site.db, 2013)).state

/** A request as a browser sends it, with the cookies of the person who sits before it. */
async function sent(path: string, headers: Record<string, string>, body: string, method = 'POST') {
  const cookie = site.cookie()
  return site.site.request(`http://localhost${path}`, {
    method,
    body,
    headers: { cookie, ...headers },
  })
}

describe('a page elsewhere cannot act for who is signed in', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a site that ends like ours', { origin: 'http://evil-localhost' }],
    ['a frame without origin', { origin: 'null' }],
    ['nobody says', {}],
    ['another port', { origin: 'http://localhost:8081' }],
    ['another scheme is told', { origin: 'ftp://localhost' }],
  ])('from: %s, even with a right token', async (_who, headers) => {
    const answer = await sent(
      submit,
      { ...form, ...headers } as Record<string, string>,
      `csrf=${await token()}`,
    )
    expect(answer.status).toBe(403)
    expect(await stateOf()).toBe('public-comment')
  })

  test.each(['', 'csrf=', 'csrf=x', 'csrf[]=x', 'csrf=a&csrf=b'])(
    'with %j for a token',
    async (body) => {
      const answer = await sent(submit, { ...form, origin: 'http://localhost' }, body)
      expect(answer.status).toBe(403)
      expect(await stateOf()).toBe('public-comment')
    },
  )

  test('with the token of another session', async () => {
    const own = await token()
    await site.as(people.head)
    const answer = await sent(submit, { ...form, origin: 'http://localhost' }, `csrf=${own}`)
    expect(answer.status).toBe(403)
    await site.as(people.author)
  })

  test.each(['text/plain', 'application/json', 'multipart/form-data; boundary=x'])(
    'as %s, which needs no form',
    async (type) => {
      const body = type.startsWith('multipart') ? '--x--' : `{"csrf":"${await token()}"}`
      const answer = await sent(
        submit,
        { 'content-type': type, origin: 'https://evil.example' },
        body,
      )
      expect(answer.status).toBe(403)
      expect(await stateOf()).toBe('public-comment')
    },
  )

  test.each(['PUT', 'PATCH', 'DELETE'])('by %s: there is no such thing here', async (method) => {
    const headers = { ...form, origin: 'http://localhost' }
    const answer = await sent(submit, headers, `csrf=${await token()}`, method)
    expect([403, 404, 405]).toContain(answer.status)
    expect(await stateOf()).toBe('public-comment')
  })
})

test('no address changes anything when it is only looked at', async () => {
  const before = await facts(site.db)
  const changing = site.site.site.routes.filter(({ method }) => method === 'POST')
  expect(changing.length).toBeGreaterThan(20)
  const csrf = await token()
  for (const { path } of changing) {
    const sample = path.replace(/:year\{[^}]*\}+/, '2013').replaceAll(/:[a-z]+/g, 'submit')
    const answer = await site.get(`${sample}?csrf=${csrf}`)
    expect(answer.status, path).toBeLessThan(500)
    const head = await sent(sample, { origin: 'http://localhost' }, '', 'HEAD').catch(() => null)
    expect(head?.status ?? 404).toBeLessThan(500)
  }
  expect(await facts(site.db)).toEqual(before)
  expect(await stateOf()).toBe('public-comment')
})

test('the cookie of a session is not for scripts, and not for other sites’ forms', async () => {
  await site.as(people.resident)
  const answer = await site.post('/sign-in', {
    email: `${people.author.id}@example.jp`,
    password: 'correct horse battery staple',
  })
  const [cookie] = answer.headers.getSetCookie().filter((line) => line.startsWith('tomoni.staff='))
  expect(cookie).toMatch(/; HttpOnly/i)
  expect(cookie).toMatch(/; SameSite=Lax/i)
  expect(cookie).toMatch(/; Path=\/(;|$)/i)
})
