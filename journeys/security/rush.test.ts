import { beforeAll, beforeEach, expect, test } from 'vitest'
import { must } from '#platform/must.ts'
import { leadingZeros, proofHash } from '#platform/proof-of-work.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { BadSetting, readConfig } from '../../src/config.ts'
import { readRush } from '../../src/rush-terms.ts'
import { formsIn, readable } from '../support/html.ts'

/**
 * The public forms of residents under attack: from many networks at once, so that no limit of one network
 * sees it. Work is asked for, nothing typed is lost, and there is a way without script.
 */
const secret = 'k3Jx9-Qw7Lm2Zp5Vt8Rb1Nc4Yd6Hf0Sg'
const start = '2026-11-22T09:00:00+09:00'
const later = (seconds: number) => new Date(+new Date(start) + seconds * 1000).toISOString()
let here: Browser
/** A second process of the same city. */
let there: Browser
/** Each answer to a wrong password costs what a right one does: where it is counted, ten of them say it as well. */
const rush = readRush('resident.password=10')
beforeAll(async () => {
  here = await browser(start, undefined, { rush })
  there = await browser(start, undefined, { rush })
})
beforeEach(async () => {
  for (const site of [here, there]) site.at(start)
  await here.db.deleteFrom('limit_count').execute()
})

type Typed = Readonly<Record<string, string>>
const send = (site: Browser, path: string, fields: Typed, from: string) =>
  site.site.request(
    `http://localhost${path}`,
    {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: 'http://localhost' },
    },
    { incoming: { socket: { remoteAddress: from, remotePort: 1, remoteFamily: 'IPv4' } } },
  )

test('a city that expects more says so, and nobody is kept waiting before that', async () => {
  const rush = readRush('resident.mail=3, moderation.flag=300')
  expect(rush).toMatchObject({ 'resident.mail': 3, 'resident.follow': 60, 'moderation.flag': 300 })
  const busy = await browser(start, undefined, { rush })
  const typed = { mail: 'a@example.jp' }
  for (let n = 0; n < 3; n += 1) await send(busy, '/account/mail', {}, `203.0.113.${n}`)
  const page = await (await send(busy, '/account/mail', typed, '198.51.100.1')).text()
  expect(page).toContain('name="proof"')
  for (const wrong of ['resident.mail', 'resident.mail=0', 'resident.mail=x', 'other=5'])
    expect(() => readRush(wrong), wrong).toThrow('TOMONI_RUSH')
  expect(() => readConfig({ TOMONI_RUSH: 'other=5', TOMONI_SECRET: secret })).toThrow(BadSetting)
})

const forms: readonly (readonly [path: string, points: number, typed: Typed])[] = [
  ['/follow', 60, { item: 'itm_x', reach: 'mail', mail: 'a@example.jp' }],
  ['/r', 120, { number: 'A-1234', phrase: '山 川 海 空' }],
  ['/account/mail', 60, { mail: 'a@example.jp' }],
  ['/account/code', 120, { id: 'cod_x', code: '123456' }],
  ['/account/password', 10, { mail: 'a@example.jp', password: 'x' }],
  ['/newsletters/subscribe', 60, { mail: 'a@example.jp', agree: 'yes', language: 'ja' }],
]
/** As if so many had come: each from a network of its own. */
async function attack(path: string, points: number) {
  // Nothing typed: refused by the form itself, and counted all the same.
  for (let n = 0; n < points; n += 1) await send(here, path, {}, `203.0.${n >> 8}.${n & 255}`)
}
const work = (token: string) => {
  for (let n = 0; ; n++) if (leadingZeros(proofHash(token, String(n))) >= 16) return String(n)
}
const stepIn = (html: string, path: string) =>
  must(
    formsIn(html, path).find(({ action }) => action === path),
    'the form',
  )

test.each(forms)(
  '%s in calm times asks nobody, and sends no script',
  async (path, _points, typed) => {
    const answer = await send(here, path, typed, '198.51.100.1')
    expect(await answer.text()).not.toContain('name="proof"')
  },
)

