import { afterAll, beforeAll, expect, test } from 'vitest'
import { add, rename } from '#domains/districts/actions.ts'
import { districtNamed, districtParts, districts } from '#domains/districts/index.ts'
import { postAll } from '#domains/newsletters/actions/send.ts'
import { confirm, subscribe } from '#domains/newsletters/actions/subscribe.ts'
import type { Segment, Wish } from '#domains/newsletters/newsletter.ts'
import { isMeant } from '#domains/newsletters/rules.ts'
import { recipientCount } from '#domains/newsletters/store/subscribers.ts'
import { dispatch } from '#domains/notices/actions/dispatch.ts'
import type { PostRoom } from '#domains/notices/actions/room.ts'
import { clock } from '#domains/staff/roles.ts'
import { anonymous } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { smtpServer } from '#testing/smtp.ts'
import { onward } from './support/desk.ts'
import { readable } from './support/html.ts'
import { wholeRoom } from './support/post-room.ts'

const { author, head, officer } = people
const start = '2026-11-24T09:00:00+09:00'
let site: Browser
let server: Awaited<ReturnType<typeof smtpServer>>
let room: PostRoom
beforeAll(async () => {
  const database = await testDatabase()
  server = await smtpServer()
  site = await browser(start, database)
  room = wholeRoom(server.url)
  await site.as(author)
  for (const name of ['厳原', '美津島'])
    await add(site.ctx(author), { name, reading: '', en: '', ko: '', from: '2026-04-01' })
  const topics = [
    ['plan', '計画', '{計画|けいかく}', 'The plan', '계획'],
    ['grants', '補助', '{補助|ほじょ}', 'Grants', '보조금'],
  ] as const
  const set = { from: '2026-11-24', ...topicRows(topics) }
  expect((await site.post('/desk/newsletters/terms', set)).status).toBe(303)
})
afterAll(() => server.close())

/** The form of 関心ごと: a row a topic, its key and its name in four languages. */
const topicRows = (topics: readonly (readonly string[])[]): Record<string, string> => ({
  do: 'save',
  rows: String(topics.length),
  ...Object.fromEntries(
    topics.flatMap((row, i) =>
      ['key', 'ja', 'easy', 'en', 'ko'].map((part, j) => [`topic${i}.${part}`, row[j] ?? '']),
    ),
  ),
})

const mails = async () => {
  while ((await dispatch(site.ctx(clock), room)) === 'more');
  return server.taken()
}
const facts = async (like: string) =>
  site.db.selectFrom('ledger').select(['fact', 'detail']).where('fact', 'like', like).execute()

const wish = { language: 'ja', topics: [] as string[], district: '', agree: 'yes' }
const ask = async (mail: string, over: Partial<typeof wish> = {}) => {
  await site.as(people.resident)
  return onward(await site.post('/newsletters/subscribe', { mail, ...wish, ...over }))
}
const codeIn = (text: string | undefined) => must(/\d{6}/.exec(text ?? '')?.[0], 'six digits')
async function join(mail: string, over: Partial<typeof wish> = {}) {
  const page = await ask(mail, over)
  const [one] = await mails()
  expect(one?.to).toBe(mail)
  const answer = await site.post(page, { code: codeIn(one?.mail.text) })
  expect(onward(answer)).toMatch(/\/newsletters\/subscribed$/)
}
const subscriber = (locale: string) =>
  site.db
    .selectFrom('newsletter_subscriber')
    .selectAll()
    .where('consent_locale', '=', locale)
    .execute()

