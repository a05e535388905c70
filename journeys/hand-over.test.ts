import { beforeAll, expect, test } from 'vitest'
import { dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { formTo, onward, send } from './support/desk.ts'
import { pdfText, squeezed } from './support/files.ts'
import { readable } from './support/html.ts'
import { itemIn } from './support/plan.ts'
import { invalidIn, leftIn, untranslatedIn } from './support/sound.ts'

const person = (id: string, name: string, role: 'section-staff' | 'section-head') =>
  ({
    id: `per_${id}`,
    name,
    duties: [dutyOf(role, { sections: ['総務部'] })],
    department: '総務部',
  }) as const satisfies Actor
/** Called as the plan calls the owner of its item 1-1 or another: see demo/plan-2012.json. */
const goes = person('goes', '総務部 広報担当係長', 'section-staff')
const comes = person('comes', '佐護三郎', 'section-staff')
const head = person('soumukacho', '総務課長', 'section-head')

let site: Browser
let path = ''
beforeAll(async () => {
  site = await demoCity('2013-03-11T09:00:00+09:00')
  for (const one of [people.author, head, goes, comes, people.other]) await site.as(one)
  const end = (id: string, set: { from_on?: string; until_on?: string; post?: string }) =>
    site.db.updateTable('staff_assignment').set(set).where('user_id', '=', id).execute()
  await end(goes.id, { until_on: '2013-03-31', post: '広報担当係長' })
  await end(comes.id, { from_on: '2013-04-01', post: '広報担当係長' })
})

const text = async (at: string) => readable(await site.text(at))
const owned = async (year: number) => {
  const rows = await site.db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .select(['plan_item.id', 'plan_item.code', 'plan_item.owner'])
    .where('plan.fiscal_year', '=', year)
    .where('plan_item.owner', 'like', '%広報担当係長')
    .execute()
  return rows
}

test('whoever leaves within the month is listed with what they own and a successor', async () => {
  await site.as(head)
  expect(await text('/desk/handovers')).toContain('佐護三郎')
  const { id: assignment } = await site.db
    .selectFrom('staff_assignment')
    .select('id')
    .where('user_id', '=', goes.id)
    .executeTakeFirstOrThrow()
  const prepare = formTo('/prepare')
  const made = await send(site, '/desk/handovers', { assignment }, prepare)
  path = onward(made).replace(/\?.*/, '')
  const page = await text(path)
  const items = [...(await owned(2012)), ...(await owned(2013))]
  expect(items.length).toBeGreaterThan(0)
  for (const { code } of items) expect(page).toContain(code)
})

test('somebody of another section sees nothing of it', async () => {
  await site.as({ ...people.other, id: 'per_fukushi', name: '福祉 担当', department: '福祉部' })
  expect((await site.get(path)).status).toBe(403)
  expect((await site.get(`${path}/book.pdf`)).status).toBe(403)
  expect((await site.post(`${path}/pass`)).status).toBe(403)
  expect(await text('/desk/handovers')).not.toContain('佐護三郎')
})

test('the notes reach the book, which names what, where it stands and what was done', async () => {
  await site.as(goes)
  onward(
    await send(site, path, { note: '広報紙の原稿は毎月10日までに集めます。' }, formTo('/note')),
  )
  const book = await site.get(`${path}/book.pdf`)
  expect(book.headers.get('content-type')).toBe('application/pdf')
  const said = await pdfText(new Uint8Array(await book.arrayBuffer()))
  for (const words of ['引継書', '総務部', '佐護三郎', '広報紙の原稿は毎月10日までに集めます。'])
    expect(said).toContain(squeezed(words))
})

test('two clicks at once pass everything exactly once', async () => {
  await site.as(goes)
  const answers = await Promise.all([site.post(`${path}/pass`), site.post(`${path}/pass`)])
  expect(answers.map((one) => one.status).toSorted()).toEqual([303, 409])
  const waiting = await site.db
    .selectFrom('plan_amendment')
    .select('id')
    .where('reason', 'like', '担当者の異動%')
    .execute()
  const things = await site.db
    .selectFrom('handover_thing')
    .selectAll()
    .where('handover_id', '=', path.split('/').at(-1) ?? '')
    .execute()
  expect(waiting).toHaveLength(things.filter((t) => t.outcome === 'proposed').length)
  expect(things.every((t) => t.outcome !== 'waiting' && t.to_id === comes.id)).toBe(true)
  expect(await owned(2013)).toEqual([])
  const passed = await site.db
    .selectFrom('ledger')
    .select('seq')
    .where('fact', '=', 'handover.passed')
    .where('request_id', '<>', 'demo')
    .execute()
  expect(passed).toHaveLength(1)
})

test('only the successor receives; only the head or the secretariat closes', async () => {
  await site.as(head)
  expect((await site.post(`${path}/receive`)).status).toBe(403)
  site.at('2013-04-20T09:00:00+09:00')
  expect(await text('/desk/without-owner')).toContain('後任が受け取っていません')
  await site.as(comes)
  onward(await send(site, path, {}, formTo('/receive')))
  expect((await site.post(`${path}/close`)).status).toBe(403)
  await site.as(head)
  expect(await text('/desk/without-owner')).not.toContain('後任が受け取っていません')
  onward(await send(site, path, {}, formTo('/close')))
  expect((await site.post(`${path}/pass`)).status).toBe(409)
})

test('what has nobody is named by section, with since when', async () => {
  await site.as(people.author)
  const item = await itemIn(site.db, 2012, '1-1')
  const page = await text('/desk/without-owner')
  if (!item.owner) expect(page).toContain('担当者が書かれていません')
  expect(page).toContain('まだ、だれも任命されていません')
  const csv = await site.text('/desk/without-owner.csv')
  expect(csv).toContain('協働推進員')
  await site.as(comes)
  expect(await text('/desk/without-owner')).not.toContain('福祉部')
})

test('the pages are sound in both languages', async () => {
  await site.as(people.author)
  for (const at of ['/desk/handovers', path, '/desk/without-owner'])
    for (const prefix of ['', '/en']) {
      const html = await site.text(`${prefix}${at}`)
      const faults = [...(await invalidIn(html)), ...leftIn(html)]
      if (prefix) faults.push(...untranslatedIn(html))
      expect([at, ...faults]).toEqual([at])
    }
  expect(site.bugs).toEqual([])
})
