import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { markRead, noticesOf, setPreferences, unreadOf } from '#domains/notices/actions/inbox.ts'
import { type Dues, postMorning } from '#domains/notices/actions/morning.ts'
import { post } from '#domains/notices/actions/post.ts'
import { sender } from '#domains/notices/jobs.ts'
import { usualHabit } from '#domains/notices/notice.ts'
import { smtpPost } from '#platform/mail/post.ts'
import { must } from '#platform/must.ts'
import type { Database } from '#platform/pool.ts'
import { accept, no } from '#platform/result.ts'
import { emptyDatabase, testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { smtpServer } from '#testing/smtp.ts'
import { answered, changed, code, hasty, kinds, person, roomOf } from './support/post-room.ts'

const hanako = 'res_hanako'
const { head } = people
const book = {
  [hanako]: person('hanako@mail.example.jp'),
  [head.id]: person('head@city.example.jp', { name: '本部長' }),
}
/** Tuesday morning before the offices open. */
const tuesday = '2026-11-24T08:00:00+09:00'
const opening = '2026-11-24T08:30:00+09:00'

let database: Database
let server: Awaited<ReturnType<typeof smtpServer>>
let house: ReturnType<typeof roomOf>
beforeAll(async () => {
  database = await testDatabase()
  server = await smtpServer()
})
beforeEach(async () => {
  await emptyDatabase(database)
  server.behave({})
  server.taken()
  house = roomOf(database, book, server.url)
})
afterAll(() => server.close())

const row = () => database.db.selectFrom('notice_delivery').selectAll().executeTakeFirstOrThrow()
const factsOf = async (like: string) =>
  (
    await database.db
      .selectFrom('ledger')
      .select('fact')
      .where('fact', 'like', like)
      .orderBy('seq')
      .execute()
  ).map(({ fact }) => fact)

describe('a fact and its notice are one', () => {
  test('a change that is refused tells nobody', async () => {
    const ctx = house.at(tuesday)
    const refused = ctx.record(async (tx) => {
      const said = { title: '項目1-1' }
      await post(tx, ctx, changed, { to: [hanako], thing: 'itm_1', path: '/plans', said, key: 'k' })
      return accept(no({ kind: 'refused', reason: 'own-amendment' }))
    })
    await expect(refused).rejects.toThrow('own-amendment')
    expect(await house.send(tuesday)).toBe('idle')
    expect(server.taken()).toEqual([])
    expect(await unreadOf(database.db, hanako)).toBe(0)
  })

  test('the same event told twice is one notice', async () => {
    await house.tell(tuesday, changed, [hanako, hanako], { title: '項目1-1' }, { key: 'once' })
    await house.tell(tuesday, changed, [hanako], { title: '項目1-1' }, { key: 'once' })
    await house.send(tuesday)
    expect(server.taken()).toHaveLength(1)
    expect(await unreadOf(database.db, hanako)).toBe(1)
  })
})

describe('what arrives', () => {
  test('is the same in plain text and HTML, from the unit, with a way to leave', async () => {
    await house.tell(tuesday, changed, [hanako], { title: '自治会への啓発' })
    await house.send(tuesday)
    const [{ mail, raw, from }] = must([...server.taken()] as const, 'one') as [
      ReturnType<typeof server.taken>[number],
    ]
    expect(mail.subject).toBe('【市】自治会への啓発が変わりました')
    expect(mail.from).toMatchObject({ name: '市 市役所', address: 'kyodo@city.example.jp' })
    expect(from).toBe('kyodo@city.example.jp')
    for (const text of [mail.text, mail.html]) {
      expect(text).toContain('自治会への啓発の変更')
      expect(text).toContain('https://kyodo.city.example.jp/plans/2013')
      expect(text).toContain('山田 花子 様')
    }
    const header = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]))
    expect(header).toMatchObject({
      'auto-submitted': 'auto-generated',
      date: 'Tue, 24 Nov 2026 08:00:00 +0900',
      'list-id': '<plan-amended.kyodo.city.example.jp>',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    })
    expect(header['list-unsubscribe']).toMatch(
      /^<https:\/\/kyodo\.city\.example\.jp\/unsubscribe\//,
    )
    expect(mail.messageId).toBe(`<${(await row()).mail_id}@city.example.jp>`)
    const long = raw
      .toString('latin1')
      .split('\r\n')
      .filter((line) => line.length > 78)
    expect(long).toEqual([`List-Unsubscribe: ${header['list-unsubscribe']}`])
  })

  test('who chose a messenger that the city is not connected to gets mail, codes or not', async () => {
    const line = { ...usualHabit, channel: 'line' } as const
    const ctx = house.at(tuesday, { id: hanako, name: '', duties: [] })
    await setPreferences(ctx, kinds, { [changed.name]: 'at-once' }, line)
    await house.tell(tuesday, changed, [hanako], { title: '項目1-1' })
    expect((await row()).channel).toBe('line')
    await house.tell(tuesday, code, [hanako], { code: '482913' })
    await house.send(tuesday)
    expect(server.taken().map(({ to }) => to)).toEqual([
      'hanako@mail.example.jp',
      'hanako@mail.example.jp',
    ])
    expect((await row()).channel).toBe('mail')
    expect(await factsOf('notices.turned-%')).toEqual(['notices.turned-to-mail'])
  })

  test('a code goes out before all else, and nobody can switch it off', async () => {
    await house.tell(tuesday, changed, [head.id], { title: '項目1-1' })
    await house.tell('2026-11-24T08:00:01+09:00', code, [hanako], { code: '482913' })
    await house.send('2026-11-24T08:00:02+09:00')
    const mails = server.taken()
    expect(mails.map(({ to }) => to)).toEqual(['hanako@mail.example.jp', 'head@city.example.jp'])
    expect(mails[0]?.mail.text).toContain('482913')
    expect(mails[0]?.mail.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false)
  })

  test('a code is in no table, before it is sent and after', async () => {
    await house.tell(tuesday, code, [hanako], { code: '482913' })
    const dump = async () =>
      JSON.stringify(await database.db.selectFrom('notice').selectAll().execute())
    expect(await dump()).toContain('"sealed":"s1.')
    expect(await dump()).not.toContain('482913')
    await house.send(tuesday)
    expect(await dump()).toContain('"sealed":null')
    expect(await unreadOf(database.db, hanako)).toBe(0)
  })
})

