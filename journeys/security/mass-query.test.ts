import { beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'

/** Questions that ask for more than the address is for: other tables, other columns, another order, all of it. */
const more = [
  'include=users',
  'include[]=staff_user',
  'fields=owner,deputy,search',
  'select=*',
  'sort=password',
  'order=search.desc',
  'filter[owner]=x',
  'filter[author.email_cont]=@',
  'q[user_password_start]=$2a',
  'where={"state":"drafting"}',
  'state=drafting',
  'states=drafting,decided',
  'draft=1',
  'limit=1000000',
  'per_page=-1',
  'expand=revisions',
  '__proto__[state]=drafting',
  'constructor=x',
]

let site: Browser
beforeAll(async () => {
  site = await demoCity()
})

describe('the API answers what its description says, and refuses to be asked anything else', () => {
  test.each([
    '/api/v1/plans',
    '/api/v1/plans/2012',
    '/api/v1/liaisons',
    '/api/v1/departments',
    '/api/v1/departments?on=2013-04-01',
    '/api/v1/ledger/heads',
  ])('%s', async (path) => {
    expect((await site.get(path)).status).toBe(200)
    for (const question of more) {
      const answer = await site.get(`${path}${path.includes('?') ? '&' : '?'}${question}`)
      expect([question, answer.status]).toEqual([question, 400])
      expect(Object.keys((await answer.json()) as object).toSorted()).toEqual([
        'error',
        'requestId',
      ])
    }
    expect(site.bugs).toEqual([])
  })

  test('what one address takes is not taken by another', async () => {
    expect((await site.get('/api/v1/departments?on=2013-04-01')).status).toBe(200)
    expect((await site.get('/api/v1/plans?on=2013-04-01')).status).toBe(400)
    expect((await site.get('/api/v1/departments?on=2013-02-30')).status).toBe(400)
  })

  test('it is read by GET alone', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['/api/v1/plans', '/api/v1/departments']) {
        const headers = { origin: 'http://localhost', 'content-type': 'application/json' }
        const init = { method, headers, body: '{"query":"{users{email}}"}' }
        expect((await site.site.request(`http://localhost${path}`, init)).status).toBe(404)
      }
  })
})

describe('a page is the same with them as without', () => {
  const bare = (html: string) =>
    html.replaceAll(/(href|action|value)="[^"]*"/g, '').replaceAll(/ name="csrf"[^>]*/g, '')

  test.each(['/plans/2012', '/search?q=協働', '/liaisons', '/ledger/heads'])(
    'public: %s',
    async (path) => {
      await site.as(people.resident)
      const plain = bare(await site.text(path))
      for (const question of more) {
        const answer = await site.get(`${path}${path.includes('?') ? '&' : '?'}${question}`)
        if (answer.status !== 400)
          expect([question, bare(await answer.text()) === plain]).toEqual([question, true])
      }
    },
  )

  test('at the desk, for somebody of one section', async () => {
    await site.as(people.other)
    for (const path of ['/desk/plans/2013', '/desk/handovers', '/desk/liaisons']) {
      const plain = bare(await site.text(path))
      for (const question of more) {
        const asked = await site.get(`${path}?${question}`)
        if (asked.status === 200)
          expect([path, question, bare(await asked.text()) === plain]).toEqual([
            path,
            question,
            true,
          ])
      }
    }
    expect(site.bugs).toEqual([])
  })
})
