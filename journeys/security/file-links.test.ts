import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { addFile } from '#domains/progress/actions/evidence.ts'
import { reports } from '#domains/progress/store/reports.ts'
import { dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { demoCity } from '../support/city.ts'
import { formTo, onward, send } from '../support/desk.ts'
import { demoFile } from '../support/files.ts'
import { openedRound } from '../support/progress.ts'
import { ask, enter, machine, sendFrom, slipOn } from '../support/residents.ts'

const everything: Actor = {
  id: 'per_everything',
  name: '全部 持つ',
  duties: [
    dutyOf('secretariat'),
    dutyOf('administrator'),
    dutyOf('auditor'),
    dutyOf('data-protection-officer'),
  ],
}

const today = '2013-03-06T09:00:00+09:00'
/** A picture of a report that its section still writes. */
async function evidence(): Promise<string> {
  const round = await openedRound(site, 'final', today, '2013-03-29')
  const [report] = await reports(site.db, { rounds: [round.id] })
  const bytes = new Uint8Array(readFileSync('src/testing/scene.heic'))
  const handed = { bytes, name: 'a.heic', title: '浜', consent: true }
  const ctx = site.ctx(everything)
  const file = await addFile(ctx, site.files, must(report, 'a report').id, handed)
  return `/desk/progress/files/${file.id}/${file.name}`
}

let site: Browser
const links: string[] = []
beforeAll(async () => {
  site = await demoCity()
  await site.as(everything)
  const file = new File([demoFile('tsushima-2012.txt')], 'plan.txt')
  const intake = onward(
    await send(site, '/desk/plans/intake', { year: '2014', file }, formTo('/intake')),
  )
  const roster = new File(['職員番号,氏名,メール,課\r\nP1,見本,p1@example.jp,総務部'], 'r.csv')
  const handed = await site.post('/desk/staff/roster', { on: '2013-04-01', file: roster })
  const { id } = await site.db.selectFrom('handover').select('id').executeTakeFirstOrThrow()
  links.push(
    `${intake}/original`,
    `${onward(handed)}/original`,
    `/desk/handovers/${id}/book.pdf`,
    '/desk/plans/2013/plan.pdf',
    '/desk/plans/2013/plan.xlsx',
    '/desk/plans/template.xlsx',
    '/desk/staff/roster/template.xlsx',
    '/desk/without-owner.csv',
    '/desk/liaisons/inventories-2012.csv',
    '/desk/residents/openings.csv',
    '/desk/ledger/ledger.csv',
    await evidence(),
  )
})

const open = async (path: string, cookie: string) =>
  site.site.request(`http://localhost${path}`, { headers: { cookie } })
const isFile = (answer: Response) =>
  answer.status === 200 && !answer.headers.get('content-type')?.startsWith('text/html')

describe('a link to a file is not a key', () => {
  test('each is a file for whoever may have it, and is kept by no cache between', async () => {
    for (const link of links) {
      const answer = await site.get(link)
      expect([link, isFile(answer)]).toEqual([link, true])
      expect([link, answer.headers.get('cache-control')]).toEqual([link, 'no-store'])
    }
  })

  test('for nobody, for a resident and for colleagues without the duty it is none', async () => {
    const resident = await machine(today)
    await enter(resident, 'reader@example.jp')
    const stranger = {
      id: 'per_bulletin',
      name: '広報',
      duties: [dutyOf('bulletin-editor')],
    } as const
    await site.as(stranger)
    const cookies = ['', 'tomoni.staff=x', resident.cookie(), site.cookie()]
    const own = new Set([
      '/desk/plans/template.xlsx',
      '/desk/plans/2013/plan.pdf',
      '/desk/plans/2013/plan.xlsx',
      '/desk/staff/roster/template.xlsx',
    ])
    for (const link of links)
      for (const [i, cookie] of cookies.entries()) {
        // What every colleague may read is no secret between colleagues.
        if (i === 3 && own.has(link)) continue
        const answer = await open(link, cookie)
        expect([link, i, isFile(answer)]).toEqual([link, i, false])
        expect([303, 403, 404]).toContain(answer.status)
      }
  })

  test('after signing out the address in the history opens nothing, with the cookie of before either', async () => {
    await site.as(everything)
    const cookie = site.cookie()
    expect(isFile(await open(links[0] ?? '', cookie))).toBe(true)
    await site.post('/sign-out')
    for (const link of links) expect([link, (await open(link, cookie)).status]).toEqual([link, 303])
  })

  test('nor after the session has run out', async () => {
    await site.as(everything)
    const cookie = site.cookie()
    site.later('2013-03-06T09:29:00+09:00')
    expect(isFile(await open(links[0] ?? '', cookie))).toBe(true)
    site.later('2013-03-06T10:00:00+09:00')
    for (const link of links) expect([link, (await open(link, cookie)).status]).toEqual([link, 303])
    site.at(today)
  })

  test('no id is guessed from another: each is 404, never another’s file', async () => {
    await site.as(everything)
    for (const link of links.slice(0, 3)) {
      const [, id = ''] = /\/((?:int|ros|hnd|[a-z]{3})_[0-9a-z]+)/.exec(link) ?? []
      expect(id).not.toBe('')
      const others = [
        `${id}0`,
        id.slice(0, -1),
        id.toUpperCase(),
        '1',
        '0',
        '-1',
        '1e3',
        `${id}%00`,
        `${id}.`,
        `..%2f${id}`,
      ]
      for (const other of others) {
        const answer = await site.get(link.replace(id, other))
        expect([other, answer.status]).toEqual([other, 404])
      }
    }
    expect(site.bugs).toEqual([])
  })
})

describe('what a resident takes home', () => {
  test('is gone from this browser when they leave, and never another’s', async () => {
    const owner = await machine(today)
    await enter(owner, 'owner@example.jp')
    const cookie = owner.cookie()
    const files = ['/me/data.json', '/me/data.pdf']
    for (const path of files) {
      expect(isFile(await open(path, cookie))).toBe(true)
      expect((await open(path, cookie)).headers.get('cache-control')).toBe('no-store')
    }
    const other = await machine(today)
    await enter(other, 'other@example.jp')
    expect(await (await open('/me/data.json', other.cookie())).text()).not.toContain(
      'owner@example.jp',
    )
    expect((await sendFrom(owner, '/me', /\/sign-out$|\/leave$/)).status).toBe(303)
    for (const path of files) expect((await open(path, cookie)).status).toBe(303)
  })

  test('the slip of a receipt opens with its phrase alone, in the browser where it was said', async () => {
    const here = await machine(today)
    const { page } = await ask(here)
    const { number } = slipOn(await here.text(page))
    expect(number).toMatch(/^F/)
    const slip = '/r/receipt/slip.pdf'
    const cookie = here.cookie()
    expect((await open(slip, '')).status).toBe(404)
    const forged = cookie.replace(/=[^;]+/, '=forged')
    expect(isFile(await open(slip, forged))).toBe(false)
    const before = await open(slip, cookie)
    expect(isFile(before)).toBe(true)
    expect(before.headers.get('cache-control')).toBe('no-store')
    expect(here.bugs).toEqual([])
  })
})
