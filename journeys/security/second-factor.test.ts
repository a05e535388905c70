import { generateSync } from 'otplib'
import { beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '#domains/staff/auth.ts'
import { must } from '#platform/must.ts'
import { hashOf } from '#platform/token.ts'
import { authOf, type Browser, browser, password, totpSecret } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { readConfig } from '../../src/config.ts'
import { readable } from '../support/html.ts'

const start = '2013-02-01T09:00:00+09:00'
const { author, head, officer, administrator } = people
const newcomer = { ...officer, id: 'per_newcomer', name: '新人' } as const

let site: Browser
beforeAll(async () => {
  site = await browser(start)
  for (const person of [head, officer, administrator, author]) await site.as(person)
})

const codeAt = (moment: string, secret = totpSecret) =>
  generateSync({ secret, epoch: Math.floor(+new Date(moment) / 1000) })
const firstStep = async (id: string, given = password) => {
  await site.as(people.resident)
  return site.post('/sign-in', { email: `${id}@example.jp`, password: given })
}
const inside = async () => (await site.get('/desk')).status === 200
const factsOf = async (fact: string, subject: string) =>
  (
    await site.db
      .selectFrom('ledger')
      .select('seq')
      .where('fact', '=', fact)
      .where('subject_id', '=', subject)
      .execute()
  ).length
const withoutFactors = async (id: string) => {
  await site.db.deleteFrom('staff_totp').where('user_id', '=', id).execute()
  await site.db.deleteFrom('staff_backup_code').where('user_id', '=', id).execute()
}
const secretOn = (html: string) =>
  must(/<code>([A-Z2-7 ]{32,})<\/code>/.exec(html)?.[1], 'a secret').replaceAll(' ', '')
const codesOn = (html: string) =>
  [...html.matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)].map(([, code = '']) => code)

describe('the password alone', () => {
  test('opens the second step and nothing else', async () => {
    const answer = await firstStep(author.id)
    expect(answer.headers.get('location')).toBe('/sign-in/second')
    for (const path of [
      '/desk',
      '/desk/account',
      '/desk/plans',
      '/desk/accounts',
      '/admin/outbox',
      '/sign-in/again',
    ])
      expect((await site.get(path)).status, path).toBe(303)
    expect((await site.post('/desk/account/password', { old: password })).status).toBe(303)
    expect((await site.post('/desk/plans')).status).toBe(303)
    expect((await site.get('/sign-in/second')).status).toBe(200)
  })

  test('is forgotten after a quarter of an hour, and after five wrong codes', async () => {
    await firstStep(author.id)
    site.later('2013-02-01T09:16:00+09:00')
    expect((await site.get('/sign-in/second')).status).toBe(303)
    site.later(start)
    await firstStep(author.id)
    for (let n = 0; n < 4; n++)
      expect((await site.post('/sign-in/second', { code: '000000' })).status).toBe(422)
    const last = await site.post('/sign-in/second', { code: '000000' })
    expect(last.headers.get('location')).toBe('/sign-in?said=over')
    const right = await site.post('/sign-in/second', { code: codeAt(start) })
    expect(right.headers.get('location')).toBe('/sign-in')
    expect(await inside()).toBe(false)
  })
})

