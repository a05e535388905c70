import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendAgain, takeBounce } from '#domains/notices/actions/outbox.ts'
import { must } from '#platform/must.ts'
import type { Database } from '#platform/pool.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { smtpServer } from '#testing/smtp.ts'
import { answered, changed, person, roomOf } from './support/post-room.ts'

const hanako = 'res_hanako'
const { author, officer } = people
const book: Record<string, ReturnType<typeof person>> = {
  [hanako]: person('hanako@old.example.jp'),
  [author.id]: person('author@city.example.jp', { name: '主査' }),
}

let database: Database
let server: Awaited<ReturnType<typeof smtpServer>>
let house: ReturnType<typeof roomOf>
beforeAll(async () => {
  database = await testDatabase()
  server = await smtpServer()
  house = roomOf(database, book, server.url, [author.id])
})
afterAll(() => server.close())

/** A report as the mail system of the other side writes it (RFC 3464), with the mail's own head. */
const report = (original: Buffer, status: string, action = 'failed') =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@old.example.jp',
      'To: kyodo@city.example.jp',
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Your mail could not be delivered.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.old.example.jp',
      '',
      'Final-Recipient: rfc822; hanako@old.example.jp',
      `Action: ${action}`,
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 unknown user',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      original.toString('latin1').split('\r\n\r\n')[0] ?? '',
      '',
      '--b--',
      '',
    ].join('\r\n'),
  )

const states = async (to = hanako) => {
  const rows = await database.db
    .selectFrom('notice_delivery')
    .select('state')
    .where('recipient_id', '=', to)
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  return rows.map(({ state }) => state)
}
const facts = async () =>
  (
    await database.db
      .selectFrom('ledger')
      .select(['fact', 'subject_id', 'detail'])
      .where('fact', 'in', ['notices.came-back', 'notices.address-lost', 'notices.sent-again'])
      .orderBy('seq')
      .execute()
  ).map(({ fact, subject_id, detail }) => ({ fact, subject: subject_id, detail }))

let original: Buffer

test('a digest of two notices is sent, and seems to have arrived', async () => {
  await house.tell('2026-11-24T08:00:00+09:00', answered, [hanako], { title: '道' })
  await house.tell('2026-11-24T08:10:00+09:00', answered, [hanako], { title: '公園' })
  await house.send('2026-11-24T08:30:00+09:00')
  original = must(server.taken()[0], 'one mail').raw
  expect(await states()).toEqual(['sent', 'sent'])
})

test('a report about a mail that is not ours does nothing', async () => {
  const other = Buffer.from('Message-ID: <ml_aaaaaaaaaaaaaaaaaaaa@city.example.jp>\r\n\r\n')
  const at = house.at('2026-11-24T08:40:00+09:00')
  expect(await takeBounce(at, house.room, report(other, '5.1.1'))).toBe('unknown')
  expect(await takeBounce(at, house.room, Buffer.from('Subject: hello\r\n\r\nhello'))).toBe(
    'unknown',
  )
  expect(await takeBounce(at, house.room, Buffer.alloc(2 ** 21))).toBe('unknown')
  expect(await states()).toEqual(['sent', 'sent'])
  expect(await facts()).toEqual([])
})

test('a delay is no reason to do anything', async () => {
  const at = house.at('2026-11-24T08:45:00+09:00')
  expect(await takeBounce(at, house.room, report(original, '4.4.1', 'delayed'))).toBe('nothing')
  expect(await states()).toEqual(['sent', 'sent'])
})

test('a full mailbox: the digest is sent once more, as one mail', async () => {
  const at = house.at('2026-11-24T08:50:00+09:00')
  expect(await takeBounce(at, house.room, report(original, '5.2.2'))).toBe('later')
  expect(await states()).toEqual(['waiting', 'waiting'])
  await house.send('2026-11-24T09:30:00+09:00')
  const [again, ...others] = server.taken()
  expect(others).toEqual([])
  expect(again?.mail.text).toContain('回答: 道')
  original = must(again, 'sent again').raw
})