const title = '協働のまちから'
const draft = {
  title: `${title}\r\nBcc: stranger@example.com`,
  body: '山田太郎さん(電話 0920-52-1234)が話しました。\n\nまた来月お便りします。',
  links: '計画を見る /plans',
  district: '',
  topics: 'plan',
  titleEn: 'From our city',
  bodyEn: 'See you next month.',
}
async function written(over: Partial<typeof draft> = {}) {
  await site.as(author)
  const answer = await site.post('/desk/newsletters/new', { ...draft, ...over })
  return must(onward(answer).split('?')[0], 'an address')
}
async function approved(path: string) {
  await site.as(author)
  await site.post(`${path}/submit`, { looked: 'yes' })
  await site.as(head)
  const answer = await site.post(`${path}/approve`, { looked: 'yes' })
  expect(onward(answer)).toContain('done=approved')
}
/** What the form of one part says that its reader has seen. */
const placesIn = (html: string, part: string): string =>
  new RegExp(
    `name="part" value="${part}"/?><input type="hidden" name="places" value="([^"]*)"`,
  ).exec(html)?.[1] ?? ''

async function sent(path: string, count: number) {
  const answer = await site.post(`${path}/send`, { count: String(count) })
  expect(onward(answer)).toContain('done=sending')
  await postAll(site.ctx(clock))
  return (await mails()).filter(({ to }) => !to.startsWith('per_'))
}

test('written, marked, approved by another, tested, counted, sent; left with one click, and not written to again', async () => {
  await join('hanako@example.jp')
  await join('john@example.jp', { language: 'en', topics: ['plan'] })
  await join('grants@example.jp', { language: 'ko', topics: ['grants'] })

  const path = await written()
  const html = await site.text(`${path}/check`)
  const check = readable(html)
  expect(check).toContain('0920-52-1234')
  expect(check).toMatch(/電話/)
  expect((await site.post(`${path}/submit`)).status).toBe(422)
  const masked = await site.post(`${path}/mask`, {
    part: 'ja.1',
    places: placesIn(html, 'ja.1'),
    mask: ['0', '1'],
  })
  expect(onward(masked)).toContain('done=masked')
  expect(await site.text(path)).not.toContain('0920-52-1234')

  expect(onward(await site.post(`${path}/submit`, { looked: 'yes' }))).toContain('submitted')
  expect((await site.post(`${path}/approve`, { looked: 'yes' })).status).toBe(403)
  // Nobody is shown a form or a button that would be refused: neither editing nor sending.
  expect(onward(await site.get(`${path}/edit`))).toBe(`${path}?done=locked`)
  expect(onward(await site.get(`${path}/send`))).toBe(`${path}?done=early`)
  expect(readable(await site.text(`${path}?done=early`))).toContain('この号は、いまは送れません')
  await site.as(head)
  expect(onward(await site.post(`${path}/approve`, { looked: 'yes' }))).toContain('approved')
  expect((await site.post(`${path}/edit`, { ...draft, version: '9' })).status).toBe(409)

  await site.post(`${path}/test`)
  // Signing in from a new device tells people something too.
  const trial = (await mails()).find(({ mail }) => mail.subject?.includes('試し'))
  expect(trial?.to).toBe(`${head.id}@example.jp`)
  expect(trial?.mail.subject).toContain(title)

  expect(readable(await site.text(`${path}/send`))).toContain('2人に送りますか')
  expect((await site.post(`${path}/send`, { count: '3' })).status).toBe(422)
  const before = (await facts('%')).length
  const letters = await sent(path, 2)
  expect(letters.map(({ to }) => to).toSorted()).toEqual(['hanako@example.jp', 'john@example.jp'])
  // Sent, posted, taken and noted: four entries, however many mails.
  expect((await facts('%')).length - before).toBe(4)
  const own = must(
    letters.find(({ to }) => to.startsWith('hanako')),
    'her mail',
  )
  expect(own.mail.subject).toContain(`${title} Bcc: stranger@example.com`)
  expect(own.mail.headers.some(({ key }) => key === 'bcc')).toBe(false)
  expect(own.mail.text).toContain('http://localhost/plans')
  expect(letters.find(({ to }) => to.startsWith('john'))?.mail.text).toContain(
    'See you next month.',
  )
  expect(readable(await site.text(path))).toMatch(/届け終えた数\s*2/)

  const issue = path.replace('/desk', '')
  expect(await site.text(issue)).toContain('また来月お便りします')
  expect(await site.text(`/en${issue}`)).toContain('See you next month.')
  expect(await site.text('/newsletters/feed.xml')).toContain(`<title>${title} Bcc`)

  const header = own.mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
  const link = must(/<http:\/\/localhost([^>]+)>/.exec(header)?.[1], 'a way to leave')
  expect((await site.get(link)).status).toBe(200)
  expect((await subscriber('ja'))[0]?.state).toBe('active')
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  const left = await site.site.request(`http://localhost${link}`, { method: 'POST', body })
  expect(left.status).toBe(200)
  expect((await subscriber('ja'))[0]).toMatchObject({
    state: 'left',
    sealed: null,
    address_mark: null,
    left_by: 'one-click',
    consent_text: '2026-11',
    consent_act: 'code-from-mail',
  })

  const next = await written({ title: '二号', topics: '', body: '二号の文です。' })
  await approved(next)
  const second = await sent(next, 2)
  expect(second.map(({ to }) => to).toSorted()).toEqual(['grants@example.jp', 'john@example.jp'])
  expect(site.bugs).toEqual([])
})

