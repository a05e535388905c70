import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'
import { crawl } from '../support/crawl.ts'
import { formTo, onward, send } from '../support/desk.ts'
import { demoFile } from '../support/files.ts'
import { tagsIn } from '../support/html.ts'
import { facts } from '../support/plan.ts'

const bytes = (text: string) => strToU8(text, true)
const join = (...parts: readonly Uint8Array[]) => new Uint8Array(parts.flatMap((one) => [...one]))
const script = '<script>alert(1)</script>'
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`
const png = bytes('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR')
/** Picture and program at once, pictures that say huge measures, and others under a false name. */
const pictures: readonly (readonly [name: string, type: string, body: Uint8Array])[] = [
  ['a.svg', 'image/svg+xml', bytes(svg)],
  ['a.png', 'image/png', png],
  ['a.gif', 'image/gif', bytes(`GIF89a/*${script}*/=1;alert(1)`)],
  ['a.jpg', 'image/jpeg', join(bytes('\u00ff\u00d8\u00ff\u00e0'), bytes(`<?php ${script} ?>`))],
  ['a.png', 'image/png', join(png, bytes('\u007f\u00ff\u00ff\u00ff\u007f\u00ff\u00ff\u00ff'))],
  ['a.html', 'image/png', bytes(script)],
  ['a.jpg.html', 'image/jpeg', bytes(`\u00ff\u00d8\u00ff${script}`)],
  ['push "graphic-context".mvg', 'image/x-mvg', bytes('fill \'url(https://x/"|id ")\'')],
]
/** The same under the names of what an office hands in. */
const disguised = ['a.xlsx', 'a.docx', 'a.json', 'roster.xlsx'] as const

/** Whoever does the duties of a section for its collaboration with citizens. */
const liaisonOf = (section: string): Actor => ({
  id: 'per_liaison',
  name: '推進員',
  duties: [dutyOf('liaison', { sections: [section] })],
  department: section,
})

let site: Browser
beforeAll(async () => {
  site = await demoCity()
})

const ways = [
  ['/desk/plans/intake', { year: '2014' }],
  ['/desk/staff/roster', { on: '2013-04-01' }],
  ['/desk/residents/checks/register', {}],
] as const

describe('no way of handing in takes a picture', () => {
  test.each(ways)('%s', async (path, fields) => {
    await site.as({
      ...people.administrator,
      id: 'per_everything',
      duties: [dutyOf('secretariat'), dutyOf('administrator')],
    })
    const before = await facts(site.db)
    const renamed = disguised.flatMap((name) =>
      pictures.slice(0, 4).map(([, type, body]) => [name, type, body] as const),
    )
    for (const [name, type, body] of [...pictures, ...renamed]) {
      const file = new File([new Uint8Array(body)], name, { type })
      const answer = await site.post(path, { ...fields, file })
      expect([400, 404, 413, 422], `${path} ${name}`).toContain(answer.status)
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
      expect(await answer.text()).not.toContain(script)
    }
    expect(await facts(site.db)).toEqual(before)
    expect(site.bugs).toEqual([])
  })
})

describe('what was handed in goes out as a file to be kept, never as a page or a picture', () => {
  const isFileOnly = async (path: string) => {
    const answer = await site.get(path)
    expect(answer.status, path).toBe(200)
    const { headers } = answer
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    return new Uint8Array(await answer.arrayBuffer())
  }

  test('a plan, whatever it calls itself', async () => {
    await site.as(people.author)
    for (const type of ['image/svg+xml', 'text/html', 'image/png']) {
      const file = new File([demoFile('tsushima-2012.txt')], 'plan.svg.txt', { type })
      const fields = { year: '2014', file }
      const way = onward(await send(site, '/desk/plans/intake', fields, formTo('/intake')))
      expect(await isFileOnly(`${way}/original`)).toEqual(demoFile('tsushima-2012.txt'))
    }
  })

  test('the proof of a duty, which may be anything', async () => {
    const task = must(
      await site.db
        .selectFrom('liaison_task')
        .innerJoin('staff_department_period as p', 'p.department_id', 'liaison_task.department_id')
        .select(['liaison_task.id', 'p.name'])
        // Of all duties of the year, the one that is proved by a note and a file.
        .where('liaison_task.kind', '=', 'cases')
        .where('liaison_task.state', 'in', ['open', 'done'])
        .orderBy('liaison_task.id')
        .executeTakeFirst(),
      'a duty of some section',
    )
    await site.as(liaisonOf(task.name))
    const path = `/desk/liaisons/duties/${task.id}`
    const zip = zipSync({ 'a.svg': strToU8(svg) })
    for (const [name, type, body] of [...pictures, ['a.zip', 'image/png', zip] as const]) {
      const file = new File([new Uint8Array(body)], name, { type })
      const proof = { note: '証拠', count: '1', link: 'https://example.jp/', file }
      onward(await site.post(path, proof))
      expect(await isFileOnly(`${path}/file`)).toEqual(new Uint8Array(body))
    }
    expect(site.bugs).toEqual([])
  })
})

test('no page shows a picture that is not our own, and ours are drawings in the page', async () => {
  await site.as(people.resident)
  const pages = await crawl(site, ['/', '/plans/2012', '/liaisons'], (path) =>
    /^\/($|[a-z-]+$|plans\/2012$)/.test(path),
  )
  expect(pages.size).toBeGreaterThan(5)
  const shown = [...pages.values()].flatMap(({ html }) =>
    tagsIn(html, 'img', 'picture', 'source', 'video', 'audio', 'object', 'embed', 'iframe'),
  )
  expect(shown).toEqual([])
})
