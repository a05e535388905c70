import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { post } from '#domains/notices/actions/post.ts'
import { unreachable } from '#domains/notices/kinds.ts'
import { leaveToken } from '#domains/notices/rules/leave.ts'
import { folderPost } from '#platform/mail/post.ts'
import { readMail } from '#platform/mail/reading.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser, testSeal } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { formTo, onward, send } from './support/desk.ts'
import { readable } from './support/html.ts'
import { code, person, roomOf } from './support/post-room.ts'

const { author, officer, administrator } = people
const now = '2026-11-24T08:00:00+09:00'

let site: Browser
let house: ReturnType<typeof roomOf>
beforeAll(async () => {
  const database = await testDatabase()
  const way = folderPost(mkdtempSync(join(tmpdir(), 'tomoni-mail-')))
  house = roomOf(database, { [author.id]: person('author@example.jp', { name: '主査' }) }, way)
  site = await browser(now, database, {
    mailKept: must(way.kept, 'a folder'),
    mailFolder: 'outbox',
  })
  await site.as(author)
  const ctx = site.ctx(author)
  for (const thing of ['res_a', 'res_b'])
    await ctx.record(async (tx) => {
      const said = { status: `5.1.1 <b>${thing}</b>` }
      const posting = { to: [author.id], thing, path: '/admin/outbox', said, key: thing } as const
      await post(tx, ctx, unreachable, posting)
      return [undefined, { fact: 'notices.address-lost', subject: thing, basis: '-' }]
    })
})

const seen = async (path: string) => readable(await site.text(path))
/** Signing in may tell people things too: of one kind, the first. */
const deliveryOf = (kind: string, state?: string) =>
  site.db
    .selectFrom('notice_delivery')
    .innerJoin('notice', 'notice.id', 'notice_delivery.notice_id')
    .select(['notice_delivery.id', 'notice_delivery.state', 'mail_id'])
    .where('notice.kind', '=', kind)
    .$if(state !== undefined, (q) => q.where('notice_delivery.state', '=', state ?? ''))
    .orderBy('notice_delivery.id')
    .executeTakeFirstOrThrow()
const preference = async () =>
  (await site.db.selectFrom('notice_preference').select(['kind', 'cadence']).execute())[0]

describe('a colleague’s own list', () => {
  test('has one line each, unread first said, and no markup of others', async () => {
    const page = await site.text('/desk/notices')
    expect(readable(page)).toContain('まだ読んでいないお知らせが2件あります')
    expect(page).toContain('&lt;b&gt;res_a')
    expect(page).not.toContain('<b>res_a')
  })

  test('one is marked as read, then all', async () => {
    onward(await send(site, '/desk/notices', {}, (f) => f.fields.some(([name]) => name === 'id')))
    expect(await seen('/desk/notices')).toContain('お知らせが1件あります')
    onward(await send(site, '/desk/notices', {}, (f) => f.fields.some(([name]) => name === 'all')))
    expect(await seen('/desk/notices')).toContain('すべて読みました')
  })

  test('in English as well', async () => {
    expect(await seen('/en/desk/notices')).toContain('Youhavereadeverything')
  })

  test('what one receives by mail is chosen per kind', async () => {
    const chosen = { 'kind.notices.unreachable': 'weekly', weekday: '3', charset: 'iso-2022-jp' }
    onward(await send(site, '/desk/notices/settings', chosen, formTo('/settings')))
    expect(await preference()).toBeDefined()
    const page = await site.text('/desk/notices/settings')
    expect(page).toMatch(/<option value="weekly" selected/)
    expect(
      await site.db.selectFrom('notice_habit').select(['weekday', 'charset']).execute(),
    ).toEqual([{ weekday: 3, charset: 'iso-2022-jp' }])
  })

  test('a messenger that the city has no account with is neither offered nor taken', async () => {
    expect(await site.text('/desk/notices/settings')).not.toContain('LINE')
    const chosen = { 'kind.notices.unreachable': 'weekly', weekday: '3', charset: 'iso-2022-jp' }
    await site.post('/desk/notices/settings', { ...chosen, channel: 'line' })
    const habits = await site.db.selectFrom('notice_habit').select('channel').execute()
    expect(habits).toEqual([{ channel: 'mail' }])
  })
})

