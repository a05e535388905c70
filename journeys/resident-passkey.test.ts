import { beforeEach, expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { authenticator } from './support/authenticator.ts'
import { readable } from './support/html.ts'
import { codeFor, enter, idOf, led, machine, sendFrom } from './support/residents.ts'

const noon = '2013-03-10T12:00:00+09:00'
let site: Browser
let key: ReturnType<typeof authenticator>
beforeEach(async () => {
  site = await machine(noon)
  await enter(site, `${crypto.randomUUID()}@example.jp`)
  key = authenticator()
})

interface Asked {
  readonly challenge: string
  readonly user: { readonly id: string; readonly name: string }
  readonly allowCredentials?: readonly unknown[]
  readonly userVerification?: string
}

/** The question of a page, as the island asks for it. */
const ask = async (from: Browser, page: string): Promise<Asked> => {
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(await from.text(page)) ?? []
  const path = page === '/account' ? '/account/passkey/ask' : '/me/passkeys/ask'
  return (await (await from.post(path, { csrf })).json()) as Asked
}
const add = async (name = '台所のタブレット', to = site, device = key) => {
  const response = device.make(await ask(to, '/me/passkeys'))
  return sendFrom(to, '/me/passkeys', /\/me\/passkeys$/, { name, response })
}
const give = (to: Browser, response: string) =>
  sendFrom(to, '/account', /\/account\/passkey$/, { response })
const factsOf = async (id: string) =>
  (
    await site.db
      .selectFrom('ledger')
      .select('fact')
      .where('subject_id', '=', id)
      .orderBy('seq')
      .execute()
  ).map(({ fact }) => fact)

test('a key is added, its owner is told, and it lets in elsewhere without anything else', async () => {
  const id = await idOf(site)
  expect(led(await add())).toBe('/me/passkeys?done=added')
  const page = readable(await site.text('/me/passkeys'))
  expect(page).toContain('台所のタブレット')
  expect(page).toContain('平成25年3月10日(日)に加えました')
  expect(readable(await site.text('/me/notices'))).toContain('パスキーを加えました')

  const other = await machine('2013-03-11T12:00:00+09:00')
  const asked = await ask(other, '/account')
  // The question is the same for everybody: it names nobody, and no key.
  expect(asked).toMatchObject({ userVerification: 'required' })
  expect(asked.allowCredentials ?? []).toEqual([])
  expect(led(await give(other, key.sign(asked)))).toBe('/me')
  expect(await idOf(other)).toBe(id)
  expect(readable(await other.text('/me/passkeys'))).toContain(
    '最後に使ったのは平成25年3月11日(月)です',
  )
  expect(await factsOf(id)).toEqual(
    expect.arrayContaining([
      'resident.passkey-asked',
      'resident.passkey-added',
      'resident.signed-in',
    ]),
  )
})

test('a removed key lets nobody in; another person’s key cannot be removed', async () => {
  await add()
  const thief = await machine(noon)
  await enter(thief, 'thief@example.jp')
  const { id } = await site.db
    .selectFrom('resident_passkey')
    .select('id')
    .where('resident_id', '=', await idOf(site))
    .executeTakeFirstOrThrow()
  await add('泥棒の電話', thief, authenticator())
  const page = await thief.text('/me/passkeys')
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(page) ?? []
  expect((await thief.post(`/me/passkeys/${id}/remove`, { csrf })).status).toBe(404)
  expect(led(await sendFrom(site, '/me/passkeys', /\/remove$/))).toBe('/me/passkeys?done=removed')
  const other = await machine(noon)
  expect((await give(other, key.sign(await ask(other, '/account')))).status).toBe(422)
})

test.each([
  ['of a look-alike site', { origin: 'http://localhost.example' }],
  ['of a device that did not make sure of its owner', { isVerified: false }],
  ['that says it is somebody else’s', { owner: 'res_somebodyelse' }],
])('an answer %s is refused, in the words for every wrong answer', async (_what, ways) => {
  await add()
  const other = await machine(noon)
  const answer = await give(other, key.sign(await ask(other, '/account'), ways))
  expect(answer.status).toBe(422)
  const unknown = await give(
    other,
    authenticator().sign(await ask(other, '/account'), { owner: 'res_x' }),
  )
  expect(await answer.text()).toBe(await unknown.text())
  expect(led(await other.get('/me'))).toBe('/account')
})

test('a question is answered once, within five minutes, in the browser that was asked', async () => {
  await add()
  const other = await machine(noon)
  const asked = await ask(other, '/account')
  expect((await give(other, 'not json')).status).toBe(422)
  expect((await give(other, key.sign(asked))).status, 'spent by the wrong answer').toBe(422)

  const late = await ask(other, '/account')
  other.later('2013-03-10T12:05:01+09:00')
  expect((await give(other, key.sign(late))).status, 'too late').toBe(422)

  const elsewhere = await machine(noon)
  await ask(elsewhere, '/account')
  expect((await give(elsewhere, key.sign(await ask(other, '/account')))).status).toBe(422)
  // A question for adding is none for signing in.
  const toAdd = await ask(site, '/me/passkeys')
  expect(
    (await sendFrom(site, '/me/passkeys', /\/me\/passkeys$/, { response: key.sign(toAdd) })).status,
  ).toBe(422)
})

test('a counter that goes back, as that of a copied key does, is refused', async () => {
  await add()
  const other = await machine(noon)
  expect((await give(other, key.sign(await ask(other, '/account'), { counter: 9 }))).status).toBe(
    303,
  )
  const copy = await machine(noon)
  expect((await give(copy, key.sign(await ask(copy, '/account'), { counter: 9 }))).status).toBe(422)
  expect((await give(copy, key.sign(await ask(copy, '/account'), { counter: 3 }))).status).toBe(422)
  expect((await give(copy, key.sign(await ask(copy, '/account'), { counter: 10 }))).status).toBe(
    303,
  )
})

test('two answers at the same moment are one', async () => {
  await add()
  const other = await machine(noon)
  const response = key.sign(await ask(other, '/account'))
  const answers = await Promise.all(
    [0, 1].map(() => other.post('/account/passkey', { csrf: '', response })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
})

test('a key of an unverified owner, or one that is known already, is not kept', async () => {
  const unsure = key.make(await ask(site, '/me/passkeys'), { isVerified: false })
  expect(
    (await sendFrom(site, '/me/passkeys', /\/me\/passkeys$/, { response: unsure })).status,
  ).toBe(422)
  await add()
  expect((await add()).status).toBe(422)
  expect(readable(await site.text('/me/security'))).toContain('パスキーが1つあります')
})

test('a closed account leaves no key behind, and the record that one takes along names them', async () => {
  await add()
  const id = await idOf(site)
  const record = JSON.parse(await site.text('/me/data.json'))
  expect(record.passkeys).toEqual([
    { name: '台所のタブレット', addedAt: expect.any(String), lastUsedAt: null },
  ])
  const mail = record.contacts[0].text
  site.later('2013-03-10T12:10:00+09:00')
  const page = led(await sendFrom(site, '/me/close', /\/close\/code$/))
  await sendFrom(site, page, /\/me\/close$/, { code: await codeFor(site.db, mail) })
  const left = await site.db
    .selectFrom('resident_passkey')
    .select('id')
    .where('resident_id', '=', id)
    .execute()
  expect(left).toEqual([])
})

test('ten minutes after a sign-in nobody adds a key, a password or a new address without a fresh code', async () => {
  const id = await idOf(site)
  const mail = JSON.parse(await site.text('/me/data.json')).contacts[0].text as string
  const early = await site.text('/me/passkeys')
  const other = await machine('2013-03-10T12:05:00+09:00')
  await enter(other, mail)
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(early) ?? []
  site.later('2013-03-10T12:10:00+09:00')

  const pages = ['/me/passkeys', '/me/security', '/me/contacts']
  for (const page of pages)
    expect(readable(await site.text(page)), page).toContain('ご本人の確認をして変える')
  expect((await site.post('/me/passkeys/ask', { csrf })).status).toBe(403)
  for (const [path, typed] of [
    ['/me/passkeys', { response: '{}', name: 'x' }],
    ['/me/passkeys/rpk_any/remove', {}],
    ['/me/password', { password: 'twelve letters and more' }],
    ['/me/mail', { mail: 'elsewhere@example.jp' }],
  ] as const)
    expect(led(await site.post(path, { csrf, ...typed })), path).toMatch(/^\/me\/again\?onward=/)
  expect(await factsOf(id)).not.toContain('resident.password-set')

  // The code goes to the address that the account has; what was typed is still there afterwards.
  const asked = led(await sendFrom(site, '/me/again?onward=/me/contacts?kept=1', /\/again\/ask$/))
  expect((await sendFrom(site, asked, /\/me\/again$/, { code: '000000' })).status).toBe(422)
  const back = led(
    await sendFrom(site, asked, /\/me\/again$/, { code: await codeFor(site.db, mail) }),
  )
  expect(back).toBe('/me/contacts?kept=1')
  expect(await site.text(back)).toContain('value="elsewhere@example.jp"')
  expect(led(await add())).toBe('/me/passkeys?done=added')
  expect(await factsOf(id)).toContain('resident.proved-again')

  // Only here, and only for ten minutes.
  other.later('2013-03-10T12:15:00+09:00')
  expect(readable(await other.text('/me/passkeys'))).toContain('ご本人の確認をして変える')
  site.later('2013-03-10T12:20:00+09:00')
  expect(led(await site.post('/me/mail', { csrf, mail: 'a@example.jp' }))).toMatch(/^\/me\/again/)
})

test('nobody is led out of the site, or proves an account with another one’s code', async () => {
  const away = await site.text('/me/again?onward=https://elsewhere.example/')
  expect(away).toContain('name="onward" value="/me"')
  const thief = await machine(noon)
  await enter(thief, 'second-thief@example.jp')
  thief.later('2013-03-10T12:10:00+09:00')
  site.later('2013-03-10T12:10:00+09:00')
  const theirs = led(await sendFrom(thief, '/me/again', /\/again\/ask$/))
  const code = await codeFor(thief.db, 'second-thief@example.jp')
  const given = new URL(theirs, 'http://localhost').searchParams.get('code') ?? ''
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(await site.text('/me/again')) ?? []
  expect(
    (await site.post('/me/again', { csrf, id: given, code, onward: '/me/passkeys' })).status,
  ).toBe(422)
  expect(readable(await site.text('/me/passkeys'))).toContain('ご本人の確認をして変える')
})
