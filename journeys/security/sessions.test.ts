import { beforeAll, describe, expect, test } from 'vitest'
import { passwords } from '#domains/staff/auth.ts'
import { hashOf } from '#platform/token.ts'
import { authOf, type Browser, browser, codeFor, password } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { sendForm } from '../support/desk.ts'
import { formsIn } from '../support/html.ts'

const { author, head } = people
const email = `${author.id}@example.jp`
const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' }

const start = '2013-02-01T09:00:00+09:00'
let site: Browser
beforeAll(async () => {
  site = await browser()
  await site.as(head)
  await site.as(author)
})

/** A sign-in from an address of the network, as the server sees it. */
const from = (remoteAddress: string, fields: Readonly<Record<string, string>>, to = site) =>
  to.site.request(
    'http://localhost/sign-in',
    { method: 'POST', headers: form, body: new URLSearchParams(fields) },
    { incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } } },
  )
const cookieIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .find((c) => c.startsWith('tomoni.staff='))
    ?.split(';')[0] ?? ''

/** Both steps of signing in, from a browser that brings this cookie. */
async function enterWith(id: string, device: string): Promise<string> {
  const ask = (path: string, cookie: string, fields: Readonly<Record<string, string>>) =>
    site.site.request(`http://localhost${path}`, {
      method: 'POST',
      headers: { ...form, cookie },
      body: new URLSearchParams(fields),
    })
  const half = cookieIn(await ask('/sign-in', device, { email: `${id}@example.jp`, password }))
  const page = await site.site.request('http://localhost/sign-in/second', {
    headers: { cookie: half },
  })
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const code = await codeFor(site.db, id, new Date(start))
  return cookieIn(await ask('/sign-in/second', `${half}; ${device}`, { csrf, code }))
}
const desk = async (cookie: string) =>
  (await site.site.request('http://localhost/desk', { headers: { cookie } })).status

