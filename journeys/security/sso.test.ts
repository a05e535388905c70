import { exportJWK, exportPKCS8, generateKeyPair } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Auth } from '#domains/staff/auth.ts'
import { ssoForm } from '#domains/staff/sso.ts'
import { must } from '#platform/must.ts'
import { authOf, type Browser, browser } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { type OidcService, oidcService } from '#testing/oidc.ts'
import { people } from '#testing/people.ts'

const back = 'http://localhost/sign-in/sso/back'
const { author, head, officer } = people

let service: OidcService
let site: Browser

const settingOf = (more: object = {}) =>
  ssoForm.parse({
    name: '庁内アカウント',
    issuer: service.issuer,
    clientId: 'tomoni',
    privateKeyFile: 'key.pem',
    algorithm: 'RS256',
    claims: {
      email: 'email',
      name: 'name',
      employeeNo: 'employee_number',
      department: 'department',
      groups: 'groups',
    },
    roles: { 'CN=audit': 'auditor', 'CN=kyodo': 'secretariat' },
    secondFactor: { amr: ['mfa'] },
    ...more,
  })

let pem: string
const siteWith = async (more: object = {}) => {
  const { db } = await testDatabase()
  const auth: Auth = authOf(db, { sso: { setting: settingOf(more), privateKey: pem } })
  return browser(undefined, await testDatabase(), { auth })
}

beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true })
  pem = await exportPKCS8(pair.privateKey)
  service = await oidcService({
    redirectUris: [back],
    afterLogout: ['http://localhost/sign-in'],
    clientKey: { ...(await exportJWK(pair.publicKey)), alg: 'RS256', use: 'sig' },
    claims: ['employee_number', 'department', 'groups'],
  })
  site = await siteWith()
  for (const person of [author, head, officer]) await site.as(person)
})
afterAll(() => service.close())
beforeEach(() => site.as(people.resident))

const mailOf = (id: string) => ({ email: `${id}@example.jp`, email_verified: true })
const mfa = { amr: ['pwd', 'mfa'] }

/** From the button to the address with which the service sends the browser back. */
async function leave(to = site): Promise<URL> {
  const answer = await to.post('/sign-in/sso', { onward: '/desk/plans' })
  expect(answer.status).toBe(303)
  return service.follow(must(answer.headers.get('location'), 'a way to the service'))
}
const arrive = (url: URL, to = site) => to.get(`${url.pathname}${url.search}`)
const through = async (to = site) => (await arrive(await leave(to), to)).headers.get('location')
const inside = async (to = site) => (await to.get('/desk')).status === 200

describe('the city’s directory', () => {
  test('lets in whom it names and the roster knows, with PKCE and a signed assertion', async () => {
    service.signedIn({ sub: 'dir-1', ...mailOf(author.id), ...mfa })
    const answer = await site.post('/sign-in/sso', { onward: '/desk/plans' })
    const asked = new URL(answer.headers.get('location') ?? '')
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256')
    expect(asked.searchParams.get('nonce')).toMatch(/^[\w-]{43}$/)
    expect(asked.searchParams.get('state')).toMatch(/^[\w-]{43}$/)
    const came = await arrive(await service.follow(asked.href))
    expect(came.headers.get('location')).toBe('/desk/plans')
    expect(await site.text('/desk/account')).toContain(author.name)
    const facts = await site.db
      .selectFrom('ledger')
      .select('fact')
      .where('subject_id', '=', author.id)
      .where('fact', '=', 'staff.directory-linked')
      .execute()
    expect(facts).toHaveLength(1)
  })

  test('is told when one signs out, and gets the token back as the proof of who', async () => {
    service.signedIn({ sub: 'dir-1', ...mailOf(author.id), ...mfa })
    await through()
    const out = await site.post('/sign-out')
    const farewell = new URL(out.headers.get('location') ?? '')
    expect(farewell.origin).toBe(service.issuer)
    expect(farewell.searchParams.get('id_token_hint')).toMatch(/^eyJ/)
    expect(farewell.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost/sign-in')
    expect(await inside()).toBe(false)
  })

  test('counts for two factors only when it says so; else ours is asked', async () => {
    service.signedIn({ sub: 'dir-1', ...mailOf(author.id), amr: ['pwd'] })
    expect(await through()).toBe('/sign-in/second')
    expect(await inside()).toBe(false)
  })

  test('is not begun by an address alone', async () => {
    const answer = await site.get('/sign-in/sso')
    expect(answer.status).toBe(404)
    const init = {
      method: 'POST',
      headers: {
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
    }
    expect((await site.site.request('http://localhost/sign-in/sso', init)).status).toBe(403)
  })
})

describe('the way back is refused', () => {
  const failed = '/sign-in?said=ssoFailed'
  beforeEach(() => service.signedIn({ sub: 'dir-1', ...mailOf(author.id), ...mfa }))

  test.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['no issuer, of a service that always says it', (url: URL) => url.searchParams.delete('iss')],
    ['another code', (url: URL) => url.searchParams.set('code', 'x')],
    [
      'an error',
      (url: URL) => {
        url.searchParams.delete('code')
        url.searchParams.set('error', 'access_denied')
      },
    ],
  ])('with %s', async (_what, change) => {
    const url = await leave()
    change(url)
    expect((await arrive(url)).headers.get('location')).toBe(failed)
    expect(await inside()).toBe(false)
  })

  test('to a browser that never left, and a second time', async () => {
    const url = await leave()
    const other = await siteWith()
    expect((await arrive(url, other)).headers.get('location')).toBe(failed)
    expect((await arrive(url)).headers.get('location')).toBe('/desk/plans')
    expect((await arrive(url)).headers.get('location')).toBe(failed)
  })

  test('with the journey of another browser in its cookie', async () => {
    const other = await siteWith()
    const mine = await leave()
    await leave(other)
    expect((await arrive(mine, other)).headers.get('location')).toBe(failed)
  })
})

