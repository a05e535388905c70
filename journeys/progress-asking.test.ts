import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dispatch } from '#domains/notices/actions/dispatch.ts'
import { postMorning } from '#domains/notices/actions/morning.ts'
import type { PostRoom } from '#domains/notices/actions/room.ts'
import { askGroup } from '#domains/progress/actions/groups.ts'
import { remind } from '#domains/progress/actions/remind.ts'
import { confirm, giveBack, submit } from '#domains/progress/actions/reports.ts'
import { emptyReport, type Report, type Round, type Scale } from '#domains/progress/progress.ts'
import { reports } from '#domains/progress/store/reports.ts'
import { scaleById } from '#domains/progress/store/scales.ts'
import { clock, dutyOf } from '#domains/staff/roles.ts'
import { sinceEver } from '#domains/staff/staff.ts'
import { departmentWords } from '#domains/staff/store/organisation.ts'
import { insertAccount, insertAssignment } from '#domains/staff/store/people.ts'
import type { Actor } from '#platform/actor.ts'
import { newId } from '#platform/id.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { smtpServer } from '#testing/smtp.ts'
import { dues, staffOf } from '../src/post-room.ts'
import { demoCity } from './support/city.ts'
import { treeIn } from './support/plan.ts'
import { wholeRoom } from './support/post-room.ts'
import { openedRound } from './support/progress.ts'

const section = '地域再生推進本部'
let site: Browser
let server: Awaited<ReturnType<typeof smtpServer>>
let room: PostRoom
let round: Round
let scale: Scale
let head: Actor

/** A head who serves beside the people of the demo, in the section that answers for most items. */
async function serveAsHead(): Promise<Actor> {
  const id = 'per_sectionhead' as const
  const department = must((await departmentWords(site.db)).get(section), 'the section').id
  await site.ctx(people.author).record(async (tx) => {
    const account = { id, name: '本部の長', email: `${id}@example.jp` }
    await insertAccount(tx, account, null, new Date(0))
    const post = {
      id: newId('asg'),
      department,
      post: '本部長',
      rank: 'head',
      isMain: true,
    } as const
    await insertAssignment(tx, { ...post, user: id, from: sinceEver, until: null })
    return [undefined, { fact: 'staff.member-added', subject: id, basis: 'test' }]
  })
  const duties = [
    dutyOf('section-staff', { sections: [section] }),
    dutyOf('section-head', { sections: [section] }),
  ]
  return { id, name: '本部の長', duties, department: section }
}

beforeAll(async () => {
  site = await demoCity()
  server = await smtpServer()
  room = wholeRoom(server.url)
  await site.as(people.officer)
  await site.as(people.author)
  head = await serveAsHead()
  await told()
  round = await openedRound(site, 'final', '2013-03-15T09:00:00+09:00', '2013-03-29')
  scale = must(await scaleById(site.db, round.scaleId), 'its scale')
})
afterAll(() => server.close())

/** What was told since it was asked last, and to whom. */
let seen = new Set<string>()
async function told(kind = 'progress.') {
  const rows = await site.db
    .selectFrom('notice as n')
    .innerJoin('notice_recipient as r', 'r.notice_id', 'n.id')
    .select(['n.id', 'n.kind', 'n.said', 'r.recipient_id as to'])
    .where('n.kind', 'like', `${kind}%`)
    .execute()
  const fresh = rows.filter(({ id }) => !seen.has(id))
  seen = new Set([...seen, ...rows.map(({ id }) => id)])
  return fresh.map(({ kind: of, to, said }) => ({
    kind: of,
    to,
    said: said as { section?: string },
  }))
}
const own = (all: Awaited<ReturnType<typeof told>>, kind: string) =>
  all.filter((one) => one.kind === kind && (one.said.section ?? section) === section)
const city = async () =>
  (await reports(site.db, { rounds: [round.id] })).filter(({ side }) => side === 'city')
const ofSection = async () => (await city()).filter(({ asked }) => asked === section)
const morning = async (day: string) => {
  site.later(`${day}T06:40:00+09:00`)
  return remind(site.ctx(clock))
}
const said = () => ({
  ...emptyReport,
  value: must(scale.steps[0], 'a step').code,
  result: '説明会を開いた。',
})
const whole = (report: Report) => ({
  ...said(),
  readings: report.content.readings.map(({ name }) => ({
    name,
    actual: null,
    unmeasured: '集計中',
  })),
})
const duesOf = async (actor: Actor, day: string) =>
  (await Promise.all(dues.map((of) => of(site.db, actor, day)))).flat()

test('as a round opens, everyone of a section gets one notice with all its items; no other does', async () => {
  const all = own(await told(), 'progress.asked')
  const to = all.map((one) => one.to)
  expect(to).toContain(people.officer.id)
  expect(to).toContain(head.id)
  expect(new Set(to).size).toBe(to.length)
  const mine = all.find((one) => one.to === people.officer.id)
  expect(mine?.said).toMatchObject({ count: (await ofSection()).length, due: '2013-03-29' })
  while ((await dispatch(site.ctx(clock), room)) === 'more');
  const mails = server.taken().filter(({ to: one }) => one === `${people.officer.id}@example.jp`)
  const asking = must(
    mails.find(({ mail }) => mail.subject?.includes('報告をお願いします')),
    'its mail',
  )
  expect(asking.mail.text).toContain(`/desk/progress/rounds/${round.id}/section?name=`)
})

