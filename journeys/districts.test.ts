import { beforeAll, expect, test } from 'vitest'
import { add } from '#domains/districts/actions.ts'
import { rowsIn } from '#domains/districts/files.ts'
import { districts } from '#domains/districts/store/districts.ts'
import { must } from '#platform/must.ts'
import { writeWorkbook } from '#platform/spreadsheet.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { onward } from './support/desk.ts'
import { readable } from './support/html.ts'

/** 地区: one list, kept by the secretariat, from which everything else chooses. */
let site: Browser
beforeAll(async () => {
  site = await browser('2013-02-01T09:00:00+09:00')
  await site.as(people.author)
})

const list = () => districts(site.db)
const called = async (name: string) =>
  must(
    (await list()).findLast((one) => one.name === name),
    name,
  )
const facts = (fact: string) =>
  site.db.selectFrom('ledger').select(['subject_id', 'detail']).where('fact', '=', fact).execute()
interface Answer {
  readonly districts: readonly { readonly name: string; readonly current: boolean }[]
}
const fresh = { name: '', reading: '', en: '', ko: '', from: '2012-04-01' }
const enter = async (name: string) => onward(await site.post('/desk/districts', { ...fresh, name }))

test('an empty list says how to begin; a second district of one name is refused with everything typed', async () => {
  expect(readable(await site.text('/desk/districts'))).toContain('まだ1つもありません')
  for (const name of ['厳原', '美津島', '豊玉']) expect(await enter(name)).toContain('added')
  const again = await site.post('/desk/districts', {
    ...fresh,
    name: '厳原 地区',
    reading: 'いづはらちく',
  })
  expect(again.status).toBe(422)
  const page = await again.text()
  expect(page).toContain('同じ名前の地区が、もうあります')
  expect(page).toContain('いづはらちく')
  expect((await list()).map(({ name }) => name)).toEqual(['厳原', '美津島', '豊玉'])
})

test('of two who add the same district at once, one wins', async () => {
  const given = { name: '峰', reading: 'みね', en: '', ko: '', from: '2012-04-01' }
  const both = await Promise.allSettled([1, 2].map(() => add(site.ctx(people.author), given)))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a slip of the pen is corrected in its place; a version that somebody changed since is stale', async () => {
  const { id, version } = await called('豊玉')
  const typed = { name: '豊玉', reading: 'とよたま', en: 'Toyotama', ko: '', version: `${version}` }
  expect(onward(await site.post(`/desk/districts/${id}`, typed))).toContain('corrected')
  expect((await called('豊玉')).reading).toBe('とよたま')
  expect((await site.post(`/desk/districts/${id}`, typed)).status).toBe(409)
})

test('the order is changed by a button, one place at a time', async () => {
  const { id } = await called('豊玉')
  onward(await site.post(`/desk/districts/${id}/move`, { to: 'up' }))
  onward(await site.post(`/desk/districts/${id}/move`, { to: 'up' }))
  expect((await list()).map(({ name }) => name)).toEqual(['豊玉', '厳原', '美津島', '峰'])
  // The first one has no button that leads beyond the end.
  const page = await site.text('/desk/districts')
  expect(page).not.toContain('豊玉を上へ')
  expect(page).toContain('峰を上へ')
})

test('a new name holds from its day on, and the old one leads to it', async () => {
  const old = await called('美津島')
  const typed = { name: '美津島中央', reading: '', en: '', ko: '', version: `${old.version}` }
  const early = await site.post(`/desk/districts/${old.id}/rename`, { ...typed, on: '2012-04-01' })
  expect(early.status).toBe(422)
  expect(readable(await early.text())).toContain('始まる日より前の日は選べません')
  const same = { ...typed, name: '美津島', on: '2013-04-01' }
  expect((await site.post(`/desk/districts/${old.id}/rename`, same)).status).toBe(422)
  const done = await site.post(`/desk/districts/${old.id}/rename`, { ...typed, on: '2013-04-01' })
  expect(onward(done)).toContain('renamed')
  const names = async () =>
    (JSON.parse(await site.text('/api/v1/districts')) as Answer).districts
      .filter(({ current }) => current)
      .map(({ name }) => name)
  expect(await names()).toContain('美津島')
  site.at('2013-04-01T09:00:00+09:00')
  expect(await names()).toContain('美津島中央')
  expect(await names()).not.toContain('美津島')
  expect((await called('美津島')).replacedBy).toBe((await called('美津島中央')).id)
  expect(readable(await site.text('/desk/districts'))).toContain('→美津島中央')
})

