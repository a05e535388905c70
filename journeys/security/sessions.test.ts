import { beforeAll, describe, expect, test } from 'vitest'
import { type Browser, browser, password } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { sendForm } from '../support/desk.ts'
import { formsIn } from '../support/html.ts'

const { author, head } = people
const email = `${author.id}@example.jp`
const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' }

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
const desk = async (cookie: string) =>
  (await site.site.request('http://localhost/desk', { headers: { cookie } })).status

describe('a session', () => {
  test('gets a new name when one signs in, whatever the browser had before', async () => {
    await site.as(author)
    const first = site.cookie()
    const planted = 'tomoni.session_token=planted.by-somebody-else'
    const answer = await site.site.request('http://localhost/sign-in', {
      method: 'POST',
      headers: { ...form, cookie: planted },
      body: new URLSearchParams({ email, password }),
    })
    const [set = ''] = answer.headers.getSetCookie().filter((c) => c.includes('session_token'))
    expect(answer.status).toBe(303)
    expect(set).not.toContain('planted')
    expect(set.split(';')[0]).not.toBe(first.split('; ').find((c) => c.includes('session_token')))
    expect(await desk(planted)).toBe(303)
  })

  test('ends on the server when one signs out, and its cookie opens nothing any more', async () => {
    await site.as(author)
    const cookie = site.cookie()
    expect(await desk(cookie)).toBe(200)
    const out = formsIn(await site.text('/desk'), '/desk').find((f) => f.action === '/sign-out')
    expect(out?.method).toBe('post')
    if (out) await sendForm(site, out)
    expect(await desk(cookie)).toBe(303)
    expect(
      await site.db
        .selectFrom('staff_session')
        .select('id')
        .where('user_id', '=', author.id)
        .where('token', '=', tokenOf(cookie))
        .execute(),
    ).toEqual([])
  })

  test('is not ended by a link or a page elsewhere', async () => {
    await site.as(author)
    const cookie = site.cookie()
    expect((await site.get('/sign-out')).status).toBe(404)
    const post = { method: 'POST', headers: { cookie, 'content-type': form['content-type'] } }
    for (const origin of ['https://evil.example', 'http://localhost']) {
      const headers = { ...post.headers, origin }
      const answer = await site.site.request('http://localhost/sign-out', { ...post, headers })
      expect(answer.status).toBe(403)
    }
    expect(await desk(cookie)).toBe(200)
  })

  test('with a forged signature, an empty one or none is nobody’s', async () => {
    await site.as(author)
    const [name = '', value = ''] = (
      site
        .cookie()
        .split('; ')
        .find((c) => c.includes('session_token')) ?? ''
    ).split('=')
    const [token = '', signature = ''] = decodeURIComponent(value).split('.')
    for (const bad of [
      token,
      `${token}.`,
      `${token}.${signature.slice(0, -4)}AAA=`,
      `.${signature}`,
      '',
      'x',
    ])
      expect(await desk(`${name}=${encodeURIComponent(bad)}`), bad).toBe(303)
    expect(await desk(`${name}=${value}`)).toBe(200)
  })

  test('ends with the working day', async () => {
    await site.as(author)
    const cookie = site.cookie()
    const { expires_at } = await site.db
      .selectFrom('staff_session')
      .select('expires_at')
      .where('token', '=', tokenOf(cookie))
      .executeTakeFirstOrThrow()
    expect(+expires_at - Date.now()).toBeLessThanOrEqual(8 * 60 * 60 * 1000)
    await site.db
      .updateTable('staff_session')
      .set({ expires_at: new Date(0) })
      .where('token', '=', tokenOf(cookie))
      .execute()
    expect(await desk(cookie)).toBe(303)
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

describe('guessing', () => {
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

const tokenOf = (cookie: string) =>
  decodeURIComponent(/session_token=([^;]+)/.exec(cookie)?.[1] ?? '').split('.')[0] ?? ''
