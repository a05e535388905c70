import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NewsletterContent } from '#domains/newsletters/index.ts'
import { publishDue } from '#domains/publications/actions/due.ts'
import type { Published } from '#domains/publications/publication.ts'
import { publishedEditions } from '#domains/publications/store/editions.ts'
import { must } from '#platform/must.ts'
import { closePdf } from '#platform/pdf/pdf.ts'
import { closeRaster } from '#platform/pdf/raster.ts'
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
afterAll(async () => {
  await closePdf()
  await closeRaster()
})

const bytes = async (path: string) => {
  const answer = await site.get(path)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
/** What a reader of the PDF reads, without the line breaks of the page. */
function read(pdf: Uint8Array): string {
  const file = join(folder, 'read.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', ['-raw', file, '-']).toString().replace(/\s+/g, '')
}
const form = (name: string) => bytes(`/publications/${first.id}/${name}`)

describe('one record, five forms', () => {
  test('the short versions say them as people wrote them', async () => {
    expect(await site.text(`/en/publications/${first.id}`)).toContain('1 item was completed')
    expect(await site.text(`/ko/publications/${first.id}`)).toContain('8개 항목이 순조롭게')
  })

  test('the bulletin has two pages of A4; for the printer with room for marks and bleed', async () => {
    const size = (pdf: Uint8Array) => {
      const file = join(folder, 'size.pdf')
      writeFileSync(file, pdf)
      return execFileSync('pdfinfo', ['-box', file]).toString()
    }
    const screen = size(await form('bulletin.pdf'))
    expect(screen).toMatch(/Pages:\s+2/)
    expect(screen).toMatch(/\(A4\)/)
    expect(screen).toMatch(/Tagged:\s+yes/)
    await site.as(people.author)
    const press = size(await bytes(`/desk/publications/${first.id}/proof/press.pdf`))
    // 210 + 2 × 13 mm by 297 + 2 × 13 mm.
    expect(press).toMatch(/Page size:\s+668\.9\d* x 915\.5\d*/)
    // 13 mm from the edge is where to cut; the colours go 3 mm over it.
    expect(press).toMatch(/TrimBox:\s+36\.85\s+36\.85\s+632\.13\s+878\.74/)
    expect(press).toMatch(/BleedBox:\s+28\.35\s+28\.35\s+640\.63\s+887\.24/)
    expect((await site.get(`/publications/${first.id}/press.pdf`)).status).toBe(404)
  })

  test('the printer’s programs read for which inks it was made, and find nothing else changed', async () => {
    await site.as(people.author)
    const press = await bytes(`/desk/publications/${first.id}/proof/press.pdf`)
    const catalogue = Buffer.from(press).toString('latin1').split('/Type /Catalog').at(-1)
    expect(catalogue).toContain('/S /GTS_PDFX')
    expect(catalogue).toContain('/OutputConditionIdentifier (JC200103)')
    expect(catalogue).toContain('/StructTreeRoot')
    expect(read(press)).toBe(read(await form('bulletin.pdf')))
    const warnings = spawnSync('pdftotext', ['-', '-'], { input: press }).stderr.toString()
    expect(warnings).not.toMatch(/xref|trailer|damaged/)
    expect(Buffer.from(await form('bulletin.pdf')).toString('latin1')).not.toContain('OutputIntent')
  })

  test('the picture that was chosen is shown with its words, and kept with its hash', async () => {
    const picture = must(first.content.picture, 'the demo chose one')
    const kept = await form('picture.jpg')
    expect(picture.key.endsWith(createHash('sha256').update(kept).digest('hex'))).toBe(true)
    const page = await site.text(`/en/publications/${first.id}`)
    expect(page).toContain(`alt="${picture.title}"`)
    expect(read(await form('bulletin.pdf'))).toContain(`提供:${picture.by}`)
    await site.as(people.author)
    // Taken off its report, it may not be chosen; what is not among the year's is not taken.
    const answer = await site.post(`/desk/publications/${first.id}/edit`, { picture: 'fil_other' })
    expect(answer.status).toBe(422)
  })

  test('the printer gets the picture in inks, the screen in light', async () => {
    const colours = (pdf: Uint8Array) => {
      const file = join(folder, 'colours.pdf')
      writeFileSync(file, pdf)
      const [, , ...lines] = execFileSync('pdfimages', ['-list', file])
        .toString()
        .trim()
        .split('\n')
      return new Set(lines.map((line) => line.trim().split(/\s+/)[5]))
    }
    await site.as(people.author)
    const press = await bytes(`/desk/publications/${first.id}/proof/press.pdf`)
    expect(colours(press)).toEqual(new Set(['cmyk']))
    expect(colours(await form('bulletin.pdf'))).not.toContain('cmyk')
  })

  test('the folder for cable TV is ready for a station, and for ffmpeg', async () => {
    const files = unzipped(await form('slides.zip'))
    const text = (name: string) => must(files.get(name), name).toString()
    const frames = [...files.keys()].filter((name) => name.endsWith('.png'))
    expect(frames.length).toBeGreaterThan(5)
    expect(frames[0]).toBe('01.png')
    const told = text('seconds.txt')
    const concat = text('concat.txt')
    expect(concat).toMatch(/^ffconcat version 1\.0\n/)
    for (const name of frames) {
      const { width, height } = await sharp(must(files.get(name), name)).metadata()
      expect([width, height]).toEqual([1920, 1080])
      const seconds = Number(must(new RegExp(`${name}\\t(\\d+)秒`).exec(told)?.[1], name))
      expect(seconds).toBeGreaterThanOrEqual(5)
      expect(concat).toContain(`file '${name}'\nduration ${seconds}\n`)
    }
    // Named twice, or the last frame would have no time.
    expect(concat.endsWith(`file '${frames.at(-1)}'\n`)).toBe(true)
    expect(text('README.txt')).toContain('ffmpeg -f concat -i concat.txt')
    expect(text('README.txt')).toContain('タイトルセーフ')
  })

  test('a slide stands as long as its letters take, four a second', async () => {
    const files = unzipped(await form('slides.zip'))
    const file = join(folder, 'slides.pdf')
    writeFileSync(file, must(files.get('slides.pdf'), 'a PDF'))
    const read = (page: number) =>
      execFileSync('pdftotext', ['-raw', '-f', `${page}`, '-l', `${page}`, file, '-'])
        .toString()
        .replace(/\s+/g, '')
    const told = must(files.get('seconds.txt'), 'seconds').toString()
    const seconds = [...told.matchAll(/\.png\t(\d+)秒/g)].map(([, n]) => Number(n))
    for (const [at, own] of seconds.entries()) {
      // Figures in the bars and the day below are seen at a glance.
      const letters = [...read(at + 1)].length
      expect(own).toBeGreaterThanOrEqual(Math.max(5, Math.floor((letters - 80) / 4)))
      expect(own).toBeLessThanOrEqual(Math.max(5, Math.ceil(letters / 4)))
    }
  })
})

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

describe('telling of an edition', () => {
  const told = () => site.post(`/desk/publications/${first.id}/announce`, {})

  test('drafts the newsletter in four languages, once, and sends nothing', async () => {
    await site.as(people.author)
    const answer = await told()
    expect(answer.status).toBe(303)
    const path = must(answer.headers.get('location'), 'a way').replace(/\?.*/, '')
    const { state, content } = await site.db
      .selectFrom('newsletter_issue')
      .select(['state', 'content'])
      .where('id', '=', must(path.split('/').at(-1), 'an id'))
      .executeTakeFirstOrThrow()
    expect(state).toBe('draft')
    const written = content as unknown as NewsletterContent
    for (const tongue of ['ja', 'easy', 'en', 'ko'] as const) {
      const said = must(written[tongue], tongue)
      expect(said.title).toMatch(/平成24年度|へいせい|2012/)
      expect(said.paragraphs).toHaveLength(3)
    }
    expect(written.links).toEqual([{ text: '平成24年度 第1版', path: `/publications/${first.id}` }])
    expect(await site.text(path)).toContain('15項目')
  })

  test('a second draft is refused, and the edition leads to the first', async () => {
    expect((await told()).status).toBe(422)
    expect(await site.text(`/desk/publications/${first.id}`)).toContain('/desk/newsletters/nws_')
  })

  test('whoever may not write newsletters cannot', async () => {
    await site.as(people.officer)
    expect((await told()).status).toBe(403)
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

  test('knows the folder for television, and each frame in it', async () => {
    const zip = await verify('c.zip', await form('slides.zip'))
    expect(zip.out).toContain('ケーブルテレビの一式')
    const files = unzipped(await form('slides.zip'))
    const frame = must(files.get('03.png'), 'a frame')
    const known = await verify('d.png', frame)
    expect(known.code).toBe(0)
    expect(known.out).toContain('2012年度 第1版 ケーブルテレビの画面 3枚目')
    expect(Buffer.compare(frame, Buffer.from(await form('slide-03.png')))).toBe(0)
    frame[frame.length - 30] = (frame[frame.length - 30] ?? 0) ^ 1
    expect((await verify('e.png', frame)).code).toBe(1)
  })

  test('refuses what differs in one byte, and a record in which one figure was changed', async () => {
    const changed = await form('bulletin.pdf')
    changed[2000] = (changed[2000] ?? 0) ^ 1
    expect((await verify('b.pdf', changed)).code).toBe(1)
    const text = new TextDecoder().decode(await form('data.json'))
    expect((await verify('b.json', text.replace('"total": 15', '"total": 16'))).code).toBe(1)
  })
})
