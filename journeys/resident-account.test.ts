import { beforeAll, expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { readable } from './support/html.ts'
import { ask, codeFor, enter, idOf, led, machine, sendFrom } from './support/residents.ts'

const mail = 'hanako@example.jp'
let site: Browser
beforeAll(async () => {
  await demoCity()
  site = await machine()
})

test('to be told of the plan needs no account; a mail counts once its code came back', async () => {
  const receipt = await ask(site, { reach: 'mail', mail: 'Ｈanako@example.jp' })
  expect(receipt.number).toMatch(/^F2012-/)
  expect(readable(await site.text(receipt.page))).toContain('まだ確認していません')
  const wrong = await sendFrom(site, receipt.page, /\/confirm$/, { code: '000000' })
  expect(wrong.status).toBe(422)
  const right = await sendFrom(site, receipt.page, /\/confirm$/, {
    code: await codeFor(site.db, mail),
  })
  expect(right.status).toBe(303)
  expect(readable(await site.text('/r/receipt'))).toContain('確認済み')
})

test('what was typed is not lost, and only what belongs to the chosen way is asked for', async () => {
  const answer = await sendFrom(site, '/follow?item=plan:2013', /\/follow$/, {
    reach: 'letter',
    name: '対馬 花子',
    postcode: '817',
    address: '',
  })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('対馬 花子')
  expect(readable(html)).toContain('数字7けた')
})

test('the first code opens the account, the next ones only let in', async () => {
  site.at('2013-02-20T12:00:00+09:00')
  await enter(site, mail)
  expect(readable(await site.text('/me'))).toContain('メールアドレスを確認済み')
  const elsewhere = await machine('2013-02-21T12:00:00+09:00')
  await enter(elsewhere, mail)
  const registered = await site.db
    .selectFrom('ledger')
    .select('seq')
    .where('fact', '=', 'resident.registered')
    .where('subject_id', '=', await idOf(site))
    .execute()
  expect(await idOf(elsewhere)).toBe(await idOf(site))
  expect(registered).toHaveLength(1)
})

test('a profile is the person’s own; nothing that the form does not name is bound', async () => {
  const { id: district } = await site.db
    .selectFrom('district_entry')
    .select('id')
    .where('name', '=', '厳原')
    .executeTakeFirstOrThrow()
  const saved = await sendFrom(site, '/me/profile', /\/profile$/, {
    nickname: 'はな<b>',
    district,
    ageBand: '30s',
    state: 'closed',
    mail_mark: 'x',
  })
  expect(saved.status).toBe(303)
  const html = await site.text('/me')
  expect(html).toContain('はな&lt;b&gt;')
  expect(html).not.toContain('はな<b>')
})

test('everything that is kept comes along as data and to be read', async () => {
  const record = JSON.parse(await site.text('/me/data.json'))
  expect(record.contacts).toEqual([{ kind: 'mail', text: mail, isConfirmed: true }])
  expect(record.profile.district).toBe('厳原')
  const pdf = await site.get('/me/data.pdf')
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test('residence: a code by letter, printed once by those who may, confirms for three years', async () => {
  const person = {
    name: '対馬 花子',
    born: '1980-05-05',
    postcode: '817-8510',
    address: '対馬市厳原町国分1441番地',
  }
  expect((await sendFrom(site, '/me/residence/letter', /\/letter$/, person)).status).toBe(303)
  const desk = await machine()
  await desk.as(people.officer)
  expect((await desk.get('/desk/residents/checks')).status).toBe(403)
  await desk.as(people.author)
  const pdf = await sendFrom(desk, '/desk/residents/checks', /letters\.pdf$/)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect((await sendFrom(desk, '/desk/residents/checks', /letters\.pdf$/)).status).toBe(422)
  // The person sees that the address was opened for the letter.
  expect(readable(await site.text('/me'))).toContain('居住の確認の手紙')
  for (const code of ['000001', '000002', '000003', '000004', '000005'])
    expect((await sendFrom(site, '/me/residence', /\/code$/, { code })).status).toBe(422)
  const check = await site.db
    .selectFrom('resident_check')
    .selectAll()
    .where('resident_id', '=', await idOf(site))
    .executeTakeFirstOrThrow()
  expect(check.tries).toBe(5)
  expect(check.state).toBe('pending')
})

test('refused with a reason, which the person reads; then the register confirms at once', async () => {
  const desk = await machine()
  await desk.as(people.author)
  const { id } = await site.db
    .selectFrom('resident_check')
    .select('id')
    .where('resident_id', '=', await idOf(site))
    .executeTakeFirstOrThrow()
  const path = `/desk/residents/checks/${id}`
  expect((await sendFrom(desk, path, /\/refuse$/)).status).toBe(422)
  expect(
    (await sendFrom(desk, path, /\/refuse$/, { reason: '住所に届きませんでした' })).status,
  ).toBe(303)
  expect(readable(await site.text('/me/residence'))).toContain('住所に届きませんでした')
  const list = new File(
    ['氏名,生年月日,住所\r\n対馬　花子,1980/05/05,対馬市厳原町国分1441\r\n'],
    'list.csv',
  )
  expect((await desk.post('/desk/residents/checks/register', { file: list })).status).toBe(303)
  const rows = await site.db.selectFrom('resident_register_entry').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/花子|1980|国分/)
  const person = { name: '対馬花子', born: '1980-05-05', address: '対馬市厳原町国分１４４１番地' }
  expect((await sendFrom(site, '/me/residence/register', /\/register$/, person)).status).toBe(303)
  expect(readable(await site.text('/me/residence'))).toContain('平成28年2月19日')
})

test('a password may be set, and lets in; a wrong one and a stranger’s address read the same', async () => {
  const password = 'つしまやまねこのこえをきく'
  expect(
    (await sendFrom(site, '/me/security', /\/me\/password$/, { password: 'short' })).status,
  ).toBe(422)
  expect((await sendFrom(site, '/me/security', /\/me\/password$/, { password })).status).toBe(303)
  const other = await machine()
  const wrong = await sendFrom(other, '/account/password', /\/password$/, {
    mail,
    password: 'x'.repeat(14),
  })
  const nobody = await sendFrom(other, '/account/password', /\/password$/, {
    mail: 'nobody@example.jp',
    password: 'x'.repeat(14),
  })
  const plain = async (answer: Response) => (await answer.text()).replaceAll(/hanako|nobody/g, '')
  expect(await plain(wrong)).toBe(await plain(nobody))
  expect(led(await sendFrom(other, '/account/password', /\/password$/, { mail, password }))).toBe(
    '/me',
  )
})

test('a session ends after a week of rest, and in another place when asked', async () => {
  const here = await machine('2013-03-01T09:00:00+09:00')
  await enter(here, 'jiro@example.jp')
  const there = await machine('2013-03-02T09:00:00+09:00')
  await enter(there, 'jiro@example.jp')
  expect((await sendFrom(there, '/me/security', /\/elsewhere$/)).status).toBe(303)
  expect((await here.get('/me')).status).toBe(303)
  there.later('2013-03-09T09:00:01+09:00')
  expect((await there.get('/me')).status).toBe(303)
  expect([...site.bugs, ...here.bugs, ...there.bugs]).toEqual([])
})