describe('a session', () => {
  test('gets a new name at each step, and the one before is worthless', async () => {
    const names = new Set<string>()
    const sign = async (path: string, cookie: string, fields: Readonly<Record<string, string>>) => {
      const init = {
        method: 'POST',
        headers: { ...form, cookie },
        body: new URLSearchParams(fields),
      }
      const answer = await site.site.request(`http://localhost${path}`, init)
      return { status: answer.status, cookie: cookieIn(answer) }
    }
    const planted = 'tomoni.staff=planted-by-somebody-else-0123456789012345678'
    const half = await sign('/sign-in', planted, { email, password })
    expect(half.status).toBe(303)
    names.add(planted).add(half.cookie)
    expect(await desk(half.cookie)).toBe(303)
    const page = await site.site.request('http://localhost/sign-in/second', {
      headers: { cookie: half.cookie },
    })
    const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
    const code = await codeFor(site.db, author.id, new Date(start))
    const full = await sign('/sign-in/second', half.cookie, { csrf, code })
    names.add(full.cookie)
    expect(full.status).toBe(303)
    expect(names.size).toBe(3)
    // Who stole it before the second proof has nothing after it.
    expect(await desk(half.cookie)).toBe(303)
    expect(await desk(planted)).toBe(303)
    expect(await desk(full.cookie)).toBe(200)
  })

  test('ends on the server when one signs out, and its cookie opens nothing any more', async () => {
    await site.as(author)
    const cookie = site.cookie()
    expect(await desk(cookie)).toBe(200)
    const out = formsIn(await site.text('/desk'), '/desk').find((f) => f.action === '/sign-out')
    expect(out?.method).toBe('post')
    if (out) await sendForm(site, out)
    expect(await desk(cookie)).toBe(303)
    const token = hashOf(tokenOf(cookie))
    const rows = site.db.selectFrom('staff_session').select('id').where('token', '=', token)
    expect(await rows.execute()).toEqual([])
  })

  test('is not ended by a form of another site', async () => {
    await site.as(author)
    const cookie = site.cookie()
    const post = { method: 'POST', headers: { cookie, 'content-type': form['content-type'] } }
    for (const origin of ['https://evil.example', 'http://localhost']) {
      const headers = { ...post.headers, origin }
      const answer = await site.site.request('http://localhost/sign-out', { ...post, headers })
      expect(answer.status).toBe(403)
    }
    expect(await desk(cookie)).toBe(200)
  })

  test('cannot be taken from the database: only the hash of its name is there', async () => {
    await site.as(author)
    const cookie = site.cookie()
    const token = tokenOf(cookie)
    const rows = await site.db.selectFrom('staff_session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    for (const { token: kept } of rows) expect(await desk(`tomoni.staff=${kept}`)).toBe(303)
    for (const bad of [token.slice(1), `${token}A`, '', 'x', token.toLowerCase()])
      expect(await desk(`tomoni.staff=${bad}`), bad).toBe(303)
    expect(await desk(`tomoni.staff=${token}`)).toBe(200)
  })

  test('ends when it is left alone for half an hour, and after eight hours whatever one does', async () => {
    await site.as(author)
    const cookie = site.cookie()
    site.later('2013-02-01T09:29:00+09:00')
    expect(await desk(cookie)).toBe(200)
    site.later('2013-02-01T09:58:00+09:00')
    expect(await desk(cookie)).toBe(200)
    site.later('2013-02-01T10:28:30+09:00')
    expect(await desk(cookie)).toBe(303)

    site.later(start)
    await site.as(author)
    const busy = site.cookie()
    for (let minute = 20; minute < 8 * 60; minute += 20) {
      site.later(new Date(+new Date(start) + minute * 60_000).toISOString())
      expect(await desk(busy), String(minute)).toBe(200)
    }
    site.later('2013-02-01T17:00:00+09:00')
    expect(await desk(busy)).toBe(303)
    site.later(start)
  })

  test('is listed to its owner, who ends one device, or all others', async () => {
    await site.db.deleteFrom('staff_session').where('user_id', '=', author.id).execute()
    await site.as(author)
    const first = site.cookie()
    await site.as(author)
    const second = site.cookie()
    await site.as(author)
    const page = await site.text('/desk/account')
    expect(page).toContain('この端末')
    const [ending] = formsIn(page, '/desk/account').filter(
      ({ action, fields }) =>
        action === '/desk/account/sessions' && !fields.some(([, value]) => value === 'others'),
    )
    if (ending) await sendForm(site, ending)
    const alive = async () => [await desk(first), await desk(second)].filter((s) => s === 200)
    expect(await alive()).toHaveLength(1)
    await site.post('/desk/account/sessions', { which: 'others' })
    expect(await alive()).toHaveLength(0)
    expect(await desk(site.cookie())).toBe(200)
  })

  test('of somebody else is not ended by knowing its id', async () => {
    await site.as(head)
    const theirs = site.cookie()
    const { id } = await site.db
      .selectFrom('staff_session')
      .select('id')
      .where('token', '=', hashOf(tokenOf(theirs)))
      .executeTakeFirstOrThrow()
    await site.as(author)
    await site.post('/desk/account/sessions', { which: id })
    expect(await desk(theirs)).toBe(200)
  })

  test('of a browser that is new to the person is told to them, once', async () => {
    const told = async () =>
      (
        await site.db
          .selectFrom('ledger')
          .select('seq')
          .where('fact', '=', 'staff.new-device')
          .where('subject_id', '=', head.id)
          .execute()
      ).length
    await site.as(head)
    const before = await told()
    await site.as(head)
    expect(await told()).toBe(before + 1)
    const device = /tomoni\.device=[\w-]+/.exec(site.cookie())?.[0] ?? ''
    const entered = await enterWith(head.id, device)
    expect(await desk(entered)).toBe(200)
    expect(await told()).toBe(before + 1)
    const notices = await site.db
      .selectFrom('notice')
      .select('kind')
      .where('kind', '=', 'staff.new-device')
      .execute()
    expect(notices.length).toBeGreaterThan(0)
  })

  test('leads to the entrance in the language of who asks', async () => {
    await site.as(people.resident)
    for (const locale of ['', '/en', '/ko', '/easy']) {
      const answer = await site.get(`${locale}/desk/plans`)
      const onward = encodeURIComponent(`${locale}/desk/plans`)
      expect(answer.headers.get('location')).toBe(`${locale}/sign-in?onward=${onward}`)
    }
  })
})

describe('the sign-in tells nobody who has an account', () => {
  const said = async (fields: Readonly<Record<string, string>>) => {
    const answer = await from('192.0.2.1', fields)
    const text = (await answer.text()).replaceAll(fields.email ?? '', '')
    return { status: answer.status, cookies: answer.headers.getSetCookie(), text }
  }

  test('an unknown address, a wrong password and an account without a role sound the same', async () => {
    const wrong = await said({ email, password: 'not the password at all' })
    const unknown = await said({ email: 'nobody@example.jp', password: 'not the password at all' })
    await site.as({ id: 'per_gone', name: '前任', duties: people.viewer.duties })
    await site.db.deleteFrom('staff_duty').where('user_id', '=', 'per_gone').execute()
    const gone = await said({ email: 'per_gone@example.jp', password })
    expect(wrong.status).toBe(422)
    expect(unknown).toEqual(wrong)
    expect(gone).toEqual(wrong)
  })

  test('the password never comes back, nor goes into the ledger', async () => {
    const secret = 'my secret password 987654'
    const answer = await from('192.0.2.1', { email, password: secret })
    expect(await answer.text()).not.toContain(secret)
    const rows = await site.db.selectFrom('ledger').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).not.toContain('@example.jp')
  })
})

test('a name that nobody has costs the same work as one that somebody has', async () => {
  const { db } = await testDatabase()
  const work: string[] = []
  const counted = {
    ...passwords,
    verify: (given: string, kept: string) => {
      work.push(kept.replace(/[0-9a-f]/g, '0'))
      return passwords.verify(given, kept)
    },
  }
  const watched = await browser(undefined, await testDatabase(), {
    auth: authOf(db, { passwords: counted }),
  })
  await from('192.0.2.77', { email, password: 'a wrong password 1' }, watched)
  await from('192.0.2.77', { email: 'nobody@example.jp', password: 'a wrong password 1' }, watched)
  expect(work).toHaveLength(2)
  expect(new Set(work).size).toBe(1)
})

