import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { oidcClient } from './oidc.ts'

/** A service that lies as the test wants it to: no certified one would. */
const server = createServer()
let issuer = ''
let token = ''
let sign: (claims: object, other?: boolean) => Promise<string>

beforeAll(async () => {
  const [own, foreign] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const jwks = { keys: [{ ...(await exportJWK(own.publicKey)), alg: 'RS256', kid: 'a' }] }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const said: Readonly<Record<string, () => object>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    }),
    '/jwks': () => jwks,
    '/token': () => ({ access_token: 'a', token_type: 'Bearer', id_token: token }),
  }
  server.on('request', (request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(said[request.url ?? '']?.() ?? {}))
  })
  sign = (claims, other = false) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'a' })
      .sign(other ? foreign.privateKey : own.privateKey)
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

const back = 'http://localhost/back'
const seconds = () => Math.floor(Date.now() / 1000)
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

async function finish(change: object, make: (claims: object) => Promise<string> = sign) {
  const client = oidcClient({ issuer, clientId: 'us', scopes: ['openid'] })
  const { flow } = await client.begin(back)
  const now = seconds()
  const sound = { iss: issuer, aud: 'us', sub: 'p', nonce: flow.nonce, iat: now, exp: now + 60 }
  token = await make({ ...sound, ...change })
  const answer = new URLSearchParams({ state: flow.state, code: 'c', iss: issuer })
  return client.finish(answer, flow, back)
}

test('a sound token names the person', async () => {
  expect((await finish({})).claims.sub).toBe('p')
})

test.each([
  ['another nonce', { nonce: 'another' }],
  ['no nonce', { nonce: undefined }],
  ['another audience', { aud: 'them' }],
  ['two audiences, made out to the other', { aud: ['us', 'them'], azp: 'them' }],
  ['another issuer', { iss: 'https://evil.example' }],
  ['an end that has passed', { exp: 1 }],
  ['nobody', { sub: undefined }],
])('a token with %s is refused', async (_what, change) => {
  await expect(finish(change)).rejects.toMatchObject({ name: 'OidcRefused' })
})

test('a token of another key, without signature, or signed with the secret is refused', async () => {
  const secret = new TextEncoder().encode('x'.repeat(32))
  const ways = [
    (claims: object) => sign(claims, true),
    async (claims: object) => `${part({ alg: 'none' })}.${part(claims)}.`,
    (claims: object) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).sign(secret),
  ]
  for (const way of ways)
    await expect(finish({}, way)).rejects.toMatchObject({ name: 'OidcRefused' })
})
