import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oidcClient } from '#platform/oidc.ts'
import { isPublicAddress, outgoing } from '#platform/outgoing.ts'
import { browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'

/** A server of this machine that counts who asks it. */
async function server(answer: RequestListener) {
  const asked: string[] = []
  const http = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  const close = () => {
    http.closeAllConnections()
    http.close()
  }
  return { url: `http://localhost:${port}`, port, asked, close }
}

type Server = Awaited<ReturnType<typeof server>>
/** What lies within the city hall and is nobody's business outside. */
let inner: Server
/** The service that the configuration names; it answers as a test wants it to. */
let named: Server
let say: RequestListener
beforeAll(async () => {
  inner = await server((_request, response) => response.end('{"secret":"inner"}'))
  named = await server((request, response) => say(request, response))
})
afterAll(() => {
  inner.close()
  named.close()
})

describe('an address is of the public internet, or it is not', () => {
  test.each([
    ['8.8.8.8', true],
    ['203.0.112.255', true],
    ['172.15.255.255', true],
    ['172.32.0.1', true],
    ['100.63.255.255', true],
    ['2400:4050::1', true],
    ['0.0.0.0', false],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['127.0.0.1', false],
    ['127.255.255.254', false],
    ['169.254.169.254', false],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['192.168.1.1', false],
    ['198.19.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::a9fe:a9fe', false],
    ['2002:7f00:1::', false],
    ['2001:db8::1', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['ff02::1', false],
    ['localhost', false],
    ['', false],
  ])('%s: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic)
  })
})

describe('from an address that the configuration names', () => {
  const refused = (why: RegExp) => ({
    name: 'OutgoingRefused',
    message: expect.stringMatching(why),
  })

  test.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'https://localhost:PORT/',
    'https://127.0.0.1:PORT/',
    'https://2130706433:PORT/',
    'https://0x7f.1:PORT/',
    'https://017700000001:PORT/',
    'https://127.1:PORT/',
    'https://[::1]:PORT/',
    'https://[::ffff:127.0.0.1]:PORT/',
    'https://169.254.169.254/latest/meta-data/',
    'https://user:password@named.example/',
    'http://named.example/',
    'file:///etc/passwd',
    'ftp://named.example/',
    'data:application/json,{}',
  ])('nobody is led on to %s', async (address) => {
    const to = address.replace('PORT', String(inner.port))
    for (const from of ['https://named.example', named.url])
      await expect(outgoing(from)(to)).rejects.toMatchObject(refused(/./))
    expect(inner.asked).toEqual([])
  })

  test.each([301, 302, 303, 307, 308])(
    'no redirect %i is followed, to wherever',
    async (status) => {
      for (const location of [inner.url, `${named.url}/elsewhere`, '/elsewhere']) {
        say = (_request, response) => response.writeHead(status, { location }).end()
        const before = named.asked.length
        await expect(outgoing(named.url)(`${named.url}/papers`)).rejects.toMatchObject(
          refused(/redirect/),
        )
        expect(named.asked.slice(before)).toEqual(['/papers'])
      }
      expect(inner.asked).toEqual([])
    },
  )

  const hasty = { whole: 300, bytes: 100_000 }

  test('no silence is waited out: neither of a server that says nothing, nor of one that never ends', async () => {
    for (const answer of [
      () => undefined,
      (_request, response) => void response.writeHead(200).write('{'),
    ] as readonly RequestListener[]) {
      say = answer
      await expect(outgoing(named.url, hasty)(named.url)).rejects.toMatchObject(refused(/in time/))
    }
  })

  test('no answer is read beyond its measure, whatever length it tells', async () => {
    let sent = 0
    let hungUp = false
    for (const told of [undefined, 10, 10 ** 12]) {
      say = (_request, response) => {
        response.writeHead(200, told === undefined ? {} : { 'content-length': told })
        const more = () => {
          if (response.destroyed || response.writableEnded) return
          sent += 65_536
          if (response.write(Buffer.alloc(65_536))) setImmediate(more)
          else response.once('drain', more)
        }
        response
          .on('error', () => undefined)
          .on('close', () => {
            hungUp = true
          })
        more()
      }
      const answer = outgoing(named.url, { whole: 20_000, bytes: 100_000 })(named.url)
      // A length that is too short is the end of what is read.
      if (told === 10) expect((await (await answer).arrayBuffer()).byteLength).toBe(10)
      else await expect(answer).rejects.toMatchObject(refused(/more than 100000 bytes/))
    }
    expect(hungUp).toBe(true)
    // What lies in buffers on the way, and no gigabyte.
    expect(sent).toBeLessThan(64 * 2 ** 20)
  })

  test('what it says is handed on as it is, faults of it as well', async () => {
    say = (_request, response) =>
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"a":1}')
    const answer = await outgoing(named.url)(named.url)
    expect([answer.status, await answer.json()]).toEqual([404, { a: 1 }])
  })
})

