import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { pageCache } from './page-cache.ts'

function site() {
  let rendered = 0
  const cache = pageCache({ keyOf: (c) => c.req.url })
  const app = new Hono()
    .use(cache.middleware)
    .get('/page', (c) => c.html(`<p>${++rendered}</p>`))
    .get('/private', (c) => c.html(`<p>${++rendered}</p>`, 200, { 'cache-control': 'no-store' }))
    .get('/cookie', (c) => c.html(`<p>${++rendered}</p>`, 200, { 'set-cookie': 'a=b' }))
    .get('/gone', (c) => c.html(`<p>${++rendered}</p>`, 404))
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  const text = async (path: string) => (await get(path)).text()
  return { cache, get, text }
}

test('a page is rendered once, until something happens', async () => {
  const { cache, text } = site()
  expect([await text('/page'), await text('/page')]).toEqual(['<p>1</p>', '<p>1</p>'])
  cache.empty()
  expect(await text('/page')).toBe('<p>2</p>')
})

test.each(['/private', '/cookie', '/gone'])('%s is never kept', async (path) => {
  const { text } = site()
  expect([await text(path), await text(path)]).toEqual(['<p>1</p>', '<p>2</p>'])
})

test('a browser that has the page is told so, a CDN may keep it for a minute', async () => {
  const { get } = site()
  const first = await get('/page')
  const etag = first.headers.get('etag') ?? ''
  expect(first.headers.get('cache-control')).toContain('s-maxage=60')
  const again = await get('/page', { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('the first, the second and every later answer say the same in each encoding', async () => {
  const { get } = site()
  for (let round = 0; round < 3; round += 1) {
    const br = await get('/page', { 'accept-encoding': 'gzip, br' })
    expect(br.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe('<p>1</p>')
    const gz = await get('/page', { 'accept-encoding': 'gzip' })
    expect(gunzipSync(Buffer.from(await gz.arrayBuffer())).toString()).toBe('<p>1</p>')
  }
})

test('a page that was being rendered while something happened is not kept', async () => {
  const cache = pageCache({ keyOf: (c) => c.req.url })
  let said = 'as it was'
  const app = new Hono().use(cache.middleware).get('/', (c) => {
    const html = said
    said = 'as it is'
    cache.empty()
    return c.html(html)
  })
  expect(await (await app.request('/')).text()).toBe('as it was')
  expect(await (await app.request('/')).text()).toBe('as it is')
})
