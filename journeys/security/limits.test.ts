import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { ja } from '#domains/plan/messages/desk-ja.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'
import { send } from '../support/desk.ts'
import { readable } from '../support/html.ts'
import { facts, itemIn } from '../support/plan.ts'

let site: Browser
beforeAll(async () => {
  site = await demoCity()
  await site.as(people.author)
})

const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' }
const mega = 2 ** 20
const entities = `<!ENTITY b SYSTEM "file:///etc/passwd"><!ENTITY c "${'x'.repeat(1000)}">
  <!ENTITY d "${'&c;'.repeat(8)}">`

describe('a body that is too large is refused before it is read', () => {
  test.each([
    ['/sign-in', mega + 1, 413],
    ['/reader', mega + 1, 413],
    ['/desk/plans', mega + 1, 413],
    ['/desk/plans/intake', 20 * mega + 1, 413],
    ['/nowhere', mega + 1, 413],
  ])('%s with %i bytes', async (path, size, status) => {
    const init = {
      method: 'POST',
      headers: { ...form, cookie: site.cookie() },
      body: new Uint8Array(size).fill(97),
    }
    const answer = await site.site.request(`http://localhost${path}`, init)
    expect(answer.status).toBe(status)
    expect(readable(await answer.text())).toContain('大きすぎます')
  })

  test('also when it does not say how large it is', async () => {
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(97))
        if (sent > 64 * mega) controller.close()
      },
    })
    const init = {
      method: 'POST',
      headers: { ...form, cookie: site.cookie() },
      body,
      duplex: 'half',
    }
    const answer = await site.site.request('http://localhost/desk/plans', init as RequestInit)
    expect(answer.status).toBe(413)
    expect(sent).toBeLessThan(8 * mega)
  })
})

describe('a file that is small outside and large inside is refused', () => {
  const zeros = (megas: number) => new Uint8Array(megas * mega)
  const types = strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  )
  const book = (megas: number) => ({
    '[Content_Types].xml': types,
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': zeros(megas),
  })
  const text = (megas: number) => ({
    '[Content_Types].xml': types,
    'word/document.xml': zeros(megas),
  })
  const bombs = {
    'too-large.xlsx': book(60),
    'too-dense.xlsx': book(20),
    'too-large.docx': text(60),
    'too-dense.docx': text(20),
  }
  test.each(Object.entries(bombs))('%s', async (name, parts) => {
    const bytes = new Uint8Array(zipSync(parts))
    expect(bytes.length).toBeLessThan(mega)
    const before = await facts(site.db)
    const answer = await send(site, '/desk/plans/intake', {
      year: '2014',
      file: new File([bytes], name),
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(ja.intake.refusals['file-too-large'])
    expect(await facts(site.db)).toEqual(before)
  })

  test('a document that names others, or grows by its own entities, reads nothing of them', async () => {
    const template = await (await site.get('/desk/plans/template.xlsx')).arrayBuffer()
    const parts = unzipSync(new Uint8Array(template))
    const name = 'xl/sharedStrings.xml'
    const own = strFromU8(must(parts[name], name))
    const bad = own
      .replace(/(<\?xml[^>]*>)?/, (head) => `${head}<!DOCTYPE a [${entities}]>`)
      .replace(/<t([^>]*)>[^<]*<\/t>/g, '<t$1>&b;&d;</t>')
    expect(bad).toContain('&b;&d;')
    const bytes = new Uint8Array(zipSync({ ...parts, [name]: strToU8(bad) }))
    const answer = await send(site, '/desk/plans/intake', {
      year: '2014',
      file: new File([bytes], 'a.xlsx'),
    })
    expect([303, 422]).toContain(answer.status)
    const way = answer.headers.get('location')
    const shown = way ? await site.text(way) : await answer.text()
    expect(shown).not.toContain('root:')
    expect(shown).not.toContain('x'.repeat(1000))
    expect(site.bugs).toEqual([])
  })

  test('JSON nested deeper than any plan is refused and breaks nothing', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const file = new File([deep], 'deep.json')
    const answer = await send(site, '/desk/plans/intake', { year: '2014', file })
    expect(answer.status).toBeLessThan(500)
    expect(site.bugs).toEqual([])
  })
})

describe('what is asked is cut to what a person would ask', () => {
  test.each([
    `/search?q=${encodeURIComponent('協働'.repeat(1500))}`,
    `/search?q=${'a%20'.repeat(3000)}`,
    `/plans/2012?text=${encodeURIComponent('あ い '.repeat(1000))}`,
    `/plans/2012?${'measure=1&'.repeat(2000)}`,
    `/plans/2012/items/${'1'.repeat(8000)}`,
    `/plans/compare?from=${'9'.repeat(4000)}&to=1e400`,
    '/plans/9999',
    '/plans/0000',
    '/plans/compare?from=-1&to=NaN',
    '/api/v1/plans/99999999999999999999',
    '/api/v1/plans/1e3',
    '/desk/ledger?before=99999999999999999999999',
    '/desk/ledger?before=1e308',
    '/desk/plans/2013/measures/x',
  ])('%s', async (path) => {
    const answer = await site.get(path)
    expect(answer.status).toBeLessThan(500)
    expect(site.bugs).toEqual([])
  })

  test('a fault of the API is told in its own shape', async () => {
    for (const path of [
      '/api/v1/plans/x',
      '/api/v1/plans/9999',
      '/api/v1/items/x',
      '/api/v1/nowhere',
    ]) {
      const answer = await site.get(path)
      expect([400, 404], path).toContain(answer.status)
      const told = (await answer.json()) as Record<string, unknown>
      expect(Object.keys(told).toSorted(), path).toEqual(['error', 'requestId'])
    }
  })
})

test('a text longer than its field is refused with everything that was typed', async () => {
  const item = await itemIn(site.db, 2013, '1-1')
  const title = `長${'い'.repeat(400)}`
  const answer = await send(site, `/desk/plans/2013/items/${item.id}`, { title }, (f) =>
    f.action.endsWith(item.id),
  )
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(title)
  expect((await itemIn(site.db, 2013, '1-1')).title).toBe(item.title)
})

test('ten thousand fields in one form are as good as none', async () => {
  const item = await itemIn(site.db, 2013, '1-1')
  const many = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, i) => [`indicator${i}.name`, 'x']),
  )
  const answer = await site.post(`/desk/plans/2013/items/${item.id}`, many)
  expect(answer.status).toBeLessThan(500)
  expect((await itemIn(site.db, 2013, '1-1')).indicators).toEqual(item.indicators)
  expect(site.bugs).toEqual([])
})
