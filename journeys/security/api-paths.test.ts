import { beforeAll, describe, expect, test } from 'vitest'
import { must } from '#platform/must.ts'
import { readWorkbook } from '#platform/spreadsheet.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'
import { formTo, onward, send } from '../support/desk.ts'
import { squeezed } from '../support/files.ts'
import { readable } from '../support/html.ts'
import { itemsIn } from '../support/plan.ts'

/** 同じことを別の口から: what a page does not say, no other way of asking says either. */
let site: Browser
beforeAll(async () => {
  site = await demoCity()
})

const cells = async (path: string) => {
  const bytes = new Uint8Array(await (await site.get(path)).arrayBuffer())
  const sheets = await readWorkbook(bytes)
  return sheets
    .flatMap((s) => s.rows.flatMap((r) => [...r.cells.values()].map((c) => c.text)))
    .join('\n')
}

describe('names of liaisons, which the city does not publish', () => {
  const ways = [
    '/liaisons',
    '/easy/liaisons',
    '/en/liaisons',
    '/ko/liaisons',
    '/liaisons/roster.csv',
    '/api/v1/liaisons',
    '/api/v1/departments',
  ]

  test('stand on no page, in no file, in no answer to a program, and in no search', async () => {
    const names = (
      await site.db
        .selectFrom('liaison_appointment')
        .innerJoin('staff_user', 'staff_user.id', 'liaison_appointment.user_id')
        .select('staff_user.name')
        .execute()
    ).map(({ name }) => squeezed(name))
    expect(names.length).toBeGreaterThan(0)
    for (const way of [...ways, ...names.map((name) => `/search?q=${encodeURIComponent(name)}`)]) {
      const answer = await site.get(way)
      expect([way, answer.status]).toEqual([way, 200])
      const said = way.startsWith('/search') ? '' : readable(await answer.text())
      expect([way, ...names.filter((name) => said.includes(name))]).toEqual([way])
    }
    const [first] = names
    expect(await site.text(`/search?q=${encodeURIComponent(must(first, 'a name'))}`)).not.toMatch(
      /href="[^"]*items\//,
    )
  })

  test('until it does: then all of them say the same', async () => {
    await site.as(people.author)
    const set = { from: '2013-03-07', names: 'show' }
    onward(await send(site, '/desk/liaisons/terms', set, formTo('/terms')))
    await site.as(people.resident)
    site.at('2013-03-07T09:00:00+09:00')
    const { sections } = JSON.parse(await site.text('/api/v1/liaisons')) as {
      sections: readonly { names: readonly string[] }[]
    }
    const shown = sections.flatMap(({ names }) => names).map(squeezed)
    expect(shown.length).toBeGreaterThan(0)
    for (const way of ['/liaisons', '/en/liaisons', '/liaisons/roster.csv']) {
      const said = readable(await site.text(way))
      expect([way, ...shown.filter((name) => !said.includes(name))]).toEqual([way])
    }
  })
})

test('who answers for an item within the city hall stands in no public form of the plan', async () => {
  const owners = (await itemsIn(site.db, 2012))
    .flatMap(({ owner, deputy }) => [owner, deputy])
    .filter(Boolean)
    .map(squeezed)
  expect(owners.length).toBeGreaterThan(5)
  const item = must(
    (await itemsIn(site.db, 2012)).find(({ owner }) => owner),
    'an owner',
  )
  const texts = [
    ...(await Promise.all(
      [
        '/plans/2012',
        `/plans/2012/items/${item.code}`,
        '/plans/2012/plan.json',
        '/plans/2012/plan.csv',
        '/api/v1/plans/2012',
        `/api/v1/items/${item.id}`,
      ].map((path) => site.text(path)),
    )),
    await cells('/plans/2012/plan.xlsx'),
  ].map((text) => squeezed(text))
  for (const text of texts) {
    expect(text.length).toBeGreaterThan(200)
    expect(owners.filter((owner) => text.includes(owner))).toEqual([])
  }
})

describe('GET /api/v1/departments', () => {
  interface Said {
    readonly on: string
    readonly departments: readonly Readonly<Record<string, unknown>>[]
  }
  const ask = async (query = '') =>
    JSON.parse(await site.text(`/api/v1/departments${query}`)) as Said

  test('says departments and their telephones, and of people not a word', async () => {
    const { on, departments } = await ask()
    expect(on).toBe('2013-03-07')
    expect(departments.length).toBeGreaterThan(3)
    for (const one of departments)
      expect(Object.keys(one).toSorted()).toEqual([
        'from',
        'id',
        'kind',
        'name',
        'parent',
        'phone',
        'until',
      ])
    const staff = await site.db.selectFrom('staff_user').select(['name', 'email', 'id']).execute()
    const text = JSON.stringify(departments)
    for (const { name, email, id } of staff)
      expect([name, text.includes(email), text.includes(id), text.includes(`"${name}"`)]).toEqual([
        name,
        false,
        false,
        false,
      ])
  })

  test('of the day that is asked for: nothing before there was anything, and every parent is there', async () => {
    expect((await ask('?on=1900-01-01')).departments).toEqual([])
    const { on, departments } = await ask('?on=2013-04-01')
    expect(on).toBe('2013-04-01')
    const ids = new Set(departments.map(({ id }) => id))
    expect(departments.filter(({ parent }) => parent !== null && !ids.has(parent))).toEqual([])
    for (const { from, until } of departments)
      expect(String(from) <= on && (until === null || String(until) >= on)).toBe(true)
  })

  test('and is not kept by anybody over midnight', async () => {
    const answer = await site.get('/api/v1/departments')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(site.bugs).toEqual([])
  })
})
