import { beforeAll, describe, expect, test } from 'vitest'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { saveItem } from './actions/edit.ts'
import { submit } from './actions/life.ts'
import type { PlanItem } from './item.ts'
import { contentOf } from './rules/content.ts'
import { planOf } from './store/plans.ts'
import { amendments } from './store/threads.ts'
import { revisions, treeOf } from './store/tree.ts'
import { draftOf, drawn, itemNow, planIn as planOn, publishedOf } from './testing/drafts.ts'
import { itemsOf } from './tree.ts'

let site: Browser
beforeAll(async () => {
  site = await browser()
})

const item = (id: PlanItem['id']) => itemNow(site, id)
const planIn = (year: number) => planOn(site, year)

describe('one item', () => {
  test('goes through its form and back without a change', async () => {
    const { items } = await draftOf(site, 2100)
    await site.as(people.author)
    const [first] = items
    const path = `/desk/plans/2100/items/${first?.id}`
    const answer = await site.post(path, drawn(await site.text(path)))
    expect(answer.headers.get('location')).toContain('done=unchanged')
    await site.post(path, { ...drawn(await site.text(path)), budgetYen: '１，２００，０００円' })
    expect((await item(first?.id ?? 'itm_')).budgetYen).toBe(1_200_000)
  })

  test('two editors: nothing is lost, and what both changed is asked', async () => {
    const { items } = await draftOf(site, 2099)
    const [first] = items
    if (!first) throw new Error('no item')
    const path = `/desk/plans/2099/items/${first.id}`
    await site.as(people.author)
    const mine = drawn(await site.text(path))
    await saveItem(site.ctx(people.head), first.id, first.version, {
      ...contentOf(first),
      title: '標語とポスターの募集',
      owner: '本部長',
    })
    const typed = { ...mine, title: '標語の公募', description: '全国から募ります。' }
    const conflict = await site.post(path, typed)
    expect(conflict.status).toBe(409)
    const html = await conflict.text()
    expect(html).toContain('全国から募ります。')
    expect(html).toContain('標語の公募')
    expect(html).toContain('標語とポスターの募集')
    expect(html).toContain('本部長')
    expect((await item(first.id)).title).toBe('標語とポスターの募集')
    const again = drawn(html)
    expect(again.owner).toEqual(['本部長'])
    const unchosen = await site.post(path, again)
    expect(unchosen.status).toBe(422)
    expect(await unchosen.text()).toContain('どちらにするか選んでください。')
    const saved = await site.post(path, { ...again, 'choose.title': 'theirs' })
    expect(saved.status).toBe(303)
    expect(await item(first.id)).toMatchObject({
      title: '標語とポスターの募集',
      description: '全国から募ります。',
      owner: '本部長',
    })
    expect(await revisions(site.db, first.id)).toHaveLength(3)
  })

  test('what is typed wrongly comes back as typed', async () => {
    const { items } = await draftOf(site, 2098)
    const path = `/desk/plans/2098/items/${items[0]?.id}`
    await site.as(people.author)
    const typed = {
      ...drawn(await site.text(path)),
      title: '',
      budgetYen: 'たくさん',
      cityRole: '道具を貸す',
    }
    const answer = await site.post(path, { ...typed, 'indicator0.target': '12' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const text of ['たくさん', '道具を貸す', 'f-indicator0-name', 'f-title'])
      expect(html).toContain(text)
  })

  test('an item of another year is not found, by any way', async () => {
    const { items } = await draftOf(site, 2097)
    await draftOf(site, 2096)
    const id = items[0]?.id ?? ''
    await site.as(people.author)
    for (const path of [`items/${id}`, `items/${id}/move`, `items/${id}/remove`])
      expect((await site.post(`/desk/plans/2096/${path}`, { by: '1', title: 'x' })).status).toBe(
        404,
      )
    expect((await site.get(`/desk/plans/2096/items/${id}`)).status).toBe(404)
    expect((await site.post('/desk/plans/2096/bulk', { items: [id], owner: '係長' })).status).toBe(
      404,
    )
    const drop = { item: id, group: items[0]?.groupId ?? '', at: '0' }
    expect((await site.post('/desk/plans/2096/drop', drop)).status).toBe(404)
    const measure = (await treeOf(site.db, await planIn(2097))).measures[0]?.id
    for (const rest of ['', '/remove', '/move', '/groups'])
      expect((await site.post(`/desk/plans/2096/measures/${measure}${rest}`)).status).toBe(404)
  })

  test('a department edits its own items, a viewer none', async () => {
    const { items } = await draftOf(site, 2095)
    const path = `/desk/plans/2095/items/${items[0]?.id}`
    await site.as(people.officer)
    const form = drawn(await site.text(path))
    expect((await site.post(path, { ...form, owner: '係長' })).status).toBe(303)
    expect((await site.post('/desk/plans/2095/bulk', { items: [items[0]?.id ?? ''] })).status).toBe(
      403,
    )
    for (const person of [people.other, people.viewer]) {
      await site.as(person)
      expect(await site.text(path)).not.toContain('name="title"')
      expect((await site.post(path, form)).status).toBe(403)
    }
    await site.as(people.resident)
    expect((await site.get(path)).headers.get('location')).toContain('/sign-in')
  })
})

describe('the workbench', () => {
  test('several items at once: only what was filled in changes', async () => {
    const { items } = await draftOf(site, 2094)
    await site.as(people.author)
    const ids = items.slice(0, 2).map((one) => one.id)
    const nothing = await site.post('/desk/plans/2094/bulk', { items: ids })
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain(`value="${ids[0]}" form="bulk" checked`)
    expect((await site.post('/desk/plans/2094/bulk', { owner: '係長' })).status).toBe(422)
    const done = await site.post('/desk/plans/2094/bulk', {
      items: ids,
      owner: '係長',
      addDepartment: '総務部',
    })
    const onward = done.headers.get('location') ?? ''
    expect(onward).toMatch(/^\/desk\/plans\/2094\?n=2&undo=[\w.,]+&done=bulk$/)
    const after = itemsOf(await treeOf(site.db, await planIn(2094)))
    expect(after.map((one) => one.owner)).toEqual(['係長', '係長', ''])
    expect(after[0]?.departments).toEqual(['地域再生推進本部', '総務部'])
    expect(after[0]?.lead).toBe('both')

    // Undone by its button; what somebody changed in between stays as they left it.
    const [, second] = after
    const form = drawn(await site.text(`/desk/plans/2094/items/${second?.id}`))
    await site.post(`/desk/plans/2094/items/${second?.id}`, { ...form, owner: '課長補佐' })
    const [, undo = ''] = /name="undo" value="([^"]+)"/.exec(await site.text(onward)) ?? []
    const undone = await site.post('/desk/plans/2094/bulk/undo', { undo })
    expect(undone.headers.get('location')).toBe('/desk/plans/2094?n=1&done=undone')
    const again = itemsOf(await treeOf(site.db, await planIn(2094)))
    expect(again.map((one) => one.owner)).toEqual(['', '課長補佐', ''])
    expect(again[0]?.departments).toEqual(['地域再生推進本部'])
    expect((await site.post('/desk/plans/2094/bulk/undo', { undo })).status).toBe(422)
  })

  test('moving an item gives it its new number and leads back to it', async () => {
    const { items } = await draftOf(site, 2093)
    await site.as(people.author)
    const answer = await site.post(`/desk/plans/2093/items/${items[0]?.id}/move`, { by: '1' })
    expect(answer.headers.get('location')).toBe(`/desk/plans/2093?done=moved#${items[0]?.id}`)
    const after = itemsOf(await treeOf(site.db, await planIn(2093)))
    expect(after.map((one) => one.title)).toEqual(['事例集の作成', '標語の募集', '推進員の配置'])
  })

  test('whoever wrote does not decide, and is told who did write', async () => {
    const { plan } = await draftOf(site, 2092)
    await submit(site.ctx(people.author), plan.id)
    await site.as(people.author)
    const own = await site.text('/desk/plans/2092/steps/decide')
    expect(own).toContain('あなたはこの案を書いたため、決裁できません')
    expect(own).toContain('主査')
    expect((await site.post('/desk/plans/2092/steps/decide')).status).toBe(403)
    expect(await site.text('/desk/plans/2092')).not.toContain('決裁する</a>')
    await site.as(people.head)
    expect((await site.post('/desk/plans/2092/steps/sendBack')).status).toBe(422)
    expect((await site.post('/desk/plans/2092/steps/decide')).status).toBe(303)
    expect((await planIn(2092)).state).toBe('decided')
  })

  test('a draft with a gap does not go on, and the gap is named', async () => {
    const { items } = await draftOf(site, 2091)
    await site.as(people.author)
    const [first] = items
    if (!first) throw new Error('no item')
    const path = `/desk/plans/2091/items/${first.id}`
    await site.post(path, { ...drawn(await site.text(path)), lead: '' })
    const answer = await site.post('/desk/plans/2091/steps/submit')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(path)
    expect(await site.text('/desk/plans/2091/check')).toContain(`${path}#f-lead`)
  })
})

