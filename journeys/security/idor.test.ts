import { beforeAll, describe, expect, test } from 'vitest'
import { proposeAmendment } from '#domains/plan/actions/amend.ts'
import { contentOf } from '#domains/plan/rules/content.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'
import { facts, itemIn, itemsIn, treeIn } from '../support/plan.ts'

const { author, head, officer, other } = people

let site: Browser
/** What belongs to 2012, asked for under 2013. */
let old: { item: string; measure: string; group: string; amendment: string }
let own: { item: string; measure: string; group: string }
beforeAll(async () => {
  site = await demoCity()
  const [past, now] = [await treeIn(site.db, 2012), await treeIn(site.db, 2013)]
  const ids = (tree: typeof past) => ({
    measure: tree.measures[0]?.id ?? '',
    group: tree.measures[0]?.groups[0]?.id ?? '',
    item: tree.measures[0]?.groups[0]?.items[0]?.id ?? '',
  })
  const item = await itemIn(site.db, 2012, '3-2')
  const amendment = await proposeAmendment(
    site.ctx(author),
    item.id,
    { ...contentOf(item), title: '変えた名前' },
    '理由',
  )
  old = { ...ids(past), amendment: amendment.id }
  own = ids(now)
})

const now = '/desk/plans/2013'

describe('an id of another year is not found under this one', () => {
  beforeAll(() => site.as(author))

  test('to look at', async () => {
    for (const path of [`items/${old.item}`, `measures/${old.measure}`, `groups/${old.group}`])
      expect((await site.get(`${now}/${path}`)).status, path).toBe(404)
  })

  test('to change', async () => {
    const before = await facts(site.db)
    const sent: readonly (readonly [path: string, fields: Record<string, string>])[] = [
      [`items/${old.item}`, { title: '盗んだ', version: '1' }],
      [`items/${old.item}/move`, { by: '1' }],
      [`items/${old.item}/remove`, { reason: 'x' }],
      [`measures/${old.measure}`, { title: '盗んだ' }],
      [`measures/${old.measure}/move`, { by: '1' }],
      [`measures/${old.measure}/remove`, {}],
      [`measures/${old.measure}/groups`, { text: '盗んだ', audience: '' }],
      [`groups/${old.group}`, { text: '盗んだ', audience: '' }],
      [`groups/${old.group}/move`, { by: '1' }],
      [`groups/${old.group}/remove`, {}],
      ['items', { group: old.group, title: '盗んだ' }],
      ['bulk', { items: old.item, owner: '盗んだ' }],
      ['drop', { item: old.item, group: own.group, at: '0' }],
      ['drop', { item: own.item, group: old.group, at: '0' }],
      [`amendments/${old.amendment}/approve`, {}],
      [`amendments/${old.amendment}/withdraw`, {}],
    ]
    for (const [path, fields] of sent)
      expect((await site.post(`${now}/${path}`, fields)).status, path).toBe(404)
    expect(await facts(site.db)).toEqual(before)
    expect(site.bugs).toEqual([])
  })

  test('and a kind of another is none of this kind', async () => {
    for (const path of [`items/${own.measure}`, `measures/${own.group}`, `groups/${own.item}`])
      expect((await site.get(`${now}/${path}`)).status).toBe(404)
    for (const id of [own.item, own.measure, old.amendment])
      expect((await site.get(`/desk/plans/intake/${id}`)).status).toBe(404)
    for (const id of [own.measure, own.group, old.amendment])
      expect((await site.get(`/api/v1/items/${id}`)).status).toBe(404)
  })
})

describe('a department works on its own items only', () => {
  test('another’s item is read, not written, while the draft is open', async () => {
    await site.as(other)
    const items = await itemsIn(site.db, 2013)
    const theirs = items.find((item) => !item.departments.includes(other.department))
    const path = `${now}/items/${theirs?.id}`
    expect((await site.get(path)).status).toBe(200)
    expect(await site.text(path)).not.toContain('<textarea')
    const answer = await site.post(path, { title: '直した', version: String(theirs?.version) })
    expect(answer.status).toBe(403)
  })

  test('nor is an amendment of it proposed or withdrawn', async () => {
    await site.as(other)
    const item = await itemIn(site.db, 2012, '3-2')
    expect(item.departments).not.toContain(other.department)
    const path = `/desk/plans/2012/items/${item.id}`
    expect((await site.post(path, { title: 'x', reason: 'y' })).status).toBe(403)
    const way = `/desk/plans/2012/amendments/${old.amendment}`
    expect((await site.post(`${way}/withdraw`)).status).toBe(403)
    expect((await site.post(`${way}/approve`)).status).toBe(403)
  })

  test('handing an item to oneself by the form is not a way in', async () => {
    await site.as(officer)
    const items = await itemsIn(site.db, 2013)
    const theirs = items.find((item) => !item.departments.includes(officer.department))
    const fields = { title: '直した', departments: officer.department, version: '1' }
    expect((await site.post(`${now}/items/${theirs?.id}`, fields)).status).toBe(403)
  })

  test('the secretariat’s tools are not theirs', async () => {
    await site.as(officer)
    const before = await facts(site.db)
    const path = `${now}/bulk`
    expect((await site.post(path, { items: own.item, owner: 'x' })).status).toBe(403)
    expect(
      (await site.post(`${now}/drop`, { item: own.item, group: own.group, at: '0' })).status,
    ).toBe(403)
    expect(await facts(site.db)).toEqual(before)
  })
})

test('an amendment is approved once, by another, and never after it was withdrawn', async () => {
  const way = `/desk/plans/2012/amendments/${old.amendment}`
  await site.as(author)
  expect((await site.post(`${way}/approve`)).status).toBe(422)
  expect((await site.post(`${way}/withdraw`)).status).toBe(303)
  await site.as(head)
  expect((await site.post(`${way}/approve`)).status).toBe(409)
  expect((await itemIn(site.db, 2012, '3-2')).title).not.toBe('変えた名前')
})
