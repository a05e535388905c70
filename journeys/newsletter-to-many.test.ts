import { afterAll, beforeAll, expect, test } from 'vitest'
import { postAll, postChunk } from '#domains/newsletters/actions/send.ts'
import { addressMark, leave } from '#domains/newsletters/actions/subscribe.ts'
import type { IssueId, SubscriberId } from '#domains/newsletters/newsletter.ts'
import { activate, insertSubscriber } from '#domains/newsletters/store/subscribers.ts'
import { working } from '#domains/newsletters/terms.ts'
import { dispatch } from '#domains/notices/actions/dispatch.ts'
import type { PostRoom } from '#domains/notices/actions/room.ts'
import type { RecipientId } from '#domains/notices/notice.ts'
import { clock } from '#domains/staff/roles.ts'
import { newId } from '#platform/id.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser, testSeal } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { smtpServer } from '#testing/smtp.ts'
import { onward } from './support/desk.ts'
import { wholeRoom } from './support/post-room.ts'

/** More than fit into one transaction, twice over and some: each gets one, whatever stops in between. */
const many = 2 * working.chunk + 17
const mailOf = (i: number) => `reader${String(i).padStart(4, '0')}@example.jp`

let site: Browser
let server: Awaited<ReturnType<typeof smtpServer>>
let room: PostRoom
let path = ''
const ids: SubscriberId[] = []
beforeAll(async () => {
  const database = await testDatabase()
  server = await smtpServer()
  site = await browser('2026-11-24T09:00:00+09:00', database)
  room = wholeRoom(server.url)
  const ctx = site.ctx(clock)
  const at = new Date('2026-11-01T09:00:00+09:00')
  await ctx.record(async (tx) => {
    for (let i = 0; i < many; i++) {
      const id = newId('sub') as SubscriberId
      ids.push(id)
      await insertSubscriber(tx, {
        id,
        wish: { locale: 'ja', topics: [], district: null },
        sealed: testSeal.seal(mailOf(i), `newsletter_subscriber.sealed:${id}`),
        addressMark: addressMark(testSeal, mailOf(i)),
        codeMark: 'none',
        codeUntil: at,
        consentText: '2026-11',
        at,
      })
      await activate(tx, id, at)
    }
    return [undefined, { fact: 'newsletters.asked', subject: 'test', basis: 'test' }]
  })
  await site.as(people.author)
  const draft = { title: '号外', body: '皆さんへ。', links: '', district: '', topics: '' }
  path = must(onward(await site.post('/desk/newsletters/new', draft)).split('?')[0], 'an address')
  await site.post(`${path}/submit`, { looked: 'yes' })
  await site.as(people.head)
  onward(await site.post(`${path}/approve`, { looked: 'yes' }))
})
afterAll(() => server.close())

const issue = () => must(path.split('/').at(-1), 'an id') as IssueId
const posted = async () =>
  (
    await site.db
      .selectFrom('notice_delivery as d')
      .innerJoin('notice as n', 'n.id', 'd.notice_id')
      .select('d.recipient_id')
      .where('n.thing', '=', issue())
      .where('n.kind', 'like', 'newsletters.%')
      .execute()
  ).map((row) => row.recipient_id)
const facts = async () =>
  (
    await site.db
      .selectFrom('ledger')
      .select(['fact', 'detail'])
      .where('subject_id', '=', issue())
      .where('fact', 'like', 'newsletters.%')
      .orderBy('seq')
      .execute()
  ).map(({ fact, detail }) => [fact, detail] as const)

test('the first batch goes, and the process stops: what follows begins where it stopped', async () => {
  expect(onward(await site.post(`${path}/send`, { count: String(many) }))).toContain('done=sending')
  expect(await postChunk(site.ctx(clock), issue())).toBe(true)
  expect(await posted()).toHaveLength(working.chunk)
  // Whoever leaves meanwhile is not written to; one who had it already has it.
  const before = new Set(await posted())
  const gone = must(
    ids.find((id) => !before.has(id)),
    'somebody who waits',
  )
  const ctx = site.ctx(clock)
  await ctx.record(async (tx) => {
    const [fact] = await leave(tx, ctx, gone as unknown as RecipientId)
    return [undefined, must(fact, 'a fact')]
  })
  // Two processes wake at the same minute.
  await Promise.allSettled([postAll(site.ctx(clock)), postAll(site.ctx(clock))])
  await postAll(site.ctx(clock))
  const all = await posted()
  expect(new Set(all).size).toBe(all.length)
  expect(new Set(all)).toEqual(new Set(ids.filter((id) => id !== gone)))
})

async function drain() {
  while ((await dispatch(site.ctx(clock), room)) === 'more');
}

test('every mail is taken by the server once, and none for who left', async () => {
  // As many processes at once as a large city has: each connection to the server waits a little.
  await Promise.all(Array.from({ length: 6 }, drain))
  const own = (await server.taken()).filter(({ mail }) => mail.subject?.includes('号外'))
  const to = own.map((one) => one.to).toSorted()
  expect(to).toHaveLength(many - 1)
  expect(new Set(to).size).toBe(many - 1)
  expect(
    own.every(
      (one) => !String(one.mail.headers.find(({ key }) => key === 'to')?.value).includes(','),
    ),
  ).toBe(true)
  await drain()
  expect((await server.taken()).filter(({ mail }) => mail.subject?.includes('号外'))).toHaveLength(
    0,
  )
})

test('the ledger counts batches and people, and names none', async () => {
  const said = await facts()
  const batches = said.filter(([fact]) => /chunk-posted|finished/.test(fact))
  expect(batches.map(([fact]) => fact)).toEqual([
    'newsletters.chunk-posted',
    'newsletters.chunk-posted',
    'newsletters.finished',
  ])
  expect(batches.map(([, detail]) => detail)).toEqual([
    { count: working.chunk, posted: working.chunk },
    { count: working.chunk, posted: 2 * working.chunk },
    { count: 16, posted: many - 1 },
  ])
  expect(JSON.stringify(said)).not.toContain('@')
  expect(site.bugs).toEqual([])
})