describe('a code', () => {
  test('of the app lets in, once: seen over a shoulder it is worth nothing', async () => {
    const moment = '2013-02-01T09:05:00+09:00'
    site.later(moment)
    await firstStep(author.id)
    expect((await site.post('/sign-in/second', { code: codeAt(moment) })).status).toBe(303)
    expect(await inside()).toBe(true)
    await firstStep(author.id)
    expect((await site.post('/sign-in/second', { code: codeAt(moment) })).status).toBe(422)
    site.later('2013-02-01T09:05:30+09:00')
    const next = codeAt('2013-02-01T09:05:30+09:00')
    expect(
      (await site.post('/sign-in/second', { code: ` ${next.slice(0, 3)} ${next.slice(3)}` }))
        .status,
    ).toBe(303)
    expect(await inside()).toBe(true)
    site.later(start)
  })

  test('is taken by one of two who bring it at the same time', async () => {
    const moment = '2013-02-01T09:10:00+09:00'
    site.later(moment)
    const half = async () => {
      await firstStep(head.id)
      const html = await site.text('/sign-in/second')
      const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
      return { cookie: site.cookie(), csrf }
    }
    const both = [await half(), await half()]
    const answers = await Promise.all(
      both.map(({ cookie, csrf }) =>
        site.site.request('http://localhost/sign-in/second', {
          method: 'POST',
          headers: {
            cookie,
            origin: 'http://localhost',
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: new URLSearchParams({ csrf, code: codeAt(moment) }),
        }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
    site.later(start)
  })
})

describe('the first sign-in', () => {
  test('enrols an app: square, letters, proof, and a sheet of codes that work once each', async () => {
    await site.as(newcomer)
    await withoutFactors(newcomer.id)
    await firstStep(newcomer.id)
    const page = await site.text('/sign-in/second')
    expect(page).toContain('<svg')
    expect(page).not.toContain('style=')
    const secret = secretOn(page)
    expect(secretOn(await site.text('/sign-in/second'))).toBe(secret)
    expect((await site.post('/sign-in/second', { code: '123456' })).status).toBe(422)
    const done = await site.post('/sign-in/second', { code: codeAt(start, secret) })
    const codes = codesOn(await done.text())
    expect(codes).toHaveLength(10)
    expect(await inside()).toBe(true)
    const kept = JSON.stringify([
      await site.db.selectFrom('staff_totp').selectAll().execute(),
      await site.db.selectFrom('staff_backup_code').selectAll().execute(),
    ])
    expect(kept).not.toContain(secret)
    for (const code of codes) expect(kept).not.toContain(code.replace('-', ''))

    const [one = ''] = codes
    await firstStep(newcomer.id)
    expect((await site.post('/sign-in/second', { code: one.toUpperCase() })).status).toBe(303)
    expect(await inside()).toBe(true)
    await firstStep(newcomer.id)
    expect((await site.post('/sign-in/second', { code: one })).status).toBe(422)
    expect(readable(await site.text('/sign-in/second'))).not.toContain('二次元コード')
  })

  test('is not offered to a half session of somebody who has a factor', async () => {
    await firstStep(author.id)
    expect((await site.post('/sign-in/new-passkey/ask')).status).toBe(403)
    expect(readable(await site.text('/sign-in/second'))).not.toContain('写せないときに打つ文字')
  })
})

describe('what one changes oneself', () => {
  test('asks for a proof again when the last one was long ago, and takes a new name with it', async () => {
    await site.as(author)
    site.later('2013-02-01T09:11:00+09:00')
    const before = site.cookie()
    const answer = await site.post('/desk/account/codes')
    expect(answer.headers.get('location')).toMatch(/^\/sign-in\/again\?onward=/)
    // Neither is a passkey added, nor asked for.
    expect((await site.post('/sign-in/new-passkey/ask')).status).toBe(403)
    const late = await site.post('/sign-in/new-passkey', { name: 'x', response: '{}' })
    expect(late.headers.get('location')).toMatch(/^\/sign-in\/again\?onward=/)
    expect(readable(await site.text('/desk/account'))).toContain('本人の確認をしてから')
    const proved = await site.post('/sign-in/again', {
      onward: '/desk/account',
      code: codeAt('2013-02-01T09:11:00+09:00'),
    })
    expect(proved.headers.get('location')).toBe('/desk/account')
    expect(site.cookie()).not.toBe(before)
    const stolen = await site.site.request('http://localhost/desk', { headers: { cookie: before } })
    expect(stolen.status).toBe(303)
    expect(codesOn(await (await site.post('/desk/account/codes')).text())).toHaveLength(10)
    site.later(start)
  })

  test('cannot take away the last factor', async () => {
    await site.as(author)
    const answer = await site.post('/desk/account/factor', { what: 'totp' })
    expect(answer.headers.get('location')).toBe('/desk/account?said=lastFactor')
    await firstStep(author.id)
    expect((await site.get('/sign-in/second')).status).toBe(200)
  })

  test('the password: the old one is asked, and all other sessions end', async () => {
    await site.as(head)
    const other = site.cookie()
    await site.as(head)
    const fresh = 'a quite different password'
    const wrong = { old: 'not the old one', password: fresh, repeat: fresh }
    expect((await site.post('/desk/account/password', wrong)).status).toBe(422)
    expect(
      (
        await site.post('/desk/account/password', {
          old: password,
          password: 'short',
          repeat: 'short',
        })
      ).status,
    ).toBe(422)
    expect((await site.post('/desk/account/password', { ...wrong, old: password })).status).toBe(
      303,
    )
    expect(await inside()).toBe(true)
    expect(
      (await site.site.request('http://localhost/desk', { headers: { cookie: other } })).status,
    ).toBe(303)
    expect((await firstStep(head.id)).status).toBe(422)
    expect((await firstStep(head.id, fresh)).status).toBe(303)
    await site.db
      .updateTable('staff_account')
      .set({ password: await hashPassword(password) })
      .where('user_id', '=', head.id)
      .execute()
  })
})

describe('the personnel office', () => {
  test('withdraws a lost telephone with a reason, which is recorded and told', async () => {
    await site.as(officer)
    const stolen = site.cookie()
    await site.as(author)
    const path = `/desk/accounts/${officer.id}`
    expect((await site.post(`${path}/reset`, { 'reset.reason': ' ' })).status).toBe(422)
    const done = await site.post(`${path}/reset`, { 'reset.reason': '電話をなくした' })
    expect(done.status).toBe(303)
    expect(await factsOf('staff.factors-reset', officer.id)).toBe(1)
    const told = await site.db
      .selectFrom('notice')
      .select(['kind', 'said', 'sealed'])
      .where('thing', '=', officer.id)
      .execute()
    expect(told.map((n) => n.kind)).toContain('staff.access-changed')
    expect(JSON.stringify(told)).not.toContain('電話')
    expect(
      (await site.site.request('http://localhost/desk', { headers: { cookie: stolen } })).status,
    ).toBe(303)
    await firstStep(officer.id)
    expect(secretOn(await site.text('/sign-in/second'))).toHaveLength(32)
  })

  test('issues a password that opens only the page to change it', async () => {
    await site.as(author)
    const path = `/desk/accounts/${officer.id}/issue`
    const html = await (await site.post(path, { 'issue.reason': '忘れた' })).text()
    const temporary = must(/<code>([a-z0-9-]{19})<\/code>/.exec(html)?.[1], 'a password')
    await firstStep(officer.id, temporary)
    const secret = secretOn(await site.text('/sign-in/second'))
    await site.post('/sign-in/second', { code: codeAt(start, secret) })
    expect(await inside()).toBe(false)
    expect((await site.get('/sign-in/password')).status).toBe(200)
    expect((await site.post('/sign-in/password', { password: 'abc', repeat: 'abc' })).status).toBe(
      422,
    )
    const fresh = 'my own long password'
    expect((await site.post('/sign-in/password', { password: fresh, repeat: fresh })).status).toBe(
      303,
    )
    expect(await inside()).toBe(true)
    expect((await firstStep(officer.id, temporary)).status).toBe(422)
  })

  test('does nothing for itself, nor for an administrator; an administrator does', async () => {
    await site.as(author)
    for (const what of ['reset', 'issue', 'invite']) {
      const fields = { [`${what}.reason`]: 'x' }
      expect((await site.post(`/desk/accounts/${author.id}/${what}`, fields)).status, what).toBe(
        403,
      )
      expect(
        (await site.post(`/desk/accounts/${administrator.id}/${what}`, fields)).status,
        what,
      ).toBe(403)
    }
    await site.as(administrator)
    expect((await site.post(`/desk/accounts/${author.id}/invite`)).status).toBe(303)
    await site.as(people.viewer)
    expect((await site.get('/desk/accounts')).status).toBe(403)
    expect(
      (await site.post(`/desk/accounts/${author.id}/reset`, { 'reset.reason': 'x' })).status,
    ).toBe(403)
  })
})

describe('a forgotten password', () => {
  beforeAll(async () => {
    // Invitations of the tests above are no business of these.
    await site.db.deleteFrom('notice').execute()
  })
  /** The link as it stands in the mail: sealed in the table, opened as the post room does. */
  const seen = new Set<string>()
  const lastLink = async () => {
    const all = await site.db
      .selectFrom('notice')
      .select(['id', 'sealed'])
      .where('kind', 'in', ['staff.password-reset', 'staff.invitation'])
      .execute()
    const { id, sealed } = must(
      all.find((one) => !seen.has(one.id)),
      'a mail that is new',
    )
    for (const one of all) seen.add(one.id)
    const said = site.ctx(author).seal.open(must(sealed, 'sealed'), `notice.sealed:${id}`)
    return new URL((JSON.parse(said) as { link: string }).link)
  }
  const ask = async (email: string) => {
    await site.as(people.resident)
    const answer = await site.post('/sign-in/forgot', { email })
    return {
      status: answer.status,
      cookies: answer.headers.getSetCookie(),
      text: await answer.text(),
    }
  }

  test('is answered alike for names that somebody has and that nobody has', async () => {
    const known = await ask(`${author.id}@example.jp`)
    await lastLink()
    const unknown = await ask('nobody@example.jp')
    expect(known.status).toBe(200)
    expect(unknown).toEqual(known)
    const passes = await site.db
      .selectFrom('staff_pass')
      .select('user_id')
      .where('kind', '=', 'reset')
      .execute()
    expect(passes.map((p) => String(p.user_id)).toSorted()).toEqual(['null', author.id])
  })

  test('is chosen anew by a link of ours that works once, for half an hour, and not by looking', async () => {
    const init = {
      method: 'POST',
      headers: {
        origin: 'http://localhost',
        host: 'evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ email: `${head.id}@example.jp` }),
    }
    await site.site.request('http://localhost/sign-in/forgot', init)
    const link = await lastLink()
    expect(link.origin).toBe('http://localhost')
    const token = must(link.pathname.split('/').at(-1), 'a token')
    expect(token).toMatch(/^[\w-]{43}$/)
    const passes = JSON.stringify(await site.db.selectFrom('staff_pass').selectAll().execute())
    expect(passes).not.toContain(token)
    expect(passes).toContain(hashOf(token))
    // A scanner of mails looks at it, twice.
    for (let n = 0; n < 2; n++) expect((await site.get(link.pathname)).status).toBe(200)
    await site.as(head)
    const old = site.cookie()
    await site.as(people.resident)
    const fresh = 'another long password'
    expect((await site.post(link.pathname, { password: fresh, repeat: 'x' })).status).toBe(422)
    expect((await site.post(link.pathname, { password: fresh, repeat: fresh })).status).toBe(303)
    expect(await inside()).toBe(false)
    expect((await site.post(link.pathname, { password: fresh, repeat: fresh })).status).toBe(410)
    expect(
      (await site.site.request('http://localhost/desk', { headers: { cookie: old } })).status,
    ).toBe(303)
    const half = await firstStep(head.id, fresh)
    expect(half.headers.get('location')).toBe('/sign-in/second')
  })

  test('a link of 31 minutes, and one that a later one followed, open nothing', async () => {
    await ask(`${author.id}@example.jp`)
    const link = await lastLink()
    site.later('2013-02-01T09:31:00+09:00')
    expect((await site.get(link.pathname)).status).toBe(410)
    expect(
      (await site.post(link.pathname, { password: 'x'.repeat(12), repeat: 'x'.repeat(12) })).status,
    ).toBe(410)
    site.later(start)
  })

  test('a colleague without a password gets the first one by invitation, within fourteen days', async () => {
    const { id } = people.other
    await site.as(people.other)
    await site.db.deleteFrom('staff_account').where('user_id', '=', id).execute()
    expect((await firstStep(id)).status).toBe(422)
    await site.as(author)
    expect((await site.post(`/desk/accounts/${id}/invite`)).status).toBe(303)
    const link = await lastLink()
    await site.as(people.resident)
    site.later('2013-02-14T09:00:00+09:00')
    expect((await site.get(link.pathname)).status).toBe(200)
    site.later('2013-02-15T09:01:00+09:00')
    expect((await site.get(link.pathname)).status).toBe(410)
    site.later(start)
    expect((await site.post(link.pathname, { password, repeat: password })).status).toBe(303)
    expect((await firstStep(id)).status).toBe(303)
  })
})

describe('the policy', () => {
  const env = { TOMONI_DATA: '/tmp', TOMONI_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789' }

  test('is `required` unless said, and `off` never in production', () => {
    expect(readConfig(env).secondFactor).toBe('required')
    expect(readConfig({ ...env, TOMONI_SECOND_FACTOR: 'off' }).secondFactor).toBe('off')
    const production = { ...env, NODE_ENV: 'production', TOMONI_SECOND_FACTOR: 'off' }
    expect(() => readConfig(production)).toThrow('TOMONI_SECOND_FACTOR')
    expect(() => readConfig({ ...env, TOMONI_SECOND_FACTOR: 'no' })).toThrow('TOMONI_SECOND_FACTOR')
  })

  test('`off` lets the password in, and says so on the page', async () => {
    const { db } = await testDatabase()
    const auth = authOf(db, { secondFactor: 'off' })
    const demo = await browser(start, await testDatabase(), { auth })
    expect(await demo.text('/sign-in')).toContain('デモのため')
    expect(await site.text('/sign-in')).not.toContain('デモのため')
    await demo.as(author)
    expect((await demo.get('/desk')).status).toBe(200)
  })
})

test('nothing of all this broke', () => expect(site.bugs).toEqual([]))
