import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { honeypot } from '#platform/honeypot.ts'
import { must } from '#platform/must.ts'
import { trustedProxies } from '#platform/network.ts'
import { leadingZeros, proofHash } from '#platform/proof-of-work.ts'
import { type Browser, browser, password } from '#testing/browser.ts'
import { notesToModerate } from '#testing/moderation.ts'
import { people } from '#testing/people.ts'
import { readable } from '../support/html.ts'

const { notes, registry } = notesToModerate()
notes.set('one', { text: 'ことば', author: null })
const start = '2026-11-22T09:00:00+09:00'
let here: Browser
let there: Browser
beforeAll(async () => {
  const over = { moderated: registry, proxies: trustedProxies('10.0.0.1') }
  here = await browser(start, undefined, over)
  // A second process of the same city.
  there = await browser(start, undefined, over)
  await here.as(people.author)
})
beforeEach(async () => {
  for (const site of [here, there]) site.at(start)
  await here.db.deleteFrom('limit_count').execute()
  for (const table of ['moderation_flag', 'moderation_case'] as const)
    await here.db.deleteFrom(table).execute()
})

/** From an address, through the socket as Node gives it to the site. */
function ask(
  site: Browser,
  path: string,
  fields: Readonly<Record<string, string>> | null,
  from: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const init = {
    headers: { origin: 'http://localhost', ...headers },
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  }
  const env = { incoming: { socket: { remoteAddress: from, remotePort: 1, remoteFamily: 'IPv4' } } }
  return site.site.request(`http://localhost${path}`, init, env)
}
const email = `${people.author.id}@example.jp`
const signIn = (site: Browser, from: string, typed: string, headers = {}) =>
  ask(site, '/sign-in', { email, password: typed }, from, headers)
const flagging = { kind: 'test.note', id: 'one', ground: 'insult', note: '' }
const flag = (site: Browser, from: string, more = {}) =>
  ask(site, '/moderation/flag', { ...flagging, ...more }, from)
const flags = async () =>
  (await here.db.selectFrom('moderation_flag').select('id').execute()).length
const later = (seconds: number) => new Date(+new Date(start) + seconds * 1000).toISOString()

describe('guessing a password', () => {
  test('is counted over two processes together, and answered with when to come again', async () => {
    for (let n = 0; n < 8; n++)
      expect((await signIn(n % 2 ? here : there, '203.0.113.5', 'wrong')).status).toBe(422)
    for (const site of [here, there]) {
      const answer = await signIn(site, '203.0.113.5', password)
      expect(answer.status).toBe(429)
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800)
      expect(readable(await answer.text())).toContain('15分')
    }
    // A third, started anew, knows as well.
    const again = await browser(start)
    expect((await signIn(again, '203.0.113.5', password)).status).toBe(429)
  })

  test('by a stranger does not lock the owner out, who comes from elsewhere', async () => {
    for (let n = 0; n < 20; n++) await signIn(here, '203.0.113.5', 'wrong')
    expect((await signIn(here, '198.51.100.7', password)).status).toBe(303)
    expect((await signIn(here, '203.0.113.5', password)).status).toBe(429)
  })

  test('is over when the window is', async () => {
    for (let n = 0; n < 9; n++) await signIn(here, '203.0.113.5', 'wrong')
    here.at(later(15 * 60))
    expect((await signIn(here, '203.0.113.5', password)).status).toBe(303)
  })

  test('through a list of names is held back by network', async () => {
    const ofNetwork = (n: number) =>
      ask(here, '/sign-in', { email: `${n}@example.jp`, password }, '203.0.113.5')
    expect((await ofNetwork(1)).status).toBe(422)
    // As if it had gone on: hashing sixty passwords takes half a minute.
    await here.db.updateTable('limit_count').set({ used: 60 }).execute()
    expect((await ofNetwork(2)).status).toBe(429)
    expect((await signIn(here, '198.51.100.7', password)).status).toBe(303)
  })
})

describe('who says that they are somebody else', () => {
  const forged = (n: number) => ({ 'x-forwarded-for': `198.51.100.${n}` })
  test('is counted as who they are', async () => {
    for (let n = 0; n < 8; n++) await signIn(here, '203.0.113.5', 'wrong', forged(n))
    expect((await signIn(here, '203.0.113.5', password, forged(99))).status).toBe(429)
  })
  test('cannot do so through the proxy either: the last hop counts', async () => {
    const through = (n: number) => ({ 'x-forwarded-for': `198.51.100.${n}, 203.0.113.9` })
    for (let n = 0; n < 8; n++) await signIn(here, '10.0.0.1', 'wrong', through(n))
    expect((await signIn(here, '10.0.0.1', password, through(99))).status).toBe(429)
    const other = { 'x-forwarded-for': '198.51.100.7' }
    expect((await signIn(here, '10.0.0.1', password, other)).status).toBe(303)
  })
  test('where nobody is trusted, the header says nothing', async () => {
    const plain = await browser(start)
    for (let n = 0; n < 8; n++) await signIn(plain, '10.0.0.1', 'wrong', forged(n))
    expect((await signIn(plain, '10.0.0.1', password, forged(99))).status).toBe(429)
  })
})