test('known and unknown addresses get the same answer and the same mail; one stays one', async () => {
  const shape = (page: string) => page.replace(/sub_[a-z0-9]+/, 'sub_')
  const unknown = await ask('new@example.jp', { language: 'easy' })
  const [first] = await mails()
  await site.post(unknown, { code: codeIn(first?.mail.text) })
  const known = await ask('new@example.jp', { language: 'easy', topics: ['plan'] })
  const [again] = await mails()
  expect(shape(known)).toBe(shape(unknown))
  expect(again?.mail.subject).toBe(first?.mail.subject)
  expect(await site.text(known)).toBe((await site.text(unknown)).replaceAll(unknown, known))
  await site.post(known, { code: codeIn(again?.mail.text) })
  const rows = await subscriber('easy')
  expect(rows.map(({ state, topics }) => [state, topics])).toEqual([['active', ['plan']]])
})

test('a wrong number five times is five tries; a trap, a bad address and a missing consent keep nothing', async () => {
  const page = await ask('guess@example.jp', { language: 'en' })
  const [mail] = await mails()
  const right = codeIn(mail?.mail.text)
  for (let i = 0; i < 5; i++)
    expect((await site.post(page, { code: right === '000000' ? '1' : '000000' })).status).toBe(422)
  expect((await site.post(page, { code: right })).status).toBe(422)
  const count = async () =>
    (await site.db.selectFrom('newsletter_subscriber').select('id').execute()).length
  const before = await count()
  const form = { mail: 'x@example.jp', ...wish }
  expect((await site.post('/newsletters/subscribe', { ...form, homepage_url: 'x' })).status).toBe(
    303,
  )
  expect((await site.post('/newsletters/subscribe', { ...form, mail: 'x' })).status).toBe(422)
  expect((await site.post('/newsletters/subscribe', { ...form, agree: '' })).status).toBe(422)
  expect(await count()).toBe(before)
})