describe('never twice, never lost', () => {
  test('two dispatchers at once send each notice once', async () => {
    for (let i = 0; i < 12; i++)
      await house.tell(tuesday, changed, [hanako, head.id], { title: `項目${i}` })
    const other = roomOf(database, book, server.url)
    await Promise.all([house.send(tuesday), other.send(tuesday), house.send(tuesday)])
    const ids = server.taken().map(({ mail }) => mail.messageId)
    expect(ids).toHaveLength(24)
    expect(new Set(ids).size).toBe(24)
    expect(new Set(await house.states())).toEqual(new Set(['sent']))
  })

  test('what a dead process had in hand is sent again under the same Message-ID, and known as a doubt', async () => {
    await house.tell(tuesday, changed, [hanako], { title: '項目' })
    const { take } = await import('#domains/notices/actions/take.ts')
    const [lost] = await take(house.at(tuesday))
    expect(await house.send('2026-11-24T08:29:00+09:00')).toBe('idle')
    await house.send('2026-11-24T08:31:00+09:00')
    expect(server.taken().map(({ mail }) => mail.messageId)).toEqual([
      `<${lost?.mailId}@city.example.jp>`,
    ])
    expect(await row()).toMatchObject({ state: 'sent', in_doubt: true, attempts: 2 })
  })

  test('a recipient whose side says later is asked again after growing pauses', async () => {
    server.behave({ recipient: () => ({ code: 450, text: '4.2.0 greylisted' }) })
    await house.tell(tuesday, changed, [hanako], { title: '項目' })
    await house.tell(tuesday, changed, [head.id], { title: '項目' }, { key: 'other' })
    expect(await house.send(tuesday)).toBe('idle')
    const first = await database.db.selectFrom('notice_delivery').selectAll().execute()
    expect(first.map(({ attempts, last_error }) => [attempts, last_error])).toEqual([
      [1, 'EENVELOPE RCPT TO 450 4.2.0'],
      [1, 'EENVELOPE RCPT TO 450 4.2.0'],
    ])
    expect(await house.send('2026-11-24T08:00:30+09:00')).toBe('idle')
    await house.send('2026-11-24T08:01:00+09:00')
    expect((await row()).try_at).toEqual(new Date('2026-11-24T08:06:00+09:00'))
    server.behave({})
    await house.send('2026-11-24T08:06:00+09:00')
    expect(server.taken()).toHaveLength(2)
  })

  test('after five days of later it is given up, and stands in the outbox', async () => {
    server.behave({ recipient: () => ({ code: 450, text: '4.2.0 later' }) })
    await house.tell(tuesday, changed, [hanako], { title: '項目' })
    await house.send(tuesday)
    await house.send('2026-11-30T09:00:00+09:00')
    expect(await house.states()).toEqual(['failed'])
    expect(await factsOf('notices.failed')).toHaveLength(1)
  })

  test('a server that is down for days loses nothing: one mail tells all, a late code is dropped and counted', async () => {
    const down = roomOf(database, book, 'smtp://127.0.0.1:1')
    for (const [day, title] of [
      ['24', '一'],
      ['25', '二'],
      ['26', '三'],
    ] as const) {
      await down.tell(`2026-11-${day}T08:10:00+09:00`, answered, [hanako], { title })
      await down.tell(`2026-11-${day}T08:20:00+09:00`, changed, [hanako], { title })
      expect(await down.send(`2026-11-${day}T08:30:00+09:00`)).toBe('down')
    }
    await down.tell('2026-11-26T08:20:00+09:00', code, [hanako], { code: '111111' })
    await house.send('2026-11-27T09:00:00+09:00')
    const mails = server.taken()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.mail.subject).toContain('お知らせ 6件')
    for (const title of ['一', '二', '三']) {
      expect(mails[0]?.mail.text).toContain(`回答: ${title}`)
      expect(mails[0]?.mail.text).toContain(`${title}の変更`)
    }
    const dropped = await database.db
      .selectFrom('ledger')
      .select('detail')
      .where('fact', '=', 'notices.dropped')
      .execute()
    expect(dropped).toEqual([{ detail: { reason: 'too-late', count: 1 } }])
  })

  test.each([
    ['never greets', { mute: true }, false],
    ['falls silent after the text', { data: 'silent' }, true],
    ['hangs up after the text', { data: 'broken' }, true],
  ] as const)('a server that %s', async (_what, how, doubt) => {
    server.behave(how)
    await house.tell(tuesday, answered, [hanako], { title: '一' })
    const hurried = roomOf(database, book, smtpPost(server.url, hasty))
    expect(await hurried.send(opening)).toBe('down')
    const broken = await row()
    expect(broken).toMatchObject({ state: 'waiting', in_doubt: doubt })
    // In doubt it stays the mail that it was; surely unsent it may go with others.
    expect(broken.mail_id !== null).toBe(doubt)
    // A day on which the server cannot be reached at all takes nothing of the doubt away.
    const down = roomOf(database, book, 'smtp://127.0.0.1:1')
    expect(await down.send('2026-11-24T08:40:00+09:00')).toBe('down')
    server.behave({})
    server.taken()
    await house.send('2026-11-24T09:00:00+09:00')
    const ids = server.taken().map(({ mail }) => mail.messageId)
    expect(ids).toHaveLength(1)
    if (doubt) expect(ids).toEqual([`<${broken.mail_id}@city.example.jp>`])
  })

  test('a text that the server refuses is no fault of the address', async () => {
    server.behave({ data: { code: 554, text: '5.7.1 content refused' } })
    await house.tell(tuesday, changed, [hanako], { title: '項目' })
    await house.send(tuesday)
    expect(await house.states()).toEqual(['failed'])
    const lost = await database.db.selectFrom('notice_unreachable').selectAll().execute()
    expect(lost).toEqual([])
  })
})