test.each(forms)(
  '%s under attack asks for work, of both processes, once, and keeps what was typed',
  async (path, points, typed) => {
    const calm = await send(there, path, typed, '198.51.100.9')
    await attack(path, points)
    const asked = await send(there, path, typed, '198.51.100.1')
    expect(asked.status).toBe(422)
    expect(asked.headers.get('cache-control')).toBe('no-store')
    const page = await asked.text()
    expect(page).toContain('/assets/proof.js')
    expect(readable(page)).toContain('窓口')
    const sent = Object.fromEntries(stepIn(page, path).fields)
    expect(sent).toMatchObject(typed)
    const proven = { ...sent, answer: work(must(sent.proof, 'a token')) }
    const done = await send(there, path, proven, '198.51.100.1')
    // What the form says itself, as in calm times.
    expect(done.status).toBe(calm.status)
    expect(await done.text()).not.toContain('name="proof"')
    expect(await (await send(here, path, proven, '198.51.100.2')).text()).toContain('name="proof"')
  },
)

test('an answer that is none is said so, and what was typed goes along', async () => {
  const [path, points, typed] = must(forms[2], 'a form')
  await attack(path, points)
  const sent = { ...typed, proof: 'x', answer: '1' }
  const page = await (await send(here, path, sent, '198.51.100.1')).text()
  expect(readable(page)).toContain('確かめられませんでした')
  expect(page).toContain('value="a@example.jp"')
})

test('without script one waits a minute, fetches a number and types it', async () => {
  const [path, points, typed] = must(forms[5], 'a form')
  await attack(path, points)
  const page = await (await send(here, path, typed, '198.51.100.1')).text()
  const slow = must(/href="(\/wait\/newsletters\.subscribe\?proof=[^"]+)"/.exec(page)?.[1], 'a way')
  const early = await here.get(slow)
  expect(early.headers.get('refresh')).toBe('20')
  expect(await early.text()).not.toMatch(/class="request">\d{6}</)
  here.at(later(61))
  const code = /class="request">(\d{6})</.exec(await here.text(slow))?.[1]
  const sent = { ...Object.fromEntries(stepIn(page, path).fields), answer: must(code, 'the code') }
  const done = await send(here, path, sent, '198.51.100.1')
  expect(done.headers.get('location')).toMatch(/^\/newsletters\/confirm\//)
})

test('a proof of one form opens no other', async () => {
  await attack('/account/mail', 60)
  await attack('/follow', 60)
  const page = await (
    await send(here, '/account/mail', { mail: 'a@example.jp' }, '198.51.100.1')
  ).text()
  const proof = must(Object.fromEntries(stepIn(page, '/account/mail').fields).proof, 'a token')
  const answer = await send(here, '/follow', { proof, answer: work(proof) }, '198.51.100.1')
  expect(await answer.text()).toContain('name="proof"')
})

test('it is over after ten minutes', async () => {
  await attack('/account/mail', 60)
  here.at(later(600))
  const answer = await send(here, '/account/mail', { mail: 'a@example.jp' }, '198.51.100.1')
  expect(answer.status).toBe(303)
})

test('what a program typed is text on the page, never more', async () => {
  await attack('/account/mail', 60)
  const typed = { mail: '"><script>alert(1)</script>', '"><b>': 'x' }
  const page = await (await send(here, '/account/mail', typed, '198.51.100.1')).text()
  expect(page).not.toContain('<script>alert')
  expect(page).not.toContain('<b>')
  expect([...here.bugs, ...there.bugs]).toEqual([])
})

test.each(['/en', '/ko', '/easy'])('%s says it in that language', async (language) => {
  await attack('/account/mail', 60)
  const typed = { mail: 'a@example.jp' }
  const page = await (await send(here, `${language}/account/mail`, typed, '198.51.100.1')).text()
  expect(page).toContain('name="proof"')
  expect(page).not.toContain('送る前に、もう1つだけ')
})
