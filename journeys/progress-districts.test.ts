import { beforeAll, expect, test } from 'vitest'
import { rename } from '#domains/districts/actions.ts'
import { districts } from '#domains/districts/index.ts'
import { linesOf, roundDesk } from '#domains/progress/actions/look.ts'
import { saveDraft } from '#domains/progress/actions/reports.ts'
import { openRound } from '#domains/progress/actions/rounds.ts'
import { readSheetFile } from '#domains/progress/files.ts'
import { urls as groupUrls } from '#domains/progress/group-urls.ts'
import { readSheets } from '#domains/progress/rules/sheet.ts'
import { whereOn } from '#domains/progress/rules/where.ts'
import { reportById, reports } from '#domains/progress/store/reports.ts'
import { rounds } from '#domains/progress/store/rounds.ts'
import { urls } from '#domains/progress/urls.ts'
import { readCsv } from '#platform/csv.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { formTo, onward, send } from './support/desk.ts'
import { readable } from './support/html.ts'
import { planIn } from './support/plan.ts'
import { beforeFinal } from './support/rounds.ts'

/** どの地区で: what sections and groups say, and what anyone can see of it. */
let site: Browser
beforeAll(async () => {
  site = await demoCity()
  await beforeFinal(site)
})

interface Told {
  readonly districts: readonly {
    readonly id: string
    readonly name: string
    readonly items: number
    readonly counts: Readonly<Record<string, number>>
  }[]
  readonly items: readonly {
    readonly code: string
    readonly reports: readonly { readonly districts: readonly string[] }[]
  }[]
}
const told = async () => JSON.parse(await site.text('/api/v1/plans/2012/progress')) as Told
const idOf = async (name: string) =>
  must(
    (await districts(site.db)).find((one) => one.name === name),
    name,
  ).id
const section = '地域再生推進本部'
const final = async () => {
  const { id } = await planIn(site.db, 2012)
  return must(
    (await rounds(site.db, id)).find(({ period }) => period === 'final'),
    'the final round',
  )
}

test('page, list, table and data say the same of each district', async () => {
  const { districts: all } = await told()
  expect(all.map(({ name }) => name)).toEqual([
    '厳原',
    '美津島',
    '豊玉',
    '峰',
    '上県',
    '上対馬',
    '市全体',
  ])
  const page = await site.text('/progress/2012')
  const csv = new TextEncoder().encode(await site.text('/progress/2012/progress.csv'))
  const [head, ...rows] = readCsv(csv).rows
  const at = (name: string) => head?.cells.indexOf(name) ?? -1
  for (const { id, name, items, counts } of all) {
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(items)
    const list = await site.text(`/progress/2012/items?district=${id}`)
    expect(list.match(/<li class="entry">/g) ?? [], name).toHaveLength(items)
    const own = rows.filter(({ cells }) => cells[at('地区')]?.split('、').includes(name))
    expect(new Set(own.map(({ cells }) => cells[at('番号')])).size, name).toBe(items)
    expect(page).toContain(`/progress/2012/items?district=${id}">${items}</a>`)
  }
})

test('what names no district is the whole city’s, and says so in words', async () => {
  const { items } = await told()
  const city = must(
    items.find((one) => one.reports.length && one.reports.every((r) => !r.districts.length)),
    'an item of the whole city',
  )
  const html = readable(await site.text(`/plans/2012/items/${city.code}`))
  expect(html).toContain('した地区市全体')
  const page = readable(await site.text('/plans/2012/items/1-1'))
  expect(page).toContain('した地区豊玉、峰、上県')
  expect(readable(await site.text('/en/plans/2012/items/1-1'))).toContain('Toyotama')
})