describe('a public form', () => {
  test('takes five an hour from a network, says so, and loses nothing that was typed', async () => {
    for (let n = 0; n < 5; n++)
      expect((await flag(n % 2 ? here : there, '2001:db8::1')).status).toBe(303)
    const answer = await flag(here, '2001:db8::ffff', { note: '大切なこと' })
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('3600')
    const page = await answer.text()
    expect(page).toContain('大切なこと')
    expect(readable(page)).toContain('60分')
    expect(await flags()).toBe(5)
    expect((await flag(here, '2001:db8:0:1::1')).status).toBe(303)
  })

  test('of many sent at once, five are taken', async () => {
    const answers = await Promise.all(Array.from({ length: 29 }, () => flag(here, '203.0.113.5')))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(5)
    expect(await flags()).toBe(5)
  })

  test('thanks a program that fills in everything, and keeps nothing', async () => {
    const answer = await flag(here, '203.0.113.5', { [honeypot]: 'https://spam.example' })
    expect(answer.headers.get('location')).toBe('/moderation/flag/thanks')
    expect(await flags()).toBe(0)
  })

  test('for something that is not there is not found, and is not counted', async () => {
    expect((await flag(here, '203.0.113.5', { id: 'none' })).status).toBe(404)
    expect((await flag(here, '203.0.113.5', { kind: 'plan.item' })).status).toBe(404)
    expect(await here.db.selectFrom('limit_count').selectAll().execute()).toEqual([])
  })
})

describe('under attack', () => {
  const path = '/moderation/flag?kind=test.note&id=one'
  const attack = async () => {
    for (let n = 0; n < 30; n++) await flag(here, `203.0.113.${n}`)
  }
  const tokenIn = (page: string) => must(/name="proof" value="([^"]+)"/.exec(page)?.[1], 'a token')
  const work = (token: string) => {
    for (let n = 0; ; n++) if (leadingZeros(proofHash(token, String(n))) >= 16) return String(n)
  }
  const calm = async () => (await ask(here, path, null, '198.51.100.1')).text()

  test('in calm times nobody is asked, and no script is sent', async () => {
    const page = await calm()
    expect(page).not.toContain('name="proof"')
    expect(page).not.toContain('<script')
  })

  test('work is asked for, of both processes; it serves once, and for a while', async () => {
    await attack()
    const before = await flags()
    const page = await (await ask(there, path, null, '198.51.100.1')).text()
    const proof = tokenIn(page)
    expect(page).toContain('/assets/proof.js')
    const without = await flag(there, '198.51.100.1', { note: 'のこる' })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('のこる')
    const answer = work(proof)
    expect((await flag(there, '198.51.100.1', { proof, answer })).status).toBe(303)
    expect((await flag(here, '198.51.100.2', { proof, answer })).status).toBe(422)
    expect(await flags()).toBe(before + 1)
  })

  test('a token that is old is none', async () => {
    await attack()
    const proof = tokenIn(await (await ask(here, path, null, '198.51.100.1')).text())
    const answer = work(proof)
    here.at(later(9 * 60))
    expect((await flag(here, '198.51.100.1', { proof, answer: `${answer} ` })).status).toBe(422)
    expect((await flag(here, '198.51.100.1', { proof, answer })).status).toBe(303)
  })

  test('without script one waits a minute and types a number', async () => {
    await attack()
    const page = await (await ask(here, path, null, '198.51.100.1')).text()
    const slow = must(/href="(\/wait\/moderation\.flag\?proof=[^"]+)"/.exec(page)?.[1], 'the way')
    const early = await ask(here, slow, null, '198.51.100.1')
    expect(early.headers.get('refresh')).toBe('20')
    expect(await early.text()).not.toMatch(/class="request">\d{6}</)
    here.at(later(61))
    const code = /class="request">(\d{6})</.exec(
      await (await ask(here, slow, null, '198.51.100.1')).text(),
    )
    const proof = tokenIn(page)
    const sent = { proof, answer: must(code?.[1], 'the code') }
    expect((await flag(here, '198.51.100.1', sent)).status).toBe(303)
    expect((await flag(here, '198.51.100.2', sent)).status).toBe(422)
  })

  test('is over after ten minutes', async () => {
    await attack()
    here.at(later(600))
    expect(await calm()).not.toContain('name="proof"')
    expect((await flag(here, '198.51.100.1')).status).toBe(303)
  })
})

test('nothing broke', () => expect([...here.bugs, ...there.bugs]).toEqual([]))
