import { afterAll, beforeAll, expect, test } from 'vitest'
import { dispatch } from '#domains/notices/actions/dispatch.ts'
import { clock } from '#domains/staff/roles.ts'
import { followUp } from '#domains/voices/actions/follow-up.ts'
import { decide } from '#domains/voices/actions/points.ts'
import type { PointId } from '#domains/voices/point.ts'
import type { FollowUpId } from '#domains/voices/store/follow-ups.ts'
import { pointById } from '#domains/voices/store/points.ts'
import { districtSubject, topicSubject } from '#domains/voices/subjects.ts'
import { urls } from '#domains/voices/urls.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { smtpServer } from '#testing/smtp.ts'
import { postRoom } from '../src/post-room.ts'
import { demoCity } from './support/city.ts'
import { readable } from './support/html.ts'
import { codeFor, led, sendFrom } from './support/residents.ts'

/** この件の続き: a voice, a topic, a district, by mail and by feed; once for each thing that happens. */
const first = '2013-03-06T10:00:00+09:00'
let site: Browser
let server: Awaited<ReturnType<typeof smtpServer>>
let one: {
  readonly point: PointId
  readonly number: string
  readonly topic: string
  readonly district: string
}
beforeAll(async () => {
  site = await demoCity()
  server = await smtpServer()
  const row = await site.db
    .selectFrom('voice_follow_up as f')
    .innerJoin('voice_public as p', 'p.point_id', 'f.point_id')
    .innerJoin('voice as v', 'v.id', 'p.voice_id')
    .select(['p.point_id', 'v.number', 'p.topic', 'p.district_id', 'f.id', 'f.version'])
    .where('f.state', '=', 'open')
    .where('p.district_id', 'is not', null)
    .orderBy('f.due_on')
    .executeTakeFirstOrThrow()
  one = {
    point: row.point_id as PointId,
    number: row.number,
    topic: row.topic,
    district: must(row.district_id, 'a district'),
  }
})
afterAll(() => server.close())

/** What reached each address, once everything that is due by then has left. */
async function mailsAt(moment: string) {
  site.at(moment)
  const room = postRoom(
    { smtpUrl: server.url, mailFrom: 'kyodo@city.example.jp', origin: 'http://localhost' },
    '',
  )
  server.taken()
  while ((await dispatch(site.ctx(clock), room)) === 'more');
  room.post.close()
  return server.taken()
}
const linesTo = (mails: Awaited<ReturnType<typeof mailsAt>>, to: string) =>
  mails.filter((one) => one.to === to).map(({ mail }) => mail.text ?? '')
const wholeDecision = async () => must(await pointById(site.db, one.point), one.point)

/** From the page of a voice or of a list to a confirmed address. */
async function askFrom(page: string, path: string, mail: string) {
  expect(await site.text(page)).toContain(path.replaceAll('&', '&amp;'))
  const receipt = led(await sendFrom(site, path, /\/follow$/, { reach: 'mail', mail }))
  await sendFrom(site, receipt, /\/confirm$/, { code: await codeFor(site.db, mail) })
}

test('the pages of a voice, a topic and a district lead to the form by which one asks', async () => {
  site.at(first)
  await site.as(people.resident)
  const { number, topic, district } = one
  await askFrom(urls.one(number), `/follow?item=${number}`, 'one@example.jp')
  const ofTopic = `/follow?item=${encodeURIComponent(topicSubject(topic))}`
  await askFrom(`${urls.list}?topic=${topic}`, ofTopic, 'topic@example.jp')
  const ofDistrict = `/follow?item=${encodeURIComponent(districtSubject(district))}`
  await askFrom(`${urls.list}?district=${district}`, ofDistrict, 'district@example.jp')
  for (const tongue of ['', '/easy', '/en', '/ko'])
    expect((await site.get(`${tongue}/follow?item=${number}`)).status).toBe(200)
  for (const none of ['V2012-9999-9', 'voices-topic:none', 'voices-district:dst_none', 'voi_none'])
    expect((await site.get(`/follow?item=${none}`)).status).toBe(404)
  // Nobody hears of what was before.
  expect(linesTo(await mailsAt('2013-03-07T08:30:00+09:00'), 'one@example.jp')).toEqual([])
})

test('what is published is told once to whoever follows the voice, its topic or its district', async () => {
  const office = site.ctx(people.author)
  await decide(office, await wholeDecision(), { kind: 'withhold', ground: 'other', reason: '件' })
  await decide(office, await wholeDecision(), { kind: 'show', redactions: [] })
  await decide(office, await wholeDecision(), { kind: 'show', redactions: [] })
  const mails = await mailsAt('2013-03-08T08:30:00+09:00')
  for (const who of ['one', 'topic', 'district']) {
    const [text = '', ...more] = linesTo(mails, `${who}@example.jp`)
    expect(more).toEqual([])
    expect(text.match(new RegExp(`市民の声 ${one.number} を公表しました`, 'g'))).toHaveLength(1)
    expect(text).toContain(urls.one(one.number))
  }
})

test('what came of its promise is told as well; one press ends it', async () => {
  const promise = await site.db
    .selectFrom('voice_follow_up')
    .select(['id', 'version'])
    .where('point_id', '=', one.point)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  const seen = { id: promise.id as FollowUpId, version: promise.version }
  await followUp(site.ctx(people.author), seen, '4月から街灯を2基増やしました。')
  const mails = await mailsAt('2013-03-09T08:30:00+09:00')
  for (const who of ['one', 'topic', 'district'])
    expect(linesTo(mails, `${who}@example.jp`).join('')).toContain('約束したことの結果')
  const { mail } = must(
    mails.find(({ to }) => to === 'topic@example.jp'),
    'the mail on the topic',
  )
  const header = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]))
  expect(header['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
  const out = must(/<http:\/\/localhost([^>]+)>/.exec(header['list-unsubscribe'] ?? '')?.[1], 'out')
  expect((await site.post(out)).status).toBe(200)
  await decide(site.ctx(people.author), await wholeDecision(), {
    kind: 'withhold',
    ground: 'other',
    reason: '件',
  })
})

test('feeds tell of one voice, of a topic, of a district, and of nothing else', async () => {
  await decide(site.ctx(people.author), await wholeDecision(), { kind: 'show', redactions: [] })
  const own = await site.text(urls.feedOf(one.number))
  expect(own).toContain('4月から街灯を2基増やしました。')
  expect(own.match(/<entry>/g)?.length).toBeGreaterThanOrEqual(3)
  const numbers = async (path: string) =>
    new Set([...(await site.text(path)).matchAll(/\/voices\/(V[\d-]+)"/g)].map(([, n]) => n))
  const all = await site.db
    .selectFrom('voice_public as p')
    .innerJoin('voice as v', 'v.id', 'p.voice_id')
    .select(['v.number', 'p.topic', 'p.district_id'])
    .execute()
  for (const [query, key] of [
    [`topic=${one.topic}`, 'topic'],
    [`district=${one.district}`, 'district_id'],
  ] as const) {
    const expected = all
      .filter((row) => row[key] === (key === 'topic' ? one.topic : one.district))
      .map(({ number }) => number)
    const found = await numbers(`${urls.feed}?${query}`)
    expect(found.size).toBeGreaterThan(0)
    for (const number of found) expect(expected).toContain(number)
  }
  expect(readable(await site.text(`${urls.feed}?topic=${one.topic}`))).toContain('の市民の声')
  expect((await site.get(urls.feedOf('V2012-9999-9'))).status).toBe(404)
  expect(site.bugs).toEqual([])
})
