import { beforeAll, expect, test } from 'vitest'
import { inviteDue } from '#domains/staff/actions/roster-invite.ts'
import { jobs } from '#domains/staff/jobs.ts'
import { clock } from '#domains/staff/roles.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { formTo, onward, send } from './support/desk.ts'
import { readable } from './support/html.ts'

/**
 * 4月1日: forty people get an account by the roster. They are asked in on the morning of that day, each once,
 * however often the clock asks; or at once; and what was taken back opens nothing.
 */
const head = '職員番号,氏名,メール,電話,部,課,役職,所属長(○)/代理,本務・兼務,開始日,終了日,役割'
const crew = (letter: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(3, '0')}`)
const line = (no: string) =>
  `${no},見本 ${no},${no.toLowerCase()}@example.jp,,,地域再生推進本部,主任,,本務,,,`
const march = '2013-03-15T10:00:00+09:00'
const morning = '2013-04-01T06:10:00+09:00'

let site: Browser
/** Whoever opens a link of a mail. */
let visitor: Browser
beforeAll(async () => {
  site = await browser(march)
  await site.as(people.officer)
  await site.as(people.author)
  visitor = await browser(morning)
})

async function handIn(numbers: readonly string[]): Promise<string> {
  const text = [head, ...numbers.map(line)].join('\r\n')
  const file = new File([text], '異動.csv', { type: 'text/csv' })
  return onward(await site.post('/desk/staff/roster', { on: '2013-04-01', file }))
}
const accept = async (path: string, invite: string) =>
  onward(await send(site, path, { invite }, formTo(/\/accept$/)))
const mails = async () =>
  site.db
    .selectFrom('notice')
    .innerJoin('notice_recipient as r', 'r.notice_id', 'notice.id')
    .innerJoin('staff_user as u', 'u.id', 'r.recipient_id')
    .select(['u.email', 'notice.sealed', 'notice.id'])
    .where('notice.kind', '=', 'staff.invitation')
    .orderBy('notice.posted_at')
    .execute()
const mailsTo = async (letter: string) =>
  (await mails()).filter(({ email }) => email.startsWith(letter.toLowerCase()))
const linkIn = (mail: { sealed: string | null; id: string }) => {
  const text = site
    .ctx(people.author)
    .seal.open(must(mail.sealed, 'sealed'), `notice.sealed:${mail.id}`)
  return new URL((JSON.parse(text) as { link: string }).link).pathname
}
const asClock = (at: string) => {
  site.at(at)
  return inviteDue(site.ctx(clock), 'http://localhost')
}

let forty = ''
test('accepted in March for the day, nobody is asked in before it', async () => {
  forty = await handIn(crew('P', 40))
  expect(readable(await site.text(forty))).toContain('の朝に送る')
  await accept(forty, 'on-day')
  const page = readable(await site.text(forty))
  expect(page).toContain('40人の利用者ができました')
  expect(page).toContain('まだです。')
  expect(await asClock('2013-03-31T23:00:00+09:00')).toBe(0)
  expect(await mails()).toEqual([])
})

test('on the morning of the day forty are asked in, by two processes, each once', async () => {
  site.at(morning)
  const both = await Promise.all([asClock(morning), asClock(morning)])
  expect(both[0] + both[1]).toBe(40)
  expect(await asClock('2013-04-01T07:10:00+09:00')).toBe(0)
  const told = await mails()
  expect(new Set(told.map(({ email }) => email)).size).toBe(40)
  expect(told).toHaveLength(40)
  const facts = await site.db
    .selectFrom('ledger')
    .select('subject_id')
    .where('fact', '=', 'staff.invited')
    .execute()
  expect(new Set(facts.map((one) => one.subject_id)).size).toBe(40)
})

test('a link opens once; the page says who has set a way in, and asks the others again', async () => {
  const [first, second] = await mailsTo('P')
  const path = linkIn(must(first, 'a mail'))
  expect((await visitor.get(path)).status).toBe(200)
  const typed = { password: 'correct horse battery', repeat: 'correct horse battery' }
  expect((await visitor.post(path, typed)).status).toBe(303)
  expect((await visitor.get(path)).status).toBe(410)
  const page = await site.text(forty)
  expect(readable(page)).toContain('入り方を決めました')
  // Whoever has a way in is not among those to choose from.
  expect(page.match(/name="user"/g)).toHaveLength(39)
  const chosen = await site.db
    .selectFrom('staff_user')
    .select('id')
    .where('email', 'in', [must(first, '').email, must(second, '').email])
    .execute()
  const user = chosen.map(({ id }) => id)
  expect(onward(await site.post(`${forty}/invite`, { user }))).toContain('done=invited')
  expect(await mails()).toHaveLength(41)
  // Of two links only the newest opens anything.
  expect((await visitor.get(linkIn(must(second, 'a mail')))).status).toBe(410)
  const newest = (await mailsTo('P')).filter(({ email }) => email === second?.email)
  expect(newest).toHaveLength(2)
  const links = await Promise.all(
    newest.map(async (one) => (await visitor.get(linkIn(one))).status),
  )
  expect(links.toSorted()).toEqual([200, 410])
})

test('asked in at once, they may choose a way in before the day; taken back, the link opens nothing', async () => {
  site.at(march)
  const path = await handIn([...crew('P', 40), ...crew('Q', 2)])
  await accept(path, 'at-once')
  const told = await mailsTo('Q')
  expect(told).toHaveLength(2)
  const [one] = told
  visitor.at(march)
  expect((await visitor.get(linkIn(must(one, 'a mail')))).status).toBe(200)
  onward(await site.post(`${path}/withdraw`))
  expect((await visitor.get(linkIn(must(one, 'a mail')))).status).toBe(410)
  expect(readable(await site.text(path))).toContain('招待を取り消しました')
  expect(await site.text(path)).not.toContain('name="user"')
  expect(await asClock(morning)).toBe(0)
})

test('an acceptance that fails asks nobody in: the mail and the fact stand or fall together', async () => {
  site.at(march)
  const before = (await mails()).length
  const path = await handIn(crew('R', 2))
  expect((await site.post(`${path}/accept`, { mark: 'another', invite: 'at-once' })).status).toBe(
    409,
  )
  expect(await mails()).toHaveLength(before)
  expect([...site.bugs, ...visitor.bugs]).toEqual([])
})

test('the clock asks through the day, so that a stopped city makes up for it', () => {
  const [job] = jobs('http://localhost')
  expect(job?.at).toBe('10 6-20 * * *')
})