describe('nobody gets in or gets more than the roster and the table say', () => {
  const unknown = '/sign-in?said=ssoUnknown'

  test.each([
    [
      'a stranger',
      { sub: 's-1', email: 'stranger@example.jp', email_verified: true, name: '来た人' },
    ],
    ['an address that is not verified', { sub: 's-2', email: `${head.id}@example.jp` }],
    [
      'another subject with the address of a colleague who is linked',
      { sub: 's-3', ...mailOf(author.id) },
    ],
    [
      'a group that the table does not know',
      { sub: 's-4', ...mailOf('x'), groups: ['administrator', 'constructor', '__proto__'] },
    ],
  ])('%s', async (_who, person) => {
    service.signedIn({ ...person, ...mfa })
    expect(await through()).toBe(unknown)
    expect(await inside()).toBe(false)
    const left = await site.db
      .selectFrom('staff_account')
      .select('id')
      .where('account_id', '=', person.sub)
      .execute()
    expect(left).toEqual([])
  })

  test('a domain that the city trusts needs no mark of verification; another still does', async () => {
    const trusting = await siteWith({ trustedDomains: ['example.jp'] })
    service.signedIn({ sub: 'dir-2', email: `${head.id}@example.jp`, ...mfa })
    expect(await through(trusting)).toBe('/desk/plans')
    service.signedIn({ sub: 's-5', email: `${officer.id}@example.com`, ...mfa })
    expect(await through(trusting)).toBe(unknown)
  })

  test('somebody who has left is refused, whatever their groups', async () => {
    const { db } = site
    service.signedIn({ sub: 'dir-3', ...mailOf(officer.id), groups: ['CN=kyodo'], ...mfa })
    await db
      .updateTable('staff_person')
      .set({ left_on: '2013-01-31' })
      .where('user_id', '=', officer.id)
      .execute()
    expect(await through()).toBe(unknown)
    await db
      .updateTable('staff_person')
      .set({ left_on: null })
      .where('user_id', '=', officer.id)
      .execute()
  })

  test('groups give roles by the table, and take them when they are gone', async () => {
    const rolesOf = async () =>
      (
        await site
          .ctx(author)
          .db.selectFrom('staff_duty')
          .select('role')
          .where('user_id', '=', officer.id)
          .where('granted_by', '=', 'sys_directory')
          .execute()
      ).map((d) => d.role)
    service.signedIn({
      sub: 'dir-3',
      ...mailOf(officer.id),
      groups: ['CN=audit', 'CN=other'],
      ...mfa,
    })
    expect(await through()).toBe('/desk/plans')
    expect(await rolesOf()).toEqual(['auditor'])
    await site.as(people.resident)
    service.signedIn({ sub: 'dir-3', ...mailOf(officer.id), groups: [], ...mfa })
    expect(await through()).toBe('/desk/plans')
    expect(await rolesOf()).toEqual([])
  })

  test('opens an account where the city says so: with the section and the role, and no password', async () => {
    const creating = await siteWith({ admit: 'create' })
    service.signedIn({
      sub: 'dir-9',
      email: 'shinjin@example.jp',
      email_verified: true,
      name: '新人',
      employee_number: '0099',
      department: officer.department,
      groups: [],
      ...mfa,
    })
    expect(await through(creating)).toBe('/desk/plans')
    expect(await creating.text('/desk/account')).toContain(officer.department)
    const wrong = await creating.site.request('http://localhost/sign-in', {
      method: 'POST',
      headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email: 'shinjin@example.jp', password: '' }),
    })
    expect(wrong.status).toBe(422)
    expect(creating.bugs).toEqual([])
  })
})
