import { beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'
import { ask, codeFor, enter, idOf, led, machine, sendFrom } from '../support/residents.ts'

const address = 'owner@example.jp'
let owner: Browser
let thief: Browser
let receipt = ''
let resident: string = ''
beforeAll(async () => {
  await demoCity()
  owner = await machine()
  thief = await machine()
  await enter(owner, address)
  await enter(thief, 'thief@example.jp')
  await ask(owner, { reach: 'phone', phone: '0920529999' })
  resident = await idOf(owner)
  const row = await owner.db
    .selectFrom('resident_receipt')
    .select('id')
    .where('resident_id', '=', resident)
    .executeTakeFirstOrThrow()
  receipt = row.id
})

const token = async (site: Browser) =>
  /name="csrf" value="([^"]+)"/.exec(await site.text('/me'))?.[1] ?? ''
const facts = async () =>
  (await owner.db.selectFrom('ledger').select('fact').where('fact', 'like', 'resident.%').execute())
    .length

describe('what belongs to another does not exist', () => {
  test.each(['add', 'contact', 'confirm', 'code', 'stop'])(
    'a receipt of another: %s',
    async (what) => {
      const before = await facts()
      const answer = await thief.post(`/me/receipts/${receipt}/${what}`, {
        csrf: await token(thief),
        text: 'x',
        reach: 'none',
      })
      expect(answer.status).toBe(404)
      expect((await thief.get(`/me/receipts/${receipt}`)).status).toBe(404)
      expect(await facts()).toBe(before)
    },
  )

  test('the page of a receipt needs its phrase, in this very browser', async () => {
    expect((await thief.get('/r/receipt')).status).toBe(303)
    const forged = await thief.site.request('http://localhost/r/receipt', {
      headers: { cookie: `receipt=${receipt}` },
    })
    expect(forged.status).toBe(303)
    expect((await thief.post('/r/receipt/stop', { csrf: '' })).status).toBe(404)
  })

  test('a code that was sent for one account changes nothing in another', async () => {
    owner.later('2013-02-20T09:05:00+09:00')
    const page = led(await sendFrom(owner, '/me/close', /\/close\/code$/))
    const id = page.split('code=')[1]?.split('#')[0] ?? ''
    const code = await codeFor(owner.db, address)
    const answer = await thief.post('/me/close', { csrf: await token(thief), id, code })
    expect(answer.status).toBe(422)
    expect((await owner.get('/me')).status).toBe(200)
    expect((await thief.get('/me')).status).toBe(200)
  })

  test('without the token of its own form nothing of an account changes', async () => {
    for (const csrf of ['', 'x', await token(thief)])
      expect((await owner.post('/me/profile', { csrf, nickname: 'x' })).status).toBe(403)
  })

  test.each(['/desk/residents', '/desk/residents/checks', '/desk/residents/openings', '/desk'])(
    'a resident is no colleague: %s',
    async (path) => {
      const answer = await owner.get(path)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toContain('/sign-in')
    },
  )
})

describe('at the counter', () => {
  test('another colleague’s session is not there, and one’s own is for one person only', async () => {
    const desk = await machine()
    await desk.as(people.officer)
    const page = led(
      await sendFrom(desk, `/desk/residents/of/${receipt}/assist`, /\/assist$/, {
        purpose: 'request',
        reason: '電話',
      }),
    )
    const other = await machine()
    await other.as(people.other)
    expect((await other.get(page)).status).toBe(404)
    expect((await other.post(`${page}/add`, { text: 'x' })).status).toBe(404)
    // Within the session there is no address that names another person.
    expect((await desk.get(page)).status).toBe(200)
    expect(await desk.text(page)).not.toContain('0920529999')
  })

  test('what one colleague opened is not shown to another, nor under another person', async () => {
    const desk = await machine()
    await desk.as(people.officer)
    const opened = led(
      await sendFrom(desk, `/desk/residents/of/${receipt}/open`, /\/open$/, {
        purpose: 'reply',
        reason: '返事',
      }),
    )
    expect(await desk.text(opened)).toContain('0920529999')
    expect((await desk.get(opened.replace(receipt, resident))).status).toBe(404)
    const other = await machine()
    await other.as(people.other)
    expect((await other.get(opened)).status).toBe(404)
  })

  test('an auditor reads nothing personal: no counter, no contact, no check', async () => {
    const auditor = await machine()
    await auditor.as(people.viewer)
    for (const path of [
      '',
      '/take',
      '/checks',
      '/openings',
      `/of/${receipt}`,
      `/of/${receipt}/open`,
    ])
      expect((await auditor.get(`/desk/residents${path}`)).status).toBe(403)
    expect(
      (await auditor.post(`/desk/residents/of/${receipt}/open`, { purpose: 'reply', reason: 'x' }))
        .status,
    ).toBe(403)
  })

  test('sealed words stand in no ledger, and on no page that is kept', async () => {
    const all = JSON.stringify(
      await owner.db
        .selectFrom('ledger')
        .select(['fact', 'subject_id', 'detail', 'basis'])
        .execute(),
    )
    expect(all).not.toMatch(/0920529999|owner@|thief@/)
    for (const path of ['/', '/plans/2013', '/en/plans/2012']) {
      const answer = await owner.get(path)
      expect(await answer.text()).not.toMatch(/owner@|csrf|res_/)
    }
    expect([...owner.bugs, ...thief.bugs]).toEqual([])
  })
})