test('an amendment is proposed by one and approved by another', async () => {
  const { plan, items } = await publishedOf(site, 2090)
  const [first] = items
  if (!first) throw new Error('no item')
  const path = `/desk/plans/2090/items/${first.id}`
  await site.as(people.author)
  const form = { ...drawn(await site.text(path)), description: '標語を二回募集します。' }
  const without = await site.post(path, form)
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('標語を二回募集します。')
  expect((await site.post(path, { ...form, reason: '応募が多かったため' })).status).toBe(303)
  expect((await item(first.id)).description).toBe('標語の募集をします。')
  const [open] = await amendments(site.db, plan.id)
  const approve = `/desk/plans/2090/amendments/${open?.id}/approve`
  expect((await site.post(approve)).status).toBe(422)
  await site.as(people.head)
  await publishedOf(site, 2089)
  expect((await site.post(approve.replace('2090', '2089'))).status).toBe(404)
  expect((await site.post(approve)).status).toBe(303)
  expect((await item(first.id)).description).toBe('標語を二回募集します。')
})

test('rolling over: a refusal names the item and keeps everything', async () => {
  const { items } = await publishedOf(site, 2080)
  await site.as(people.author)
  const [a, b, c] = items.map((one) => one.id)
  const fates = {
    [`${a}.relation`]: 'split',
    [`${a}.titles`]: '小学生の部\n大人の部',
    [`${a}.reason`]: '',
    [`${b}.relation`]: 'renamed',
    [`${b}.titles`]: '事例集の発行',
    [`${b}.reason`]: '作るところまで来たため',
    [`${c}.relation`]: 'ended',
    [`${c}.reason`]: '配置を終えたため',
  }
  const refused = await site.post('/desk/plans/2080/roll-over', fates)
  expect(refused.status).toBe(422)
  const html = await refused.text()
  for (const text of [
    '理由を書いてください。',
    '小学生の部',
    '事例集の発行',
    '作るところまで来たため',
    '配置を終えたため',
  ])
    expect(html).toContain(text)
  expect(await planOf(site.db, 2081)).toBeUndefined()
  const done = await site.post('/desk/plans/2080/roll-over', {
    ...fates,
    [`${a}.reason`]: '対象を分けるため',
  })
  expect(done.headers.get('location')).toBe('/desk/plans/2081?done=rolled-over')
  const next = itemsOf(await treeOf(site.db, await planIn(2081)))
  expect(next.map((one) => one.title)).toEqual(['小学生の部', '大人の部', '事例集の発行'])
})

