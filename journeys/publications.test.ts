import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishDue } from '#domains/publications/actions/publish.ts'
import type { Figures, Published } from '#domains/publications/publication.ts'
import { publishedEditions } from '#domains/publications/store/editions.ts'
import { readCsv } from '#platform/csv.ts'
import { must } from '#platform/must.ts'
import { closePdf } from '#platform/pdf/pdf.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { editionVerify } from '../src/commands/edition.ts'
import { houseOf } from '../src/house.ts'
import { demoCity } from './support/city.ts'
import { tomoni } from './support/command.ts'

const folder = mkdtempSync(join(tmpdir(), 'tomoni-edition-'))
const house = houseOf('http://localhost')
let site: Browser
let first: Published

beforeAll(async () => {
  site = await demoCity()
  first = must((await publishedEditions(site.db))[0], 'the demo has one')
})
afterAll(closePdf)

const bytes = async (path: string) => {
  const answer = await site.get(path)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
const form = (name: string) => bytes(`/publications/${first.id}/${name}`)

/** What a reader of the PDF reads, without the line breaks of the page. */
function read(pdf: Uint8Array): string {
  const file = join(folder, 'read.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', ['-raw', file, '-']).toString().replace(/\s+/g, '')
}

/** Figures of a year in words, as print, slides and the web say them. */
const words = { done: '完了', 'on-track': '順調', behind: '遅れ', unreported: '報告なし' } as const

/** The figures that the record claims: 15, of them 1, 8, 4 and 2. */
const counts = ({ counts }: Figures) =>
  (Object.keys(words) as (keyof typeof words)[]).map((one) => counts[one])

describe('one record, five forms', () => {
  test('the midterm of 2012 counts fifteen items, once', () => {
    expect(first.figures.total).toBe(15)
    expect(counts(first.figures)).toEqual([1, 8, 4, 2])
  })

  test('bulletin and slides say the same figures, read back from their PDF', async () => {
    for (const name of ['bulletin.pdf', 'slides.pdf']) {
      const text = read(await form(name))
      expect(text).toContain('15項目')
      for (const [standing, word] of Object.entries(words))
        expect(text).toContain(`${word}${first.figures.counts[standing as keyof typeof words]}`)
    }
  })

  test('the report says them, in its table and in its facts', async () => {
    const text = read(await form('report.pdf'))
    for (const [standing, word] of Object.entries(words))
      expect(text).toContain(`${word}${first.figures.counts[standing as keyof typeof words]}項目`)
    for (const { code, title } of first.figures.items)
      expect(text).toContain(`${code}${title}`.replace(/\s+/g, ''))
    const { counts, total } = first.figures
    expect(text).toContain(
      `全体${total}${counts.done}${counts['on-track']}${counts.behind}${counts.unreported}`,
    )
  })

  test('the CSV and the JSON add up to them', async () => {
    const { rows } = readCsv(await form('data.csv'))
    const [head, ...items] = rows.map(({ cells }) => cells)
    const at = must(head, 'a head').indexOf('進捗区分')
    expect(items).toHaveLength(15)
    expect(
      Object.keys(words).map((one) => items.filter((cells) => cells[at] === one).length),
    ).toEqual([1, 8, 4, 2])
    const json = JSON.parse(new TextDecoder().decode(await form('data.json'))) as {
      readonly hash: string
      readonly record: { readonly figures: Figures }
    }
    expect(json.hash).toBe(first.hash)
    expect(counts(json.record.figures)).toEqual([1, 8, 4, 2])
  })

  test.each(['', '/easy', '/en', '/ko'])('the page %s shows them in its table', async (tongue) => {
    const html = await site.text(`${tongue}/publications/${first.id}`)
    const last = must(/<table[\s\S]*?<\/table>/.exec(html)?.[0].split('<tr').at(-1), 'a row')
    const cells = [...last.matchAll(/>\s*(\d+)\s*</g)].map(([, n]) => Number(n))
    expect(cells).toEqual([15, 1, 8, 4, 2])
    expect(html).toContain(first.hash)
  })

  test('the short versions say them as people wrote them', async () => {
    expect(await site.text(`/en/publications/${first.id}`)).toContain('1 item was completed')
    expect(await site.text(`/ko/publications/${first.id}`)).toContain('8개 항목이 순조롭게')
  })

  test('the bulletin has two pages of A4; for the printer with room for marks and bleed', async () => {
    const size = (pdf: Uint8Array) => {
      const file = join(folder, 'size.pdf')
      writeFileSync(file, pdf)
      return execFileSync('pdfinfo', [file]).toString()
    }
    const screen = size(await form('bulletin.pdf'))
    expect(screen).toMatch(/Pages:\s+2/)
    expect(screen).toMatch(/\(A4\)/)
    expect(screen).toMatch(/Tagged:\s+yes/)
    await site.as(people.author)
    const press = size(await bytes(`/desk/publications/${first.id}/proof/press.pdf`))
    // 210 + 2 × 13 mm by 297 + 2 × 13 mm.
    expect(press).toMatch(/Page size:\s+668\.9\d* x 915\.5\d*/)
    expect((await site.get(`/publications/${first.id}/press.pdf`)).status).toBe(404)
  })

  test('the folder for cable TV names every slide with its seconds', async () => {
    const files = unzipped(await form('slides.zip'))
    const list = must(files.get('seconds.txt'), 'a list').toString()
    const slides = [...files.keys()].filter((name) => name.endsWith('.svg'))
    expect(slides.length).toBeGreaterThan(5)
    for (const name of slides) expect(list).toMatch(new RegExp(`${name}\\t\\d+秒`))
    const frame = execPages(must(files.get('slides.pdf'), 'the slides'))
    expect(frame).toMatch(/Page size:\s+1920 x 1080 pts/)
    expect(frame).toMatch(new RegExp(`Pages:\\s+${slides.length}`))
  })
})

function execPages(pdf: Uint8Array): string {
  const file = join(folder, 'slides.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdfinfo', [file]).toString()
}

/** By the central directory, as any other program reads it. */
function unzipped(zip: Uint8Array): ReadonlyMap<string, Buffer> {
  const all = Buffer.from(zip)
  const end = all.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const found = new Map<string, Buffer>()
  let at = all.readUInt32LE(end + 16)
  for (let i = 0; i < all.readUInt16LE(end + 10); i++) {
    const name = all.subarray(at + 46, at + 46 + all.readUInt16LE(at + 28)).toString()
    const from = all.readUInt32LE(at + 42)
    const start = from + 30 + all.readUInt16LE(from + 26) + all.readUInt16LE(from + 28)
    found.set(name, inflateRawSync(all.subarray(start, start + all.readUInt32LE(at + 20))))
    at += 46 + all.readUInt16LE(at + 28)
  }
  return found
}

describe('an edition of the year’s end', () => {
  let id = ''
  const fields = {
    kicker: '特集',
    title: '一年の歩み',
    slogan: 'みんなの手\nつないで築く',
    leadTitle: 'いまを報告します',
    lead: '15項目の進み具合をまとめました。',
    went: '',
    next: '',
    call: 'ご意見をお聞かせください。',
    parts: ['measures', 'items'],
    easy: 'みじかい{版|はん}です。',
    en: 'A short version.',
    ko: '짧은 판입니다.',
  }
  const written = async (over: Partial<typeof fields> = {}) => {
    const { version } = await site.db
      .selectFrom('publication_edition')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return site.post(`/desk/publications/${id}/edit`, {
      ...fields,
      ...over,
      version: String(version),
    })
  }
  const step = (name: string, more = {}) => site.post(`/desk/publications/${id}/${name}`, more)
  const state = async () =>
    (
      await site.db
        .selectFrom('publication_edition')
        .select('state')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).state

  test('begins with today’s figures as sentences, and its page is a picture beside the form', async () => {
    await site.as(people.author)
    const answer = await site.post('/desk/publications/new', { year: '2012' })
    expect(answer.status).toBe(303)
    id = must(/edn_\w+/.exec(answer.headers.get('location') ?? '')?.[0], 'an id')
    const editor = await site.text(`/desk/publications/${id}/edit`)
    expect(editor).toContain(`/desk/publications/${id}/preview.svg`)
    expect(editor).toContain('15項目')
    const picture = await site.post(`/desk/publications/${id}/preview.svg`, fields)
    expect(picture.headers.get('content-type')).toContain('image/svg+xml')
    expect(await picture.text()).toContain('<svg')
  })

  test('text that has no room is refused at its field, with its count, and stays typed', async () => {
    const answer = await written({ title: '長'.repeat(25) })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('24字までです。いま25字あります。')
    expect(html).toContain('長'.repeat(25))
  })

  test('a picture of two pages hides neither behind the paper of the other', async () => {
    const svg = await site.text(`/desk/publications/${id}/preview.svg`)
    // Nothing white as large as a page: 595 by 842 points.
    expect(svg).not.toMatch(/fill="#ffffff"[^>]*M 0 0v 841/)
  })

  test('readings are not counted', async () => {
    expect((await written({ title: '{対馬|つしま}'.repeat(12) })).status).toBe(303)
  })

  test('a number that no figure is, and an empty short version, keep it from going on', async () => {
    await written({ lead: '17項目の進み具合です。', ko: '' })
    const page = await site.text(`/desk/publications/${id}`)
    expect(page).toContain('数字が合いません: 17項目')
    expect(page).toContain('短い版が書かれていません')
    expect((await step('submit', { looked: 'yes' })).status).toBe(422)
    expect(await state()).toBe('draft')
  })

  test('what may tell of a person has to be looked at first', async () => {
    await written({ call: 'お電話は 0920-12-3456 へ。' })
    const before = await step('submit')
    expect(before.status).toBe(422)
    expect(await before.text()).toContain('0920-12-3456')
    await written()
    expect((await step('submit', { looked: 'yes' })).status).toBe(303)
    expect(await state()).toBe('submitted')
  })

  test('whoever wrote it does not approve it', async () => {
    expect((await step('approve', { looked: 'yes' })).status).toBe(403)
    await site.as(people.head)
    expect((await step('approve', { looked: 'yes' })).status).toBe(303)
  })

  test('scheduled, it is not there before its hour, and comes after a stop of the clock', async () => {
    await site.as(people.author)
    expect((await step('schedule', { day: '2013-03-01', hour: '9:00' })).status).toBe(422)
    expect((await step('schedule', { day: '2013-04-10', hour: '9:00' })).status).toBe(303)
    await site.as(people.resident)
    expect((await site.get(`/publications/${id}`)).status).toBe(404)
    await publishDue(site.ctx(people.author), house)
    expect(await state()).toBe('scheduled')
    site.later('2013-04-12T18:00:00+09:00')
    await publishDue(site.ctx(people.author), house)
    expect(await state()).toBe('published')
    expect(await site.text('/publications')).toContain('第2版')
    expect(await site.text('/publications/feed.xml')).toContain(id)
  })

  test('published, neither it nor its forms can be changed, whoever asks the database', async () => {
    const hash = '0'.repeat(64)
    for (const change of [
      sql`update publication_edition set hash = ${hash} where id = ${id}`,
      sql`update publication_form set hash = ${hash} where edition_id = ${id}`,
    ])
      await expect(
        site.ctx(people.author).record(async (tx) => {
          await change.execute(tx)
          return [undefined, { fact: 'publications.edited', subject: id, basis: '' }]
        }),
      ).rejects.toThrow(/does not change/)
  })

  test('a correction is a new edition that says why; the old one stays and leads to it', async () => {
    await site.as(people.author)
    expect((await step('correct', { reason: '' })).status).toBe(422)
    const old = id
    const begun = await step('correct', { reason: '1-1の区の数が誤っていました。' })
    id = must(/edn_\w+/.exec(begun.headers.get('location') ?? '')?.[0], 'an id')
    expect((await site.post(`/desk/publications/${old}/correct`, { reason: 'x' })).status).toBe(422)
    await step('submit', { looked: 'yes' })
    await site.as(people.head)
    await step('approve', { looked: 'yes' })
    await site.as(people.author)
    expect((await step('publish')).status).toBe(303)
    await site.as(people.resident)
    const fresh = await site.text(`/publications/${id}`)
    expect(fresh).toContain('1-1の区の数が誤っていました。')
    expect(fresh).toContain('第2版を訂正した版です')
    const before = await site.text(`/publications/${old}`)
    expect(before).toContain('新しいのは第3版です')
    expect(before).toContain(`/publications/${id}`)
  })
})

describe('tomoni edition verify', () => {
  const verify = async (name: string, content: Uint8Array | string) => {
    const file = join(folder, name)
    writeFileSync(file, content)
    return tomoni(site, editionVerify, folder, [file])
  }

  test('names the edition of a PDF and of a record that was indented anew', async () => {
    const pdf = await verify('a.pdf', await form('bulletin.pdf'))
    expect(pdf.code).toBe(0)
    expect(pdf.out).toContain('2012年度 第1版')
    const json = JSON.parse(new TextDecoder().decode(await form('data.json'))) as object
    expect((await verify('a.json', JSON.stringify(json))).code).toBe(0)
  })

  test('refuses what differs in one byte, and a record in which one figure was changed', async () => {
    const changed = await form('bulletin.pdf')
    changed[2000] = (changed[2000] ?? 0) ^ 1
    expect((await verify('b.pdf', changed)).code).toBe(1)
    const text = new TextDecoder().decode(await form('data.json'))
    expect((await verify('b.json', text.replace('"total": 15', '"total": 16'))).code).toBe(1)
  })
})
