import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dispatch } from '#domains/notices/actions/dispatch.ts'
import type { PostRoom } from '#domains/notices/actions/room.ts'
import { itemsOf } from '#domains/plan/index.ts'
import { askGroup } from '#domains/progress/actions/groups.ts'
import { confirm, submit } from '#domains/progress/actions/reports.ts'
import { retentions } from '#domains/progress/jobs.ts'
import { emptyReport, type Report, type Round, type Scale } from '#domains/progress/progress.ts'
import { reportById, reports } from '#domains/progress/store/reports.ts'
import { scaleById } from '#domains/progress/store/scales.ts'
import { clock } from '#domains/staff/roles.ts'
import { must } from '#platform/must.ts'
import { hashOf } from '#platform/token.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { smtpServer } from '#testing/smtp.ts'
import { demoCity } from './support/city.ts'
import { formTo, send } from './support/desk.ts'
import { readable } from './support/html.ts'
import { treeIn } from './support/plan.ts'
import { wholeRoom } from './support/post-room.ts'
import { openedRound } from './support/progress.ts'
import { invalidIn, leftIn, untranslatedIn } from './support/sound.ts'

const mail = 'umi-no-kai@example.org'
const name = '海をきれいにする会'
let site: Browser
let server: Awaited<ReturnType<typeof smtpServer>>
let room: PostRoom
let round: Round
let scale: Scale
let item: ReturnType<typeof itemsOf>[number]
let other: typeof item
const worker = people.officer

beforeAll(async () => {
  site = await demoCity()
  server = await smtpServer()
  room = wholeRoom(server.url)
  round = await openedRound(site, 'final', '2013-03-15T09:00:00+09:00', '2013-03-29')
  scale = must(await scaleById(site.db, round.scaleId), 'its scale')
  const shared = itemsOf(await treeIn(site.db, 2012)).filter(({ lead }) => lead !== 'city')
  item = must(shared[0], 'an item that citizens lead')
  other = must(shared[1], 'another one')
})
afterAll(() => server.close())

const mails = async () => {
  while ((await dispatch(site.ctx(clock), room)) === 'more');
  return server.taken()
}
const toGroup = async (to = mail) => (await mails()).filter((one) => one.to === to)
const linkIn = (text: string | undefined) =>
  must(/\/progress\/report\/[\w-]{43}/.exec(text ?? '')?.[0], 'a link')
const now = async (of: Pick<Report, 'id'>) => must(await reportById(site.db, of.id), 'it is there')
const stranger = () => site.as(people.resident)
const deskPath = () => `/desk/progress/rounds/${round.id}/items/${item.id}/groups`
const onward = (answer: Response) => answer.headers.get('location') ?? ''
const readings = () =>
  Object.fromEntries(
    item.indicators.flatMap((_, i) => [
      [`reading${i}.actual`, ''],
      [`reading${i}.unmeasured`, '数えていないため'],
    ]),
  )
const words = () => ({
  value: must(scale.steps[0], 'a step').code,
  result: '浜の清掃を2回しました。会長の山田太郎(電話 0920-52-1234)が案内しました。',
  'figure0.name': '参加者',
  'figure0.value': '８０',
  'figure0.unit': '人',
  issues: '',
  next: '5月にもう1回。',
  ...readings(),
})