test('the preface: a second saver sees the first one’s text beside the own', async () => {
  await draftOf(site, 2070)
  await site.as(people.author)
  const fields = { version: '', measure: '施策', group: '方針', item: '項目' }
  const { version } = await planIn(2070)
  const send = (title: string) =>
    site.post('/desk/plans/2070/head', { ...fields, version: String(version), title })
  expect((await send('前の人の題')).status).toBe(303)
  const second = await send('後の人の題')
  expect(second.status).toBe(409)
  const html = await second.text()
  expect(html).toContain('前の人の題')
  expect(html).toContain('後の人の題')
})

test('every page is drawn, in Japanese and English, and nothing broke', async () => {
  const { items } = await draftOf(site, 2060)
  await publishedOf(site, 2050)
  await site.as(people.author)
  const pages = [
    '',
    '/intake',
    '/template.xlsx',
    ...[
      '',
      '/head',
      '/check',
      '/preview',
      `/items/${items[0]?.id}`,
      '/steps/openComment',
      '/plan.csv',
    ].map((rest) => `/2060${rest}`),
    `/2060/groups/${items[0]?.groupId}`,
    '/2050/roll-over',
    '/2050/amendments',
  ]
  for (const page of pages)
    for (const language of ['', '/en'])
      expect((await site.get(`${language}/desk/plans${page}`)).status, page).toBe(200)
  expect((await site.get('/desk/plans/2060/steps/nothing')).status).toBe(404)
  expect((await site.get('/desk/plans/1999')).status).toBe(404)
  expect(site.bugs).toEqual([])
})