test('the sender of a process sends what a commit posted, and ends when it is told', async () => {
  const failures: unknown[] = []
  const own = sender(
    house.room,
    () => house.at(tuesday),
    (thrown) => failures.push(thrown),
  )
  await house.tell(tuesday, changed, [hanako], { title: '一' })
  own.nudge()
  own.nudge()
  await own.run()
  expect(server.taken()).toHaveLength(1)
  await own.close()
  await house.tell(tuesday, changed, [hanako], { title: '二' })
  own.nudge()
  await own.run()
  // Both are due at the same moment: which is first is chance.
  expect((await house.states()).toSorted()).toEqual(['sent', 'waiting'])
  expect(failures).toEqual([])
})

describe('as often as one wants', () => {
  test('the mail of the day is one, by thing, newest first', async () => {
    const tell = (at: string, title: string, thing: string) =>
      house.tell(`2026-11-24T08:${at}:00+09:00`, answered, [hanako], { title }, { thing })
    await tell('01', '道の声', 'voi_1')
    await tell('02', '公園の声', 'voi_2')
    await tell('03', '道の声の続き', 'voi_1')
    expect(await house.send('2026-11-24T08:29:00+09:00')).toBe('idle')
    await house.send(opening)
    const [one, ...others] = server.taken()
    expect(others).toEqual([])
    const said = [...(one?.mail.text ?? '').matchAll(/■ 回答: (.+)/g)].map(([, title]) => title)
    expect(said).toEqual(['道の声の続き', '道の声', '公園の声'])
  })

  test('staff get the mail of the day on working days, residents on any', async () => {
    // Friday evening before a holiday on Monday, 23 November.
    await house.tell('2026-11-20T18:00:00+09:00', answered, [hanako, head.id], { title: '声' })
    await house.send('2026-11-21T08:30:00+09:00')
    expect(server.taken().map(({ to }) => to)).toEqual(['hanako@mail.example.jp'])
    await house.send('2026-11-23T08:30:00+09:00')
    expect(server.taken()).toEqual([])
    await house.send(opening)
    expect(server.taken().map(({ to }) => to)).toEqual(['head@city.example.jp'])
  })

  test('what one has chosen counts, for what waits already as well', async () => {
    const choose = (kind: string, cadence: string, weekday = 3) =>
      setPreferences(
        house.at(tuesday, head),
        kinds,
        { [kind]: cadence },
        { ...usualHabit, weekday },
      )
    await house.tell(tuesday, answered, [head.id], { title: '待つ声' })
    await choose('voices.answered', 'weekly')
    await choose('plan.amended', 'never')
    await house.tell(tuesday, changed, [head.id], { title: '要らない' })
    await house.send('2026-11-24T12:00:00+09:00')
    expect(server.taken()).toEqual([])
    await house.send('2026-11-25T08:30:00+09:00')
    expect(server.taken().map(({ mail }) => mail.subject)).toEqual(['【市】待つ声への回答'])
    // Not by mail; the list still has it.
    const list = await noticesOf(database.db, kinds, head.id, 'ja')
    expect(list.flatMap(([, of]) => of.map(({ words }) => words.line))).toContain('要らないの変更')
  })

  test('the list is one’s own: reading another’s notice changes nothing', async () => {
    const id = must(await house.tell(tuesday, changed, [hanako], { title: '声' }), 'posted')
    await house.tell(tuesday, changed, [head.id], { title: '他' })
    await markRead(house.at(tuesday, head), [id])
    expect(await unreadOf(database.db, hanako)).toBe(1)
    await markRead(house.at(tuesday, head), 'all')
    expect(await unreadOf(database.db, head.id)).toBe(0)
    expect(await unreadOf(database.db, hanako)).toBe(1)
  })
})