describe('a group is asked by its section', () => {
  let report: Report
  let link: string
  const page = () => link
  const write = async (step: string, over: Record<string, string> = {}) =>
    site.post(page(), {
      version: String((await now(report)).version),
      step,
      ...words(),
      ...over,
    })

  test('with an address that is kept sealed, and gets a link by mail', async () => {
    await site.as(worker)
    const typed = { name, mail: ` ${mail.toUpperCase()} `, language: 'ja' }
    expect((await site.post(deskPath(), { ...typed, mail: 'x' })).status).toBe(422)
    expect(onward(await site.post(deskPath(), typed))).toContain('done=asked')
    expect((await site.post(deskPath(), typed)).status).toBe(422)
    const all = await reports(site.db, { rounds: [round.id], items: [item.id] })
    report = must(
      all.find(({ side, asked }) => side === 'group' && asked === name),
      'its report',
    )
    const row = await site.db.selectFrom('progress_group').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain('example.org')
    const [one] = await toGroup()
    expect(one?.mail.subject).toContain(item.title)
    link = linkIn(one?.mail.text)
    const token = must(link.split('/').at(-1), 'a token')
    const kept = await site.db.selectFrom('progress_group_link').selectAll().execute()
    expect(kept.map(({ token_hash }) => token_hash)).toContain(hashOf(token))
    const dump = JSON.stringify([
      kept,
      await site.db.selectFrom('notice').selectAll().execute(),
      await site.db.selectFrom('ledger').selectAll().execute(),
    ])
    expect(dump).not.toContain(token)
    expect(dump).not.toContain('example.org')
  })

  test('nobody without the section’s post asks one, and none where the city leads alone', async () => {
    await site.as(people.viewer)
    expect((await site.post(deskPath(), { name: 'x', mail: '', language: 'ja' })).status).toBe(403)
    const alone = must(
      itemsOf(await treeIn(site.db, 2012)).find(({ lead }) => lead === 'city'),
      'an item of the city',
    )
    const text = { name: 'x', mail: '', language: 'ja' } as const
    await expect(askGroup(site.ctx(people.author), round.id, alone.id, text)).rejects.toMatchObject(
      { refusal: { reason: 'no-other-side' } },
    )
  })

  test('opens the page in four languages; a mail scanner changes nothing', async () => {
    await stranger()
    const before = (await site.db.selectFrom('ledger').select('seq').execute()).length
    for (const prefix of ['', '/easy', '/en', '/ko']) {
      for (const path of [page(), `${page()}/sheet`]) {
        const answer = await site.get(`${prefix}${path}`)
        expect(answer.status).toBe(200)
        expect(answer.headers.get('cache-control')).toContain('no-store')
        const html = await answer.text()
        expect(await invalidIn(html)).toEqual([])
        expect(leftIn(html)).toEqual([])
        if (prefix === '/en' || prefix === '/ko') expect(untranslatedIn(html)).toEqual([])
        expect(html).toContain(item.code)
        // Paper goes from hand to hand: what is printed of the page does not carry its link.
        expect(/<p class="printed">[\s\S]*?<\/p>/u.exec(html)?.[0]).not.toContain(page())
      }
      await site.site.request(`http://localhost${prefix}${page()}`, { method: 'HEAD' })
    }
    expect((await now(report)).state).toBe('requested')
    const after = (await site.db.selectFrom('ledger').select('seq').execute()).length
    expect(after).toBe(before)
  })

  test('saves half of it, is told what is missing, and keeps what was typed', async () => {
    expect(onward(await write('save', { value: '' }))).toContain('done=saved')
    expect((await now(report)).state).toBe('drafting')
    const answer = await write('submit', { value: '', next: '秋にもう1回。' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('秋にもう1回。')
    const old = await site.post(page(), { version: '1', step: 'submit', ...words() })
    expect(old.status).toBe(409)
    expect(await old.text()).toContain('浜の清掃を2回しました')
    expect((await write('submit', { homepage_url: 'x' })).status).toBe(303)
    expect((await now(report)).state).toBe('drafting')
  })

  test('hands in, changes it, and hands in again', async () => {
    expect(onward(await write('submit'))).toContain('done=handedIn')
    expect((await now(report)).state).toBe('submitted')
    expect(await site.text(page())).toContain('書き直す')
    expect(onward(await write('change'))).toContain('done=takenBack')
    expect(onward(await write('submit'))).toContain('done=handedIn')
    expect((await now(report)).content.figures).toEqual([{ name: '参加者', value: 80, unit: '人' }])
  })

  test('the section sees what tells of a person, and gives it back with a link that works', async () => {
    await site.as(worker)
    const html = await site.text(`/desk/progress/groups/${report.id}`)
    expect(html).toContain('<mark')
    expect(readable(html)).toContain('0920-52-1234')
    const { version } = await now(report)
    const step = (to: string, fields: Record<string, string>) =>
      site.post(`/desk/progress/groups/${report.id}/${to}`, { version: String(version), ...fields })
    expect((await step('back', { reason: '' })).status).toBe(422)
    const reason = '人の名前と電話番号を消してください。'
    expect(onward(await step('back', { reason }))).toContain('done=back')
    const [one] = await toGroup()
    expect(one?.mail.text).toContain(reason)
    const fresh = linkIn(one?.mail.text)
    expect(fresh).not.toBe(link)
    await stranger()
    // A page that lies open is not pulled away under somebody who writes.
    expect((await site.get(link)).status).toBe(200)
    expect(await site.text(fresh)).toContain(reason)
    link = fresh
    expect(onward(await write('submit', { result: '浜の清掃を2回しました。' }))).toContain(
      'handedIn',
    )
  })

  test('the section confirms; both sides stand side by side with their difference marked', async () => {
    const all = await reports(site.db, { rounds: [round.id], items: [item.id] })
    const citys = must(
      all.find(({ side }) => side === 'city'),
      'the city’s',
    )
    const said = {
      ...emptyReport,
      value: must(scale.steps.at(-1), 'a step').code,
      result: '清掃を支えた。',
      issues: '理由',
      figures: [{ name: '参加者', value: 64, unit: '人' }],
      readings: item.indicators.map((i) => ({ name: i.name, actual: null, unmeasured: '未集計' })),
    }
    const handedIn = await submit(site.ctx(people.author), citys, said)
    await confirm(site.ctx(people.head), handedIn)
    await site.as(worker)
    const desk = readable(await site.text(`/desk/progress/groups/${report.id}`))
    expect(desk).toContain('参加者80人')
    expect(desk).toContain('参加者64人')
    expect(desk).toMatch(/ちがい:参加者:市は「64人」、市民・団体は「80人」/)
    const post = async (to: string, fields: Record<string, string> = {}) => {
      const { version } = await now(report)
      const body = { version: String(version), ...fields }
      return site.post(`/desk/progress/groups/${report.id}/${to}`, body)
    }
    const text = '市は受付の人数、会は浜に来た人数です。'
    expect(onward(await post('note', { text }))).toContain('done=noted')
    expect(onward(await post('confirm'))).toContain('done=confirmed')
    const after = await now(report)
    expect(after).toMatchObject({
      state: 'confirmed',
      content: { result: '浜の清掃を2回しました。' },
    })
    const [thanks] = await toGroup()
    expect(thanks?.mail.text).toContain(`/plans/2012/items/${item.code}`)
    await stranger()
    const own = readable(await site.text(page()))
    expect(own).toContain(text)
    expect(own).toContain('清掃を支えた。')
    // Published is published: the link changes nothing any more.
    expect((await write('submit')).status).toBe(409)
    expect(site.bugs).toEqual([])
  })
})

describe('a link', () => {
  let first: string
  let report: Report
  const dead = async (path: string) => {
    const answer = await site.get(path)
    return [
      answer.status,
      readable((await answer.text()).replaceAll(path, '')).replace(/平成25年\d+月\d+日\(.\)$/, ''),
    ] as const
  }

  test('of one group opens no other’s report, and dies when a new one is sent', async () => {
    const ctx = site.ctx(people.author)
    const text = { name: '竹の会', mail: 'take@example.org', language: 'en' } as const
    report = await askGroup(ctx, round.id, other.id, text)
    const [one] = await toGroup('take@example.org')
    expect(one?.mail.subject).toContain('Please report')
    first = linkIn(one?.mail.text)
    await stranger()
    expect(await site.text(first)).toContain('竹の会')
    expect(await site.text(first)).not.toContain(name)
    await site.as(people.author)
    const again = await site.post(`/desk/progress/groups/${report.id}/again`)
    expect(onward(again)).toContain('done=again')
    const [anew] = await toGroup('take@example.org')
    await stranger()
    expect((await site.get(linkIn(anew?.mail.text))).status).toBe(200)
    expect((await site.get(first)).status).toBe(404)
    first = linkIn(anew?.mail.text)
  })

  test('on paper is said once, with a square for a camera', async () => {
    await site.as(people.author)
    const answer = await site.post(`/desk/progress/groups/${report.id}/slip`)
    const html = await answer.text()
    expect(html).toContain('<svg')
    const printed = linkIn(html)
    await stranger()
    expect((await site.get(first)).status).toBe(404)
    expect((await site.get(printed)).status).toBe(200)
    first = printed
  })

  test('that is wrong, withdrawn or too old tells nothing, and nothing apart', async () => {
    await site.as(people.author)
    await site.post(`/desk/progress/groups/${report.id}/withdraw`)
    await stranger()
    const withdrawn = await dead(first)
    expect(withdrawn[0]).toBe(404)
    expect(withdrawn[1]).not.toContain('竹の会')
    expect(await dead(`/progress/report/${'x'.repeat(43)}`)).toEqual(withdrawn)
    expect((await site.post(first, { version: '1', step: 'submit' })).status).toBe(404)
    const text = { name: '最後の会', mail: 'last@example.org', language: 'ja' } as const
    await askGroup(site.ctx(people.author), round.id, other.id, text)
    const [one] = await toGroup('last@example.org')
    const link = linkIn(one?.mail.text)
    site.later('2013-04-12T23:00:00+09:00')
    expect((await site.get(link)).status).toBe(200)
    site.later('2013-04-13T00:10:00+09:00')
    expect(await dead(link)).toEqual(withdrawn)
    site.later('2013-03-16T09:00:00+09:00')
  })
})

test('staff type what came by telephone, marked so; whoever typed it does not publish it', async () => {
  const text = { name: '電話の会', mail: '', language: 'ja' } as const
  const report = await askGroup(site.ctx(people.author), round.id, item.id, text)
  await site.as(worker)
  const path = `/desk/progress/groups/${report.id}`
  const typed = { version: '1', ...words(), way: 'phone', on: '2013-03-16', from: '' }
  const missing = await site.post(`${path}/paper`, typed)
  expect(missing.status).toBe(422)
  expect(await missing.text()).toContain('浜の清掃を2回しました')
  const done = await site.post(`${path}/paper`, { ...typed, from: '阿比留 花子' })
  expect(onward(done)).toContain('done=typed')
  const page = readable(await site.text(path))
  expect(page).toContain('電話で聞いた')
  expect(page).not.toContain('阿比留')
  const { version } = await now(report)
  expect((await site.post(`${path}/confirm`, { version: String(version) })).status).toBe(403)
  const rows = await site.db.selectFrom('progress_group_hearing').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('阿比留')
  await site.as(people.author)
  expect((await site.post(`${path}/confirm`, { version: String(version) })).status).toBe(303)
  expect(site.bugs).toEqual([])
})

test('a group for which nothing has changed says so with why; what it wrote after all is not passed over', async () => {
  const [first] = itemsOf(await treeIn(site.db, 2012)).filter(({ code }) => code === '1-1')
  const heard = must(first, 'the item on which a group has reported before')
  const all = await reports(site.db, { items: [heard.id] })
  const before = must(
    all.find((one) => one.side === 'group' && one.state === 'confirmed'),
    'its earlier report',
  )
  const to = 'renraku@example.org'
  const text = { name: before.asked, mail: to, language: 'ja' } as const
  const report = await askGroup(site.ctx(people.author), round.id, heard.id, text)
  const [asked] = await toGroup(to)
  const link = linkIn(asked?.mail.text)
  await stranger()
  const html = await site.text(link)
  expect(readable(html)).toContain('前と変わらないとき')
  expect(html).toContain(before.content.result)
  const post = (over: Record<string, string>) => send(site, link, over, formTo(link))
  const reason = '冬のあいだは集まりを休んでいるため'
  for (const refused of [
    { step: 'unchanged', unchanged: ' ' },
    { step: 'unchanged', unchanged: reason, next: '4月に集まりを開きます。' },
    // Handed in untouched, last time's words would stand as this time's.
    { step: 'submit' },
  ]) {
    const answer = await post(refused)
    expect(answer.status).toBe(422)
    const back = await answer.text()
    expect(back).toContain('id="f-unchanged-error"')
    if (refused.next) expect(back).toContain(refused.next)
    expect((await now(report)).state).toBe('requested')
  }
  expect(onward(await post({ step: 'unchanged', unchanged: reason }))).toContain('done=handedIn')
  expect(await now(report)).toMatchObject({
    state: 'submitted',
    content: { value: before.content.value, result: before.content.result, unchanged: reason },
  })
  expect(onward(await post({ step: 'change' }))).toContain('done=takenBack')
  // The reason stands in the form again, and need not be written anew.
  expect(onward(await post({ step: 'unchanged' }))).toContain('done=handedIn')
  const { version } = await now(report)
  await confirm(site.ctx(people.head), { id: report.id, version })
  const page = readable(await site.text('/plans/2012/items/1-1'))
  expect(page).toContain(`前回から変わらない理由${reason}`)
  expect(site.bugs).toEqual([])
})

test('a year after the plan is archived, how its groups were reached is gone; what they said is not', async () => {
  const [retention] = retentions
  const due = (before: string) => must(retention, 'a class').due(site.db, new Date(before), 100)
  expect(await due('2099-01-01')).toEqual([])
  const ctx = site.ctx(people.author)
  await ctx.record(async (tx) => {
    await tx
      .updateTable('plan')
      .set({ state: 'archived' })
      .where('fiscal_year', '=', 2012)
      .execute()
    return [undefined, { fact: 'plan.archived', subject: round.planId, basis: 'test' }]
  })
  expect(await due('2013-03-16')).toEqual([])
  const ids = await due('2014-03-18')
  expect(ids.length).toBeGreaterThan(2)
  await ctx.record(async (tx) => {
    await must(retention, 'a class').carry(tx, ids, ctx)
    return [undefined, { fact: 'retention.carried-out', subject: 'x', basis: 'test' }]
  })
  const left = await site.db.selectFrom('progress_group').select(['name', 'sealed']).execute()
  expect(left.every(({ sealed }) => sealed === '')).toBe(true)
  expect(left.map((one) => one.name)).toContain(name)
})