describe('the outbox', () => {
  const first = async () => (await deliveryOf(unreachable.name)).id

  test('is for postmasters only', async () => {
    for (const path of [
      '/admin/outbox',
      '/admin/outbox/unreachable',
      `/admin/outbox/${await first()}`,
    ]) {
      await site.as(officer)
      expect((await site.get(path)).status).toBe(403)
      await site.as(people.resident)
      expect((await site.get(path)).status).toBe(303)
      await site.as(administrator)
      expect((await site.get(path)).status).toBe(200)
    }
  })

  test('lists every delivery, the recipient masked', async () => {
    const list = await site.text('/admin/outbox')
    expect(list).toContain('p•••@e•••.jp')
    expect(list).not.toContain('per_author@example.jp')
    expect(readable(list)).toContain('SMTP_URL')
  })

  test('sets a delivery aside only with a reason, which the ledger keeps', async () => {
    await site.as(author)
    const path = `/admin/outbox/${await first()}`
    const refused = await send(site, path, { reason: ' ' }, formTo('/drop'))
    expect(refused.status).toBe(422)
    expect(readable(await refused.text())).toContain('わけを書いてください')
    onward(await send(site, path, { reason: '試しに送ったもの' }, formTo('/drop')))
    expect(await seen(path)).toContain('送らないことにした')
    onward(await send(site, path, { reason: 'やはり送る' }, formTo('/again')))
    expect(await seen(path)).toContain('待っている')
    const facts = await site.db
      .selectFrom('ledger')
      .select(['fact', 'detail'])
      .where('fact', 'in', ['notices.set-aside', 'notices.sent-again'])
      .orderBy('seq')
      .execute()
    expect(facts).toEqual([
      { fact: 'notices.set-aside', detail: { reason: '試しに送ったもの' } },
      { fact: 'notices.sent-again', detail: { reason: 'やはり送る' } },
    ])
  })

  test('the same delivery cannot be set aside twice', async () => {
    const path = `/admin/outbox/${await first()}`
    await site.post(`${path}/drop`, { reason: 'x' })
    expect((await site.post(`${path}/drop`, { reason: 'x' })).status).toBe(409)
  })
})

describe('without a mail server', () => {
  test('the page shows what would have been sent', async () => {
    await house.send('2026-12-02T09:00:00+09:00')
    const { id } = await deliveryOf(unreachable.name, 'sent')
    const page = await seen(`/admin/outbox/${id}`)
    expect(page).toContain('届かないメールアドレスがあります')
    expect(page).toContain('主査様')
    expect(page).toContain('市市役所')
  })

  test('but never a code, though its file lies in the folder', async () => {
    await house.tell(now, code, [author.id], { code: '482913' })
    await house.send(now)
    const { id, mail_id } = await deliveryOf(code.name)
    const file = must(await house.room.post.kept?.(mail_id ?? ''), 'the file')
    expect((await readMail(file)).text).toContain('482913')
    expect(await site.text(`/admin/outbox/${id}`)).not.toContain('482913')
    expect(await site.text('/admin/outbox')).not.toContain('482913')
  })
})

describe('the way out of a mail', () => {
  const mark = (text: string, purpose: string) => testSeal.mark(text, purpose)
  const token = leaveToken({ recipientId: 'res_hanako', kind: 'notices.unreachable' }, mark)
  const path = `/unsubscribe/${token}`
  const chosen = () =>
    site.db
      .selectFrom('notice_preference')
      .select(['kind', 'cadence'])
      .where('recipient_id', '=', 'res_hanako')
      .execute()
  /** As a mail program does it: no cookie, no origin, no page before. */
  const oneClick = (to: string) =>
    site.site.request(`http://localhost${to}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })

  test('looking at it changes nothing, in any language', async () => {
    await site.as(people.resident)
    for (const tongue of ['', '/easy', '/en', '/ko']) {
      const page = await site.get(`${tongue}${path}`)
      expect(page.status).toBe(200)
      expect(page.headers.get('cache-control')).toBe('no-store')
    }
    await site.site.request(`http://localhost${path}`, { method: 'HEAD' })
    expect(await chosen()).toEqual([])
  })

  test.each([
    'x',
    'x.y',
    token.slice(0, -1),
    `${token}x`,
    `${token}.x`,
    token.replace(/^[^.]+/, Buffer.from('res_other~notices.unreachable').toString('base64url')),
  ])('a token that we did not make is not found: %s', async (given) => {
    expect((await site.get(`/unsubscribe/${given}`)).status).toBe(404)
    expect((await oneClick(`/unsubscribe/${given}`)).status).toBe(404)
    expect(await chosen()).toEqual([])
  })

  test('a mail program leaves by one POST; a second one changes nothing more', async () => {
    expect((await oneClick(path)).status).toBe(200)
    expect(await chosen()).toEqual([{ kind: 'notices.unreachable', cadence: 'never' }])
    expect((await oneClick(path)).status).toBe(200)
    const facts = await site.db
      .selectFrom('ledger')
      .select(['actor_id', 'subject_id'])
      .where('fact', '=', 'notices.unsubscribed')
      .execute()
    expect(facts).toEqual([{ actor_id: 'anonymous', subject_id: 'res_hanako' }])
  })

  test('a person leaves all by the button of the page', async () => {
    const all = leaveToken({ recipientId: 'res_hanako', kind: '*' }, mark)
    const answer = await send(site, `/unsubscribe/${all}`)
    expect(readable(await answer.text())).toContain('お知らせのメールを止めました')
    expect(await chosen()).toContainEqual({ kind: '*', cadence: 'never' })
    expect(site.bugs).toEqual([])
  })
})
