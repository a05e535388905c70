import { afterAll, beforeAll, expect, test } from 'vitest'
import { dispatch } from '#domains/notices/actions/dispatch.ts'
import { approveAmendment, proposeAmendment } from '#domains/plan/actions/amend.ts'
import { contentOf } from '#domains/plan/rules/content.ts'
import { clock } from '#domains/staff/roles.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { smtpServer } from '#testing/smtp.ts'
import { postRoom } from '../src/post-room.ts'
import { demoCity } from './support/city.ts'
import { readable } from './support/html.ts'
import { itemIn } from './support/plan.ts'
import { enter, led, machine, sendFrom, slipOn } from './support/residents.ts'
import { invalidIn, leftIn } from './support/sound.ts'

const mail = 'follower@example.jp'
/** A Wednesday. */
const first = '2013-03-06T10:00:00+09:00'
let site: Browser
let desk: Browser
let server: Awaited<ReturnType<typeof smtpServer>>
beforeAll(async () => {
  await demoCity()
  desk = await browser(first, await testDatabase())
  site = await machine(first)
  server = await smtpServer()
})
afterAll(() => server.close())

/** Approves a change of an item, as two colleagues do. */
async function change(code: string) {
  const item = await itemIn(site.db, 2012, code)
  const content = { ...contentOf(item), cityRole: `${item.cityRole}年に1回、集まりで話します。` }
  const { id } = await proposeAmendment(desk.ctx(people.author), item.id, content, '頼まれたため')
  await approveAmendment(desk.ctx(people.head), id)
}

/** What this follower got by mail, once everything that is due by then has left. */
async function mailsAt(moment: string): Promise<string[]> {
  desk.at(moment)
  const room = postRoom(
    { smtpUrl: server.url, mailFrom: 'kyodo@city.example.jp', origin: 'http://localhost' },
    '',
  )
  server.taken()
  while ((await dispatch(desk.ctx(clock), room)) === 'more');
  room.post.close()
  return server
    .taken()
    .filter(({ to }) => to === mail)
    .map((one) => one.mail.text ?? '')
}

test('a follower reads the notice on the site, in four languages, and marks it as read', async () => {
  await enter(site, mail)
  for (const code of ['2-2', '3-3']) {
    const item = await itemIn(site.db, 2012, code)
    const page = led(
      await sendFrom(site, `/follow?item=${item.id}`, /\/follow$/, { reach: 'none' }),
    )
    await sendFrom(site, '/me', /\/claim$/, slipOn(await site.text(page)))
  }
  await change('2-2')
  expect(readable(await site.text('/me'))).toContain('まだ読んでいないお知らせが1件あります')
  for (const tongue of ['', '/easy', '/en', '/ko'])
    for (const path of ['/me/notices', '/me/notices/settings']) {
      const html = await site.text(`${tongue}${path}`)
      expect(await invalidIn(html), tongue).toEqual([])
      expect(leftIn(html), tongue).toEqual([])
    }
  expect(await site.text('/ko/me/notices')).toContain('아직 읽지 않은 알림이 1건')
  expect(led(await sendFrom(site, '/me/notices', /\/read$/))).toBe('/me/notices')
  expect(readable(await site.text('/me'))).toContain('新しいお知らせはありません')
})

test('two changes of a day come as one mail, on the next morning', async () => {
  await change('3-3')
  expect(await mailsAt('2013-03-06T18:00:00+09:00')).toEqual([])
  const [digest = '', ...more] = await mailsAt('2013-03-07T08:30:00+09:00')
  expect(more).toEqual([])
  expect(digest).toContain('お知らせが2件あります')
})

test('who chooses Friday is told on Friday; who wants no mail still has the list', async () => {
  const weekly = { 'kind.plan.news': 'weekly', weekday: '5' }
  const saved = await sendFrom(site, '/me/notices/settings', /\/settings$/, weekly)
  expect(led(saved)).toBe('/me/notices/settings?done=saved')
  desk.at('2013-03-07T10:00:00+09:00')
  await change('2-2')
  expect(await mailsAt('2013-03-07T18:00:00+09:00')).toEqual([])
  expect(await mailsAt('2013-03-08T08:30:00+09:00')).toHaveLength(1)

  site.at('2013-03-08T10:00:00+09:00')
  await sendFrom(site, '/me/notices/settings', /\/settings$/, { 'kind.plan.news': 'never' })
  await change('3-3')
  expect(await mailsAt('2013-03-16T08:30:00+09:00')).toEqual([])
  expect(readable(await site.text('/me'))).toContain('まだ読んでいないお知らせが')
})

test('the list of residents is none for staff, and a notice of another is not touched', async () => {
  await desk.as(people.author)
  expect(led(await desk.get('/me/notices'))).toBe('/account')
  const other = await machine('2013-03-08T10:00:00+09:00')
  await enter(other, 'other@example.jp')
  const { id } = await site.db
    .selectFrom('notice')
    .select('id')
    .where('kind', '=', 'plan.news')
    .orderBy('posted_at', 'desc')
    .executeTakeFirstOrThrow()
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(await other.text('/me')) ?? []
  await other.post('/me/notices/read', { csrf, id })
  expect(readable(await site.text('/me/notices'))).toContain('まだ読んでいないお知らせが')
  expect([...site.bugs, ...desk.bugs, ...other.bugs]).toEqual([])
})
