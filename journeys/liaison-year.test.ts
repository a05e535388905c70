import { beforeAll, expect, test } from 'vitest'
import { jobs } from '#domains/liaisons/jobs.ts'
import { clock, dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import { type SiteProfile, saveSite } from '#platform/site.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { formTo, onward, send } from './support/desk.ts'
import { demoJson } from './support/files.ts'
import { readable } from './support/html.ts'
import { invalidIn, leftIn, untranslatedIn } from './support/sound.ts'

const person = (
  id: string,
  name: string,
  section: string,
  role: 'section-staff' | 'section-head',
) =>
  ({
    id: `per_${id}`,
    name,
    duties: [dutyOf(role, { sections: [section] })],
    department: section,
  }) as const satisfies Actor
const head = person('kacho', '総務課長', '総務部', 'section-head')
const first = person('ichiro', '阿比留一郎', '総務部', 'section-staff')
const second = person('hanako', '小島花子', '総務部', 'section-staff')
const elsewhere = person('jiro', '平山次郎', '福祉部', 'section-staff')

let site: Browser
let section = ''
beforeAll(async () => {
  site = await browser('2012-03-20T09:00:00+09:00')
  await site.ctx(people.author).record(async (tx) => {
    await saveSite(tx, demoJson<SiteProfile>('site.json'))
    return [undefined, { fact: 'site.changed', subject: 'site', basis: 'test' }]
  })
  for (const one of [people.author, head, first, second, elsewhere]) await site.as(one)
  const row = await site.db
    .selectFrom('staff_department_period')
    .select('department_id')
    .where('name', '=', '総務部')
    .executeTakeFirstOrThrow()
  section = row.department_id
})

const page = () => `/desk/liaisons/sections/${section}`
const text = async (path: string) => readable(await site.text(path))
const duty = async (kind: string) => {
  const row = await site.db
    .selectFrom('liaison_task')
    .selectAll()
    .where('department_id', '=', section)
    .where('kind', '=', kind)
    .orderBy('fiscal_year', 'desc')
    .executeTakeFirst()
  return must(row, `the duty ${kind}`)
}

test('in March every section is without a liaison, and is said to be', async () => {
  await site.as(people.author)
  expect(await text('/desk/liaisons?year=2012')).toContain('協働推進員のいない課が2あります')
  onward(await send(site, `${page()}?year=2012`, {}, formTo('/ask')))
  expect(await text(page())).toContain('返事を待っています')
})

test('only people of the section may be named, by its head', async () => {
  await site.as(elsewhere)
  expect((await site.get(page())).status).toBe(403)
  await site.as(head)
  const naming = /\/name$/
  const wrong = await send(site, page(), { 'name.user': elsewhere.id }, formTo(naming))
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('この課にいる人から選んでください')
  onward(await send(site, page(), { 'name.user': first.id }, formTo(naming)))
  expect((await site.post(`${page().replace('sections', 'appointments')}/appoint`)).status).toBe(
    404,
  )
})

test('the secretariat appoints; from April on the roster shows it, without a name', async () => {
  await site.as(people.author)
  onward(await send(site, page(), {}, formTo('/appoint')))
  const before = await site.text('/liaisons')
  site.at('2012-04-02T09:00:00+09:00')
  const after = await site.text('/liaisons')
  expect(after).not.toBe(before)
  expect(readable(after)).toContain('います')
  expect(after).not.toContain(first.name)
  const { sections } = (await (await site.get('/api/v1/liaisons')).json()) as {
    sections: { name: string; liaisons: number; names: string[] }[]
  }
  expect(sections.find((s) => s.name === '総務部')).toMatchObject({ liaisons: 1, names: [] })
  expect(sections.find((s) => s.name === '福祉部')).toMatchObject({ liaisons: 0 })
  expect(await site.text('/api/v1/openapi.json')).toContain('/liaisons')
})

test('the liaison hands in the inventory; another section’s liaison cannot', async () => {
  await site.as(first)
  expect(await text('/desk/liaisons/mine')).toContain('業務の棚卸')
  const path = `/desk/liaisons/sections/${section}/inventory/2012`
  const empty = await send(site, path, { onward: 'hand-in' }, formTo(/inventory\/2012$/))
  expect(empty.status).toBe(422)
  const typed = { 'work.0': '広報紙の編集', 'partner.0': '高校の写真部', 'form.0': 'coHosting' }
  onward(await send(site, path, { ...typed, onward: 'hand-in' }, formTo(/inventory\/2012$/)))
  expect((await duty('inventory')).state).toBe('done')
  const csv = await site.text('/desk/liaisons/inventories-2012.csv')
  expect(csv).toContain('総務部,広報紙の編集,,高校の写真部,共催')
  const xlsx = await site.get('/desk/liaisons/inventories-2012.xlsx')
  expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
  await site.as(elsewhere)
  expect((await site.get(path)).status).toBe(403)
  expect((await site.post(`/desk/liaisons/duties/${(await duty('cases')).id}`)).status).toBe(403)
})

test('misses the training, is overdue and told once; attends the second one', async () => {
  await site.as(people.author)
  const plan = async (title: string, heldOn: string) => {
    const typed = { title, level: 'beginner', heldOn, place: '本庁' }
    const at = onward(await send(site, '/desk/liaisons/trainings', typed, formTo('/trainings')))
    const path = at.replace(/\?.*/, '')
    onward(await send(site, path, {}, formTo('/invite')))
    return path
  }
  const missed = await plan('協働のはじめ', '2012-07-10')
  site.at('2012-07-11T09:00:00+09:00')
  await site.post(`${missed}/attendance`)
  expect((await duty('training')).state).toBe('open')
  site.at('2012-12-03T06:35:00+09:00')
  const overdue = must(
    jobs.find((j) => j.name === 'liaisons.overdue'),
    'the job',
  )
  await overdue.run(site.ctx(clock))
  await overdue.run(site.ctx(clock))
  const told = await site.db
    .selectFrom('ledger')
    .select('seq')
    .where('fact', '=', 'liaison.duty-overdue')
    .execute()
  expect(told).toHaveLength(1)
  expect(await text('/desk/liaisons')).toContain('遅れ1')
  const caught = await plan('協働の実務', '2012-12-10')
  site.at('2012-12-11T09:00:00+09:00')
  await site.post(`${caught}/attendance`, { present: [first.id] })
  expect(await duty('training')).toMatchObject({ state: 'done', done_by: first.id })
  await site.as(first)
  const report = '相談の入口が要ると学びました。課の電話の横に名簿をはります。'
  onward(await send(site, caught, { report }, formTo('/report')))
  expect((await site.post(`${missed}/report`, { report })).status).toBe(403)
})

test('a duty takes one form; the secretariat may excuse with a reason only', async () => {
  await site.as(first)
  const cases = `/desk/liaisons/duties/${(await duty('cases')).id}`
  expect((await site.post(cases, { note: '' })).status).toBe(422)
  onward(await send(site, cases, { note: '写真部と広報紙を作りました。' }))
  const answers = (await duty('first-answers')).id
  expect((await site.post(`/desk/liaisons/duties/${answers}/excuse`, { reason: 'x' })).status).toBe(
    403,
  )
  await site.as(people.author)
  expect((await site.post(`/desk/liaisons/duties/${answers}/excuse`, {})).status).toBe(422)
  onward(await site.post(`/desk/liaisons/duties/${answers}/excuse`, { reason: '窓口が別' }))
  expect((await duty('first-answers')).state).toBe('excused')
})

test('names are public only from the day on which the terms say so', async () => {
  const path = '/desk/liaisons/terms'
  onward(await send(site, path, { from: '2013-01-01', names: 'show' }, formTo('/terms')))
  expect(await site.text('/liaisons')).not.toContain(first.name)
  site.at('2013-01-04T09:00:00+09:00')
  expect(await site.text('/liaisons')).toContain(first.name)
  expect(await site.text('/liaisons/roster.csv')).toContain(first.name)
})

test('in March the next one is appointed, and on 1 April the roster changes by itself', async () => {
  site.at('2013-03-20T09:00:00+09:00')
  await site.as(people.author)
  await site.post('/desk/liaisons/ask', { year: '2013', section })
  await site.as(head)
  onward(await send(site, page(), { 'name.user': second.id }, formTo(/\/name$/)))
  await site.as(people.author)
  onward(await send(site, page(), {}, formTo('/appoint')))
  await site.as(first)
  const last = `/desk/liaisons/duties/${(await hand()).id}`
  onward(await send(site, last, { note: '小島さんに3月25日に渡しました。' }))
  expect(await site.text('/liaisons')).toContain(first.name)
  site.at('2013-04-01T00:10:00+09:00')
  const roster = await site.text('/liaisons')
  expect(roster).toContain(second.name)
  expect(roster).not.toContain(first.name)
  await site.as(first)
  expect(await text('/desk/liaisons/mine')).toContain('あなたは協働推進員ではありません')
})
const hand = async () =>
  must(
    await site.db
      .selectFrom('liaison_task')
      .selectAll()
      .where('kind', '=', 'hand-over')
      .where('fiscal_year', '=', 2012)
      .executeTakeFirst(),
    'the duty',
  )

test('every page is sound, in both languages of the desk and four of the public', async () => {
  await site.as(people.author)
  const desk = [
    '',
    '/mine',
    `/sections/${section}`,
    '/inventories?year=2012',
    '/trainings?year=2012',
    '/terms',
  ]
  const paths = [
    ...['', '/easy', '/en', '/ko'].map((l) => `${l}/liaisons`),
    ...['', '/en'].flatMap((l) => desk.map((one) => `${l}/desk/liaisons${one}`)),
  ]
  for (const path of paths) {
    const html = await site.text(path)
    expect([path, ...(await invalidIn(html)), ...leftIn(html)]).toEqual([path])
    if (/^\/(en|ko)/.test(path)) expect([path, ...untranslatedIn(html)]).toEqual([path])
  }
  expect(site.bugs).toEqual([])
})