test('one is merged into another of that day, and into no other', async () => {
  const mine = await called('峰')
  const end = { last: '2013-04-30', version: `${mine.version}` }
  for (const into of [mine.id, (await called('美津島')).id, 'dst_nobody']) {
    const wrong = await site.post(`/desk/districts/${mine.id}/close`, { ...end, into })
    expect(wrong.status).toBe(422)
    expect(readable(await wrong.text())).toContain('ほかの地区を選んでください')
  }
  const { id: into } = await called('豊玉')
  const done = await site.post(`/desk/districts/${mine.id}/close`, { ...end, into })
  expect(onward(done)).toContain('closed')
  const again = await site.post(`/desk/districts/${mine.id}/close`, {
    ...end,
    into,
    version: `${mine.version + 1}`,
  })
  expect(again.status).toBe(422)
  expect(await facts('districts.merged')).toHaveLength(1)
  const ledger = readable(await site.text(`/desk/ledger?subject=${mine.id}`))
  expect(ledger).toContain('地区を合わせた')
})

test('a table goes out and in, as CSV or workbook; one with a fault changes nothing', async () => {
  const csv = await site.text('/desk/districts/districts.csv')
  const file = (text: string | Uint8Array<ArrayBuffer>, name: string) => new File([text], name)
  const takeIn = (one: File) => site.post('/desk/districts/import', { file: one })
  expect(onward(await takeIn(file(csv, 'x.csv')))).toContain('same')
  const before = await list()
  const wrong = await takeIn(file('地区,よみ\n上県,かみあがた\n,みね', 'x.csv'))
  expect(wrong.status).toBe(422)
  expect(readable(await wrong.text())).toContain('3行目')
  expect(await list()).toEqual(before)
  const book = await writeWorkbook({
    title: '地区',
    author: '',
    date: '2013-04-01',
    sheets: [
      {
        name: '地区',
        columns: ['地区', 'よみ', '英語', '韓国語'].map((label) => ({ label, width: 20 })),
        rows: [['上県', 'かみあがた', 'Kamiagata', '가미아가타']],
      },
    ],
  })
  expect((await rowsIn(new Uint8Array(book)))?.[0]?.cells[0]).toBe('地区')
  expect(onward(await takeIn(file(new Uint8Array(book), 'x.xlsx')))).toContain('taken')
  expect((await called('上県')).ko).toBe('가미아가타')
  expect((await takeIn(file(new Uint8Array([0x50, 0x4b, 3, 4]), 'x.xlsx'))).status).toBe(422)
})

test('all staff read the list, the secretariat keeps it, and anyone reads it as data', async () => {
  await site.as(people.officer)
  const page = await site.text('/desk/districts')
  expect(page).toContain('厳原')
  expect(page).not.toContain('action="/desk/districts"')
  const { id } = await called('厳原')
  expect((await site.get(`/desk/districts/${id}`)).status).toBe(403)
  expect((await site.post('/desk/districts', { ...fresh, name: '別' })).status).toBe(403)
  await expect(
    add(site.ctx(people.officer), { name: '別', reading: '', en: '', ko: '', from: '2013-04-01' }),
  ).rejects.toThrow('not-allowed')
  await site.as(people.resident)
  expect((await site.get('/api/v1/districts')).status).toBe(200)
  await site.as(people.author)
})

test('no page of it was a fault of ours', () => {
  expect(site.bugs).toEqual([])
})