test('two confirmations of one address at the same moment are one subscriber', async () => {
  const ctx = site.ctx(anonymous)
  const always = async () => true
  const hers: Wish = { locale: 'ko', topics: [], district: null }
  const ids = [
    await subscribe(ctx, 'race@example.jp', hers, always),
    await subscribe(ctx, ' Race@Example.jp ', hers, always),
  ]
  const codes = (await mails()).map(({ mail }) => codeIn(mail.text))
  const tries = ids.flatMap((id) => codes.map((code) => confirm(ctx, id, code)))
  const ended = await Promise.allSettled(tries)
  expect(ended.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
  const active = (await subscriber('ko')).filter(
    ({ state, topics }) => state === 'active' && !(topics as unknown as string[]).length,
  )
  expect(active).toHaveLength(1)
})

test('the count in the database is the rule’s own', async () => {
  const ctx = site.ctx(anonymous)
  const called = async (name: string) => must(districtNamed(await districts(site.db), name), name)
  const [north, south] = [await called('厳原'), await called('美津島')]
  const always = async () => true
  for (const [at, hers] of (
    [
      { locale: 'ja', topics: ['plan'], district: north.id },
      { locale: 'ja', topics: ['grants'], district: north.id },
      { locale: 'ja', topics: [], district: south.id },
      { locale: 'ja', topics: ['plan', 'grants'], district: null },
    ] satisfies Wish[]
  ).entries()) {
    const id = await subscribe(ctx, `rule${at}@example.jp`, hers, always)
    const [mail] = await mails()
    await confirm(ctx, id, codeIn(mail?.mail.text))
  }
  const rows = await site.db
    .selectFrom('newsletter_subscriber')
    .select(['locale', 'topics', 'district'])
    .where('state', '=', 'active')
    .execute()
  const all = rows as unknown as readonly Wish[]
  // Whoever chose a district receives what is written to it under its new name.
  const name = { name: '厳原中央', reading: '', en: '', ko: '', on: '2026-11-01' }
  const renamed = await rename(site.ctx(author), north.id, north.version, name)
  const known = await districts(site.db)
  expect(await recipientCount(site.db, { district: renamed, topics: [] }, ctx.now)).toBe(2)
  const segments: Segment[] = [null, renamed, north.id, south.id].flatMap((district) =>
    [[], ['plan'], ['grants'], ['plan', 'grants'], ['none']].map((topics) => ({
      district,
      topics,
    })),
  )
  for (const segment of segments)
    expect(await recipientCount(site.db, segment, ctx.now), JSON.stringify(segment)).toBe(
      all.filter((one) => isMeant(segment, one, districtParts(known, segment.district ?? '')))
        .length,
    )
})

test('a section’s clerk sees none of it, and a link leads to our own pages only', async () => {
  await site.as(officer)
  expect((await site.get('/desk/newsletters')).status).toBe(403)
  await site.as(author)
  for (const links of [
    'よそ https://evil.example/',
    'よそ //evil.example',
    'よそ javascript:alert(1)',
  ]) {
    const answer = await site.post('/desk/newsletters/new', { ...draft, links })
    expect(answer.status, links).toBe(422)
    expect(await answer.text()).toContain('また来月お便りします')
  }
})

test('a topic is a row in four languages: one is added, one lacks a language, one is emptied away', async () => {
  await site.as(author)
  const path = '/desk/newsletters/terms'
  const rows = [
    ['plan', '計画', '{計画|けいかく}', 'The plan', '계획'],
    ['grants', '', '', '', ''],
    ['', '防災', '{防災|ぼうさい}', '', '방재'],
  ]
  const from = '2027-04-01'
  const more = await (await site.post(path, { from, ...topicRows(rows), do: 'add' })).text()
  expect(more).toContain('name="topic3.ja"')
  expect(more).toMatch(/name="topic2\.ja"[^>]*value="防災"/)

  const half = await site.post(path, { from, ...topicRows(rows) })
  expect(half.status).toBe(422)
  expect(await half.text()).toMatch(/href="#f-topic1-en"/)

  const whole = rows.map((row) => (row[1] === '防災' ? row.with(3, 'Disasters') : row))
  expect((await site.post(path, { from, ...topicRows(whole) })).status).toBe(303)
  const { terms } = await site.db
    .selectFrom('newsletter_terms')
    .select('terms')
    .where('from_on', '=', from)
    .executeTakeFirstOrThrow()
  const { topics } = terms as unknown as { topics: { key: string; title: { en: string } }[] }
  expect(topics.map(({ title }) => title.en)).toEqual(['The plan', 'Disasters'])
  expect(topics.map(({ key }) => key)).toEqual(['plan', expect.stringMatching(/^top_/)])
})
