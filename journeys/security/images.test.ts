import { crc32 } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { reports } from '#domains/progress/store/reports.ts'
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
import { openedRound } from '../support/progress.ts'

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

describe('evidence of a report: pictures are drawn anew, and nothing else comes in as one', () => {
  /** A report that its section still writes. */
  let path: string
  beforeAll(async () => {
    const round = await openedRound(site, 'final', '2013-03-15T09:00:00+09:00', '2013-03-29')
    const [report] = await reports(site.db, { rounds: [round.id] })
    await site.as(people.author)
    path = `/desk/progress/reports/${must(report, 'a report').id}`
  })
  const handed = (file: File) => ({
    'file0.file': file,
    'file0.title': '<img src=x onerror=alert(1)>',
    'file0.consent': 'yes',
  })
  const kept = () => site.db.selectFrom('progress_file').select('id').execute()

  test('whatever calls itself a picture and is none is refused, and nothing of it stays', async () => {
    const before = await kept()
    const bomb = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#000' } })
      .png()
      .toBuffer()
    bomb.writeUInt32BE(30_000, 16)
    bomb.writeUInt32BE(30_000, 20)
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    const all = [...pictures, ['a.png', 'image/png', bomb] as const]
    for (const [name, type, body] of all) {
      const file = new File([new Uint8Array(body)], name, { type })
      const answer = await site.post(`${path}/files`, handed(file))
      expect([name, answer.status]).toEqual([name, 422])
      const html = await answer.text()
      expect(html).not.toContain(script)
      expect(html).not.toContain('<img src=x')
    }
    const zeros = zipSync({
      '[Content_Types].xml': strToU8(
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ),
      'xl/workbook.xml': new Uint8Array(60 * 2 ** 20),
    })
    const file = new File([new Uint8Array(zeros)], 'a.xlsx')
    expect((await site.post(`${path}/files`, handed(file))).status).toBe(422)
    expect(await kept()).toEqual(before)
    expect(site.bugs).toEqual([])
  })

  test('a true picture with a program behind it, under any name, comes out as a picture alone', async () => {
    const jpeg = await sharp({
      create: { width: 60, height: 40, channels: 3, background: '#468' },
    })
      .withExif({ IFD0: { ImageDescription: script }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer()
    const both = new Uint8Array(Buffer.concat([jpeg, Buffer.from(`<?php ?>${script}`)]))
    const file = new File([both], '../../x.svg', { type: 'image/svg+xml' })
    onward(await site.post(`${path}/files`, handed(file)))
    const html = await site.text(path)
    const [, address = ''] = /src="(\/desk\/progress\/files\/[^"?]+)/.exec(html) ?? []
    expect(address).toMatch(/\/x\.jpg$/)
    for (const one of [address, `${address}?size=small`]) {
      const answer = await site.get(one)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(bytes.includes('<script')).toBe(false)
      expect(bytes.includes('<?php')).toBe(false)
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    }
    expect(tagsIn(html, 'img').map(({ attributes }) => attributes.alt)).toEqual([
      '<img src=x onerror=alert(1)>',
    ])
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
  // Where reports are read, their pictures are shown, and come from here.
  const items = await site.text('/plans/2012/items/1-1')
  const sources = tagsIn(items, 'img', 'picture', 'source', 'object', 'embed', 'iframe')
  expect(sources.length).toBeGreaterThan(0)
  for (const { name, attributes } of sources)
    expect([name, attributes.src]).toEqual([
      'img',
      expect.stringMatching(/^\/progress\/files\/evf_[a-z0-9]+\/[^/]+\.jpg\?size=small$/),
    ])
})
