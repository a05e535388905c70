import { expect, test } from 'vitest'
import { browser } from '#testing/browser.ts'

const token = 'a token that only the tests and Prometheus know'

test('figures of the machine are read with the token, and with no other', async () => {
  const site = await browser('2013-02-01T09:00:00+09:00', undefined, { metricsToken: token })
  const status = async (authorization?: string) =>
    (await site.get('/metrics', authorization ? { authorization } : {})).status
  expect(await status()).toBe(404)
  expect(await status(token)).toBe(404)
  expect(await status(`Bearer ${token}x`)).toBe(404)
  expect(await status('Bearer ')).toBe(404)
  const answer = await site.get('/metrics', { authorization: `Bearer ${token}` })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('tomoni_http_seconds')
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('without a token set there is nothing to read', async () => {
  const site = await browser()
  expect((await site.get('/metrics', { authorization: 'Bearer undefined' })).status).toBe(404)
})