test('the desk’s first page and the morning say how many and until when', async () => {
  const count = (await ofSection()).length
  await site.as(people.officer)
  const page = await site.text('/desk')
  expect(page).toContain(`進捗の報告 ${count}件`)
  const mine = await duesOf(people.officer, '2013-03-18')
  expect(mine).toContainEqual(expect.objectContaining({ kind: 'due', on: '2013-03-29' }))
  expect(await duesOf(people.other, '2013-03-18')).not.toContainEqual(
    expect.objectContaining({
      title: expect.objectContaining({ ja: expect.stringContaining(section) }),
    }),
  )
  site.later('2013-03-18T08:25:00+09:00')
  const ctx = site.ctx(clock)
  await postMorning(ctx, await staffOf(site.db, '2013-03-18'), dues)
  await postMorning(ctx, await staffOf(site.db, '2013-03-18'), dues)
  const digests = (await told('notices.morning')).filter(({ to }) => to === people.officer.id)
  expect(digests).toHaveLength(1)
  expect(JSON.stringify(digests[0]?.said)).toContain(`進捗の報告 ${count}件`)
})

describe('day by day', () => {
  let group: Report
  test('quiet until three days before; then whoever has not reported, once, and their group', async () => {
    await told()
    const item = must(
      (await treeIn(site.db, 2012)).measures
        .flatMap(({ groups }) => groups.flatMap(({ items }) => items))
        .find(({ lead }) => lead === 'citizens' || lead === 'both'),
      'an item that is shared',
    )
    const text = { name: '竹の会', mail: 'take@example.org', language: 'ko' } as const
    group = await askGroup(site.ctx(people.author), round.id, item.id, text)
    await told()
    for (const day of ['2013-03-19', '2013-03-25']) expect(await morning(day)).toBe(0)
    expect(await told()).toEqual([])
    expect(await morning('2013-03-26')).toBeGreaterThan(1)
    expect(await morning('2013-03-26')).toBe(0)
    expect(await morning('2013-03-27')).toBe(0)
    const all = await told()
    expect(own(all, 'progress.reminder').map(({ to }) => to)).toContain(people.officer.id)
    expect(all.filter(({ to }) => to === group?.id)).toEqual([])
    while ((await dispatch(site.ctx(clock), room)) === 'more');
    const mails = server.taken().filter(({ to }) => to === 'take@example.org')
    expect(mails.map(({ mail }) => mail.subject).join()).toContain('보고 기한이 다가왔습니다')
  })

  test('a report tells its head, comes back to its writer, and when public those who follow it', async () => {
    const report = must((await ofSection())[0], 'a report')
    const writer = site.ctx(people.officer)
    const first = await submit(writer, report, whole(report))
    expect((await told()).map(({ kind, to }) => [kind, to])).toEqual([
      ['progress.submitted', head.id],
    ])
    const back = await giveBack(site.ctx(head), first, '何回開いたかを書いてください。')
    const [returned] = await told()
    expect(returned).toMatchObject({ kind: 'progress.returned', to: people.officer.id })
    expect(returned?.said).toMatchObject({ reason: '何回開いたかを書いてください。' })
    const again = await submit(writer, back, { ...whole(report), result: '3回開いた。' })
    const waiting = await duesOf(head, '2013-03-27')
    expect(waiting).toContainEqual(
      expect.objectContaining({
        kind: 'decision',
        title: expect.objectContaining({ ja: '確認待ちの報告 1件' }),
      }),
    )
    expect(await duesOf(people.officer, '2013-03-27')).not.toContainEqual(
      expect.objectContaining({ kind: 'decision' }),
    )
    await site.db
      .insertInto('resident_receipt')
      .values({
        id: 'rcp_follower',
        number: 'F-1',
        act: 'follow',
        year: 2012,
        serial: 9999,
        subject: report.itemId,
        channel: 'web',
        reach: 'mail',
        locale: 'easy',
        at: new Date(),
        phrase_mark: 'x',
      })
      .execute()
    await site.db
      .insertInto('resident_follow')
      .values({ id: 'flw_1', receipt_id: 'rcp_follower', subject: report.itemId })
      .execute()
    await told()
    await confirm(site.ctx(head), again)
    const news = await told('progress.news')
    expect(news.map(({ to }) => to)).toEqual(['rcp_follower'])
  })

  test('after a stop of days the head and the secretariat are told at once, and never again', async () => {
    await told()
    expect(await morning('2013-04-06')).toBeGreaterThan(1)
    const all = await told()
    expect(own(all, 'progress.late').map(({ to }) => to)).toEqual([head.id])
    const secretariat = all.filter(({ kind }) => kind === 'progress.unreported')
    expect(secretariat.map(({ to }) => to)).toContain(people.author.id)
    expect(JSON.stringify(secretariat[0]?.said)).toContain(section)
    // Those who were reminded before the stop are not reminded anew.
    expect(own(all, 'progress.reminder')).toEqual([])
    const before = (await site.db.selectFrom('ledger').select('seq').execute()).length
    for (const day of ['2013-04-06', '2013-04-07', '2013-05-01']) expect(await morning(day)).toBe(0)
    expect(await told()).toEqual([])
    expect((await site.db.selectFrom('ledger').select('seq').execute()).length).toBe(before)
    const listed = await duesOf(people.author, '2013-04-08')
    expect(listed).toContainEqual(
      expect.objectContaining({
        kind: 'unanswered',
        title: expect.objectContaining({ ja: expect.stringContaining('未報告の課') }),
      }),
    )
    const overdue = await duesOf(people.officer, '2013-04-08')
    expect(overdue).toContainEqual(expect.objectContaining({ kind: 'overdue' }))
  })

  test('nobody is told of what is handed in', async () => {
    for (const report of await city())
      if (report.state === 'requested') await submit(site.ctx(people.author), report, whole(report))
    await told()
    expect(await morning('2013-04-20')).toBe(0)
    expect(await duesOf(people.officer, '2013-04-20')).not.toContainEqual(
      expect.objectContaining({ kind: 'overdue', on: '2013-03-29' }),
    )
  })
})