test('nobody but the clock and a postmaster takes a report in', async () => {
  const at = house.at('2026-11-24T10:00:00+09:00', officer)
  await expect(takeBounce(at, house.room, report(original, '5.1.1'))).rejects.toThrow('not-allowed')
  expect(await states()).toEqual(['sent', 'sent'])
})

test('an unknown user: both notices came back, the address is marked, the secretariat is told', async () => {
  const at = house.at('2026-11-24T10:00:00+09:00')
  expect(await takeBounce(at, house.room, report(original, '5.1.1'))).toBe('gone')
  expect(await states()).toEqual(['bounced', 'bounced'])
  expect((await facts()).map(({ fact }) => fact)).toEqual([
    'notices.came-back',
    'notices.came-back',
    'notices.address-lost',
  ])
  // The address itself is in no table and in no entry of the ledger.
  for (const table of ['notice_unreachable', 'notice_delivery', 'notice', 'ledger'] as const)
    expect(JSON.stringify(await database.db.selectFrom(table).selectAll().execute())).not.toMatch(
      /hanako@old/,
    )
  await house.send('2026-11-25T08:30:00+09:00')
  expect(server.taken().map(({ to, mail }) => [to, mail.subject])).toEqual([
    ['author@city.example.jp', '【市】届かないメールアドレスがあります'],
  ])
})

test('a second report of the same mail changes nothing', async () => {
  const before = await facts()
  const at = house.at('2026-11-25T09:00:00+09:00')
  expect(await takeBounce(at, house.room, report(original, '5.1.1'))).toBe('nothing')
  expect(await facts()).toEqual(before)
})

test('nothing more goes to that address', async () => {
  await house.tell('2026-11-26T09:00:00+09:00', changed, [hanako], { title: '項目' })
  await house.send('2026-11-26T09:00:00+09:00')
  expect(server.taken()).toEqual([])
  expect((await states()).at(-1)).toBe('dropped')
})

test('with a new address what is sent again arrives', async () => {
  book[hanako] = person('hanako@new.example.jp')
  const lost = await database.db
    .selectFrom('notice_delivery')
    .select('id')
    .where('state', '=', 'bounced')
    .orderBy('due_at')
    .execute()
  for (const { id } of lost)
    await sendAgain(
      house.at('2026-11-26T10:00:00+09:00', author),
      id as `dlv_${string}`,
      '新しいアドレスを聞いた',
    )
  await house.send('2026-11-26T10:00:00+09:00')
  const [one, ...others] = server.taken()
  expect(others).toEqual([])
  expect(one?.to).toBe('hanako@new.example.jp')
  expect(one?.mail.text).toContain('回答: 公園')
})

test('who has a postal address and no mail gets a letter', async () => {
  book.rcp_old = person(null, { letter: ['〒817-8510', '長崎県対馬市厳原町'] })
  await house.tell('2026-11-26T11:00:00+09:00', changed, ['rcp_old'], { title: '項目' })
  await house.send('2026-11-26T11:00:00+09:00')
  const row = await database.db
    .selectFrom('notice_delivery')
    .select(['channel', 'state'])
    .where('recipient_id', '=', 'rcp_old')
    .executeTakeFirst()
  expect(row).toEqual({ channel: 'letter', state: 'waiting' })
})

test('a refusal at the door is the same as one that comes by mail', async () => {
  server.behave({ recipient: () => ({ code: 550, text: '5.1.1 no such user' }) })
  book.res_gone = person('gone@example.jp')
  await house.tell('2026-11-26T12:00:00+09:00', changed, ['res_gone'], { title: '項目' })
  await house.send('2026-11-26T12:00:00+09:00')
  expect(await states('res_gone')).toEqual(['bounced'])
  const lost = await facts()
  expect(lost.at(-1)).toMatchObject({ fact: 'notices.address-lost', subject: 'res_gone' })
})