describe('guessing', () => {
  test('waits longer and longer from a network that nobody knows', async () => {
    const wrong = { email: `${people.viewer.id}@example.jp`, password: 'a wrong password 1' }
    const tries = async () => {
      let n = 0
      for (; n < 12; n++) {
        const answer = await from('100.64.7.7', wrong)
        if (answer.status === 429) return { n, wait: Number(answer.headers.get('retry-after')) }
      }
      return { n, wait: 0 }
    }
    expect(await tries()).toEqual({ n: 8, wait: 15 * 60 })
    site.later('2013-02-01T09:15:00+09:00')
    expect(await tries()).toEqual({ n: 8, wait: 15 * 60 })
    site.later('2013-02-01T09:30:00+09:00')
    expect(await tries()).toEqual({ n: 0, wait: 90 * 60 })
    site.later('2013-02-01T11:00:00+09:00')
    expect(await tries()).toEqual({ n: 8, wait: 15 * 60 })
    site.later('2013-02-01T11:20:00+09:00')
    expect((await tries()).wait).toBeGreaterThan(20 * 60 * 60)
    site.later(start)
  })

  test('by a neighbour in the same office locks nobody out of their own browser', async () => {
    const wrong = { email: `${people.other.id}@example.jp`, password: 'a wrong password 1' }
    await site.as(people.other)
    const device = /tomoni\.device=[\w-]+/.exec(site.cookie())?.[0] ?? ''
    const statuses: number[] = []
    for (let n = 0; n < 70; n++) statuses.push((await from('unknown', wrong)).status)
    expect(statuses.at(-1)).toBe(429)
    const own = await site.site.request(
      'http://localhost/sign-in',
      {
        method: 'POST',
        headers: { ...form, cookie: device },
        body: new URLSearchParams({ ...wrong, password }),
      },
      { incoming: { socket: { remoteAddress: 'unknown', remotePort: 1, remoteFamily: 'IPv4' } } },
    )
    expect(own.status).toBe(303)
    // In a network of the city the wait is a minute, also in a new browser.
    site.later('2013-02-01T09:01:01+09:00')
    expect((await from('unknown', { ...wrong, password })).status).toBe(303)
    site.later(start)
  })

  test('is stopped for an account, and only from where it comes', async () => {
    const wrong = { email, password: 'a wrong password 1' }
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) statuses.push((await from('203.0.113.9', wrong)).status)
    expect(statuses.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 422))
    expect(statuses.slice(8)).toEqual([429, 429, 429, 429])
    expect((await from('203.0.113.9', { email, password })).status).toBe(429)
    // A stranger elsewhere cannot lock a colleague out.
    expect((await from('198.51.100.7', { email, password })).status).toBe(303)
    // Nor is another account of the same network.
    expect((await from('203.0.113.9', { email: `${head.id}@example.jp`, password })).status).toBe(
      303,
    )
  })

  test('is not made endless by writing the address differently', async () => {
    const statuses: number[] = []
    for (const one of [
      email,
      email.toUpperCase(),
      ` ${email}`,
      `${email} `,
      email,
      email,
      email,
      email,
      email.toUpperCase(),
    ])
      statuses.push(
        (await from('203.0.113.10', { email: one, password: 'wrong password 12' })).status,
      )
    expect(statuses.at(-1)).toBe(429)
  })

  test('through a list of accounts is stopped by the network, without its neighbours', async () => {
    const fresh = await browser(undefined, await testDatabase())
    const statuses: number[] = []
    for (let n = 0; n < 64; n++)
      statuses.push(
        (await from('203.0.113.11', { email: `a${n}@example.jp`, password: '' }, fresh)).status,
      )
    expect(statuses.slice(0, 60)).not.toContain(429)
    expect(statuses.slice(60)).toEqual([429, 429, 429, 429])
    expect(
      (await from('203.0.113.12', { email: 'b@example.jp', password: '' }, fresh)).status,
    ).toBe(422)
  })

  test('a header that anyone can write does not change where it comes from', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 10; n++) {
      const headers = { ...form, 'x-forwarded-for': `10.0.0.${n}`, 'x-real-ip': `10.0.0.${n}` }
      const body = new URLSearchParams({
        email: `${head.id}@example.jp`,
        password: 'wrong password 12',
      })
      const env = {
        incoming: {
          socket: { remoteAddress: '203.0.113.13', remotePort: 1, remoteFamily: 'IPv4' },
        },
      }
      const init = { method: 'POST', headers, body }
      statuses.push((await site.site.request('http://localhost/sign-in', init, env)).status)
    }
    expect(statuses.at(-1)).toBe(429)
  })
})

const tokenOf = (cookie: string) => /tomoni\.staff=([^;]+)/.exec(cookie)?.[1] ?? ''