describe('a service that would send us elsewhere', () => {
  const papers = () => ({
    issuer: named.url,
    authorization_endpoint: `${named.url}/auth`,
    token_endpoint: `${named.url}/token`,
    jwks_uri: `${named.url}/jwks`,
    userinfo_endpoint: `${named.url}/me`,
    id_token_signing_alg_values_supported: ['RS256'],
  })
  const json = (said: object) => (_request: unknown, response: Parameters<RequestListener>[1]) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  const back = 'http://localhost/back'

  test.each(['token_endpoint', 'jwks_uri', 'userinfo_endpoint'])(
    'by the %s of its papers gets no answer from within the house',
    async (paper) => {
      const { privateKey, publicKey } = await generateKeyPair('RS256')
      const keys = { keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'a' }] }
      const client = oidcClient({ issuer: named.url, clientId: 'us', scopes: ['openid'] })
      let nonce = ''
      say = (request, response) => {
        const { pathname } = new URL(request.url ?? '/', named.url)
        if (pathname.startsWith('/.well-known/'))
          return json({ ...papers(), [paper]: `${inner.url}/${paper}` })(request, response)
        if (pathname === '/jwks') return json(keys)(request, response)
        const now = Math.floor(Date.now() / 1000)
        void new SignJWT({ nonce, sub: 'p', iss: named.url, aud: 'us', iat: now, exp: now + 60 })
          .setProtectedHeader({ alg: 'RS256', kid: 'a' })
          .sign(privateKey)
          .then((token) =>
            json({ access_token: 'a', token_type: 'Bearer', id_token: token })(request, response),
          )
      }
      const { flow } = await client.begin(back)
      nonce = flow.nonce
      const answer = new URLSearchParams({ state: flow.state, code: 'c', iss: named.url })
      await expect(client.finish(answer, flow, back)).rejects.toMatchObject({ name: 'OidcRefused' })
      expect(inner.asked).toEqual([])
    },
  )

  test('by a redirect of its papers as little', async () => {
    say = (_request, response) => response.writeHead(302, { location: inner.url }).end()
    const client = oidcClient({ issuer: named.url, clientId: 'us', scopes: ['openid'] })
    await expect(client.begin(back)).rejects.toMatchObject({ name: 'OidcRefused' })
    expect(inner.asked).toEqual([])
  })
})

test('a link that somebody writes is kept and shown, and never visited', async () => {
  const site = await browser()
  await site.as(people.author)
  const links = `庁内の資料 ${inner.url}/internal`
  const draft = { title: '便り', body: `${inner.url}/body`, links, district: '', topics: '' }
  const answer = await site.post('/desk/newsletters/new', draft)
  expect(answer.status).toBeLessThan(500)
  const page = answer.headers.get('location')
  if (page) expect((await site.get(page)).status).toBe(200)
  expect(inner.asked).toEqual([])
  expect(site.bugs).toEqual([])
})

test('there is one door out: no other file of the server asks anybody by HTTP', () => {
  const ours = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)(testing|islands)\//.test(file),
  )
  const asks =
    /\b(?:globalThis\.)?(?<!\.)fetch\(|from '(?:node:)?(?:https?|http2|tls|dgram|undici|axios)'|new (?:WebSocket|EventSource|XMLHttpRequest)\(/
  const doors = ours.filter((file) => asks.test(readFileSync(`src/${file}`, 'utf8')))
  expect(doors).toEqual(['platform/outgoing.ts'])
})
