import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readServices, type Service, serviceForm } from '#domains/residents/provider.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { oidcService } from '#testing/oidc.ts'

const back = 'http://localhost/account/services/test/back'
const title = { ja: '試しの窓口', easy: 'ためし', en: 'Test', ko: '시험' }
let provider: Awaited<ReturnType<typeof oidcService>>
let service: Service
let site: Browser

const visiting = async (over: Partial<Service> = {}) =>
  browser('2013-02-20T09:00:00+09:00', await testDatabase(), {
    services: [{ ...service, ...over }],
  })

/** As a browser goes through the provider: to the address on our side to which it is sent back. */
async function through(start: string): Promise<string> {
  const { pathname, search } = await provider.follow(start)
  return `${pathname}${search}`
}
const setOut = async (from: Browser) =>
  (await from.get('/account/services/test')).headers.get('location') ?? ''

describe.each(['client_secret_basic', 'private_key_jwt'])('by %s', (method) => {
  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
    const named = { alg: 'ES256', kid: 'own', use: 'sig' }
    const byKey = method === 'private_key_jwt'
    provider = await oidcService({
      redirectUris: [back],
      ...(byKey
        ? { clientKey: { ...(await exportJWK(publicKey)), ...named } }
        : { clientSecret: 'a-secret-of-the-test' }),
    })
    service = serviceForm.parse({
      name: 'test',
      title,
      issuer: provider.issuer,
      clientId: 'tomoni',
      ...(byKey
        ? { privateKey: { ...(await exportJWK(privateKey)), ...named } }
        : { clientSecret: 'a-secret-of-the-test' }),
    })
    provider.signedIn({ sub: `citizen-${method}`, email: 'real@example.jp', email_verified: true })
    site = await visiting()
  })
  afterAll(() => provider.close())

  test('there and back makes an account, and the next time opens the same', async () => {
    const answer = await site.get(await through(await setOut(site)))
    expect(answer.headers.get('location')).toBe('/me')
    expect((await site.get('/me')).status).toBe(200)
    const again = await visiting()
    await again.get(await through(await setOut(again)))
    const people = await site.db
      .selectFrom('resident_identity')
      .selectAll()
      .where('provider', '=', 'test')
      .execute()
    const own = people.filter((one) => one.subject_mark)
    expect(own.length).toBe(method === 'private_key_jwt' ? 2 : 1)
    // Of what the service says of a person nothing is kept but a mark.
    expect(JSON.stringify(people)).not.toMatch(/citizen|real@/)
  })

  test('it asks with PKCE, state and nonce', async () => {
    const asked = new URL(await setOut(await visiting())).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(asked.get(name)?.length).toBeGreaterThan(40)
  })

  test('an answer with another state, in another browser, or for the second time lets nobody in', async () => {
    const first = await visiting()
    const answer = await through(await setOut(first))
    expect((await first.get(answer.replace(/state=[^&]+/, 'state=other'))).status).toBe(422)
    const other = await visiting()
    expect((await other.get(answer)).status).toBe(422)
    const third = await visiting()
    const good = await through(await setOut(third))
    expect((await third.get(good)).status).toBe(303)
    expect((await third.get(good)).status).toBe(422)
  })

  test('another issuer in the answer, or a wrong client key, lets nobody in', async () => {
    const first = await visiting()
    const answer = await through(await setOut(first))
    expect(
      (await first.get(`${answer.replace(/&?iss=[^&]+/, '')}&iss=https://evil.example`)).status,
    ).toBe(422)
    const wrong = await visiting(
      service.privateKey
        ? {
            privateKey: {
              ...(await exportJWK(
                (
                  await generateKeyPair('ES256', { extractable: true })
                ).privateKey,
              )),
              alg: 'ES256',
              kid: 'own',
            },
          }
        : { clientSecret: 'another-secret' },
    )
    expect((await wrong.get(await through(await setOut(wrong)))).status).toBe(422)
    expect((await wrong.get('/me')).status).toBe(303)
  })
})

test('a service over plain http, or without any proof of the client, is refused at the start', () => {
  const given = {
    name: 'x',
    title,
    issuer: 'http://id.example.jp',
    clientId: 'a',
    clientSecret: '12345678',
  }
  expect(() => readServices(JSON.stringify([given]))).toThrow('https')
  expect(() =>
    readServices(
      JSON.stringify([{ ...given, issuer: 'https://id.example.jp', clientSecret: undefined }]),
    ),
  ).toThrow()
  expect(() => readServices(JSON.stringify([{ ...given, script: 'x' }]))).toThrow()
})