test('the form of a section has a box for each district, ticked as last time', async () => {
  site.at('2013-03-15T09:00:00+09:00')
  await site.as(people.author)
  const round = await final()
  await openRound(site.ctx(people.author), round.id)
  const desk = await roundDesk(site.db, round.id)
  const line = must(
    desk.lines.find(({ item, report }) => item.code === '1-1' && report.side === 'city'),
    'the report',
  )
  const { id } = line.report
  const path = urls.section(round.id, line.report.asked)
  const html = await site.text(path)
  const mine = await idOf('峰')
  expect(html).toMatch(new RegExp(`name="${id}.districts" value="${mine}"[^>]*checked`))
  const izuhara = await idOf('厳原')
  const typed = { do: 'save', [`${id}.districts`]: [izuhara, mine] }
  expect(onward(await send(site, path, typed, formTo(path)))).toContain('saved')
  expect((await reportById(site.db, id))?.content.districts).toEqual([izuhara, mine])
  const one = must(await reportById(site.db, id), 'it')
  const junk = { ...one.content, districts: ['dst_nobody'] }
  await expect(saveDraft(site.ctx(people.author), one, junk)).rejects.toThrow('unknown-district')
})

test('a sheet says districts by name; one that nobody knows is refused with its cell', async () => {
  const round = await final()
  const bytes = await (await site.get(urls.sheet(round.id, section))).arrayBuffer()
  const sheets = await readSheetFile(new Uint8Array(bytes))
  const desk = await roundDesk(site.db, round.id)
  const lines = linesOf(desk, section).filter(({ report }) => report.side === 'city')
  const line = must(
    lines.find(({ item }) => item.code === '1-1'),
    'the report',
  )
  const where = whereOn(await districts(site.db), '2013-03-15', 'ja')
  const sheet = must(sheets[0], 'a sheet')
  const head = must(
    sheet.rows.find(({ cells }) => [...cells.values()].includes('地区')),
    'the head',
  )
  const [letter] = must(
    [...head.cells].find(([, text]) => text === '地区'),
    'the column',
  )
  const row = must(
    sheet.rows.find(({ cells }) => [...cells.values()].includes(line.report.id)),
    'the row',
  )
  expect(row.cells.get(letter)).toBe('厳原、峰')
  const typed = (text: string) => {
    const rows = sheet.rows.map((one) =>
      one === row ? { ...one, cells: new Map([...one.cells, [letter, text]]) } : one,
    )
    return readSheets([{ ...sheet, rows }], lines, desk.scale, where)
  }
  expect(typed('厳原、峰').changes).toEqual([])
  expect(typed('上県地区，峰').changes[0]?.content.districts).toEqual([
    await idOf('峰'),
    await idOf('上県'),
  ])
  expect(typed('').changes[0]?.content.districts).toEqual([])
  expect(typed('上県、佐渡').faults).toEqual([
    { sheet: '報告', cell: `${letter}${row.row}`, reason: 'unknown-district', found: '佐渡' },
  ])
})

test('both sides and the paper sheet of a group say where it was done', async () => {
  await site.as(people.resident)
  const page = await site.text('/plans/2012/items/1-1')
  const both = page.slice(page.indexOf('id="both-sides"'), page.indexOf('id="course"'))
  expect(both.match(/した地区/g)).toHaveLength(2)
  expect(readable(both)).toContain('豊玉、峰、上県')
  const [group] = (await reports(site.db, {})).filter(({ side }) => side === 'group')
  await site.as(people.author)
  const sheet = readable(await site.text(groupUrls.step(must(group, 'one').id, 'sheet')))
  for (const name of ['厳原', '上対馬']) expect(sheet).toContain(`□${name}`)
})

test('under a new name nothing is counted twice, and old ticks go on', async () => {
  const before = (await told()).districts.find(({ name }) => name === '峰')
  const { id, version } = must(
    (await districts(site.db)).find(({ name }) => name === '峰'),
    'it',
  )
  const name = { name: '峰中央', reading: '', en: '', ko: '', on: '2013-03-20' }
  const next = await rename(site.ctx(people.author), id, version, name)
  site.at('2013-03-21T09:00:00+09:00')
  const { districts: all } = await told()
  expect(all.map((one) => one.name)).not.toContain('峰')
  expect(all.find((one) => one.id === next)).toEqual({ ...before, id: next, name: '峰中央' })
  const round = await final()
  const [one] = (await reports(site.db, { rounds: [round.id] })).filter(({ content }) =>
    content.districts.includes(id),
  )
  const report = must(one, 'a report of the old name')
  const html = await site.text(urls.section(round.id, report.asked))
  expect(html).toMatch(new RegExp(`name="${report.id}.districts" value="${next}"[^>]*checked`))
  expect(site.bugs).toEqual([])
})