describe('the morning of a member of staff', () => {
  const due: Dues = async (_db, actor, today) =>
    actor.id === head.id
      ? [
          {
            kind: 'decision',
            title: { ja: '平成25年度の計画', en: 'Plan' },
            path: '/desk',
            on: null,
          },
          { kind: 'overdue', title: { ja: '声への回答', en: 'A reply' }, path: '/desk', on: today },
        ]
      : []
  const staff = [head, people.author]

  test('says what waits, once, and nothing to whom nothing waits', async () => {
    const early = house.at('2026-11-24T08:25:00+09:00')
    expect(await postMorning(early, staff, [due])).toBe(1)
    expect(await postMorning(early, staff, [due])).toBe(0)
    await house.tell('2026-11-24T08:26:00+09:00', answered, [head.id], { title: '道' })
    await house.send(opening)
    const [one, ...others] = server.taken()
    expect(others).toEqual([])
    expect(one?.mail.text).toMatch(/期限を過ぎたもの 1件、決裁を待つもの 1件/)
    expect(one?.mail.text).toContain('・声への回答(2026-11-24)')
    expect(one?.mail.text).toContain('回答: 道')
  })

  test('is quiet on Sundays and holidays', async () => {
    for (const day of ['2026-11-22', '2026-11-23', '2026-12-30'])
      expect(await postMorning(house.at(`${day}T08:25:00+09:00`), staff, [due])).toBe(0)
    expect(await house.states()).toEqual([])
  })
})
