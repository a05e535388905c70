import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formOf } from '#domains/publications/files.ts'
import { noticeFor } from '#domains/publications/messages/notice.ts'
import type { Figures, FormName, Issue, Published } from '#domains/publications/publication.ts'
import { publishedEditions } from '#domains/publications/store/editions.ts'
import { must } from '#platform/must.ts'
import { closePdf } from '#platform/pdf/pdf.ts'
import { closeRaster } from '#platform/pdf/raster.ts'
import { plain } from '#platform/ruby.ts'
import type { Browser } from '#testing/browser.ts'
import { demoCity } from './support/city.ts'
import { sampleEdition } from './support/edition.ts'
import {
  readFacts,
  readItems,
  readPapers,
  readReport,
  readRows,
  readSheet,
  readShort,
  readTable,
  toldBy,
} from './support/edition-read.ts'
import { inFolder } from './support/files.ts'

const run = promisify(execFile)
let site: Browser
let edition: Published
let figures: Figures

beforeAll(async () => {
  site = await demoCity()
  edition = must((await publishedEditions(site.db))[0], 'the demo has one')
  figures = edition.figures
})
afterAll(async () => {
  await closePdf()
  await closeRaster()
})

const form = async (name: FormName) => {
  const answer = await site.get(`/publications/${edition.id}/${name}`)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
/** As somebody copies it out of the PDF. */
const textOf = (pdf: Uint8Array) =>
  inFolder(async (folder) => {
    const file = join(folder, 'read.pdf')
    await writeFile(file, pdf)
    return (await run('pdftotext', ['-raw', file, '-'])).stdout
  })
const page = (tongue: string) => site.text(`${tongue}/publications/${edition.id}`)

describe('every figure of a published edition, read back from each of its forms', () => {
  test('the midterm of 2012 counts fifteen items, once', () => {
    expect(toldBy(figures)).toMatchObject({
      total: 15,
      counts: { done: 1, 'on-track': 8, behind: 4, unreported: 2 },
    })
  })

  test('bulletin: the strip, the bars of each measure, the table of items', async () => {
    expect(readSheet(await textOf(await form('bulletin.pdf')), figures, true)).toEqual(
      toldBy(figures),
    )
  })

  test('report as PDF: its facts, the table of measures, every item', async () => {
    const text = await textOf(await form('report.pdf'))
    expect(readReport(text, figures)).toEqual(toldBy(figures))
    expect(readFacts(text)).toEqual(toldBy(figures).counts)
  })

  test('slides: the large figures and the bars', async () => {
    expect(readSheet(await textOf(await form('slides.pdf')), figures, false)).toEqual(
      toldBy(figures, false),
    )
  })

  test.each(['ja', 'easy', 'en', 'ko'] as const)('the page in %s', async (tongue) => {
    const { items: _, ...whole } = toldBy(figures)
    expect(readTable(await page(tongue === 'ja' ? '' : `/${tongue}`), tongue)).toEqual(whole)
  })

  test('the report on the page: measures and items', async () => {
    const html = await page('')
    const { items, ...whole } = toldBy(figures)
    expect(readTable(html, 'ja')).toEqual(whole)
    expect(readItems(html, figures.items)).toEqual(items)
  })

  test.each(['easy', 'en', 'ko'] as const)('the short version in %s', async (tongue) => {
    const { total, counts } = toldBy(figures)
    expect(readShort(tongue, edition.content.short[tongue])).toEqual({ total, ...counts })
    const first = edition.content.short[tongue].split('\n')[0] ?? ''
    expect(await page(`/${tongue}`)).toContain(tongue === 'easy' ? plain(first).slice(-4) : first)
  })

  test('open data: the CSV counted again, the JSON as it is', async () => {
    expect(readRows(await form('data.csv'))).toEqual(toldBy(figures))
    const json = JSON.parse(new TextDecoder().decode(await form('data.json'))) as {
      readonly record: { readonly figures: Figures }
    }
    expect(json.record.figures).toEqual(figures)
  })

  test('the draft for the newsletter, in four languages', () => {
    const written = noticeFor(edition, null, '/x')
    for (const tongue of ['ja', 'easy', 'en', 'ko'] as const) {
      const said = plain(written[tongue]?.paragraphs.join(' ') ?? '')
      for (const n of [figures.total, ...Object.values(toldBy(figures).counts)])
        expect(said).toMatch(new RegExp(`(^|\\D)${n}(\\D|$)`))
    }
  })

  test('the papers of that half-year’s judging say of every item what the edition says', async () => {
    const answer = await site.get('/plans/2012/judgement/judgement.pdf')
    const text = await textOf(new Uint8Array(await answer.arrayBuffer()))
    const told = figures.items.filter(({ value }) => value)
    expect(told.length).toBeGreaterThan(10)
    expect(readPapers(text, told)).toEqual(told.map(({ code, value }) => [code, value]))
    // Why eleven items were left out is said once, and every sentence ends once.
    expect(text.replace(/\s+/g, '').split('理由:中間点検では、重点の4項目をみるため')).toHaveLength(
      2,
    )
    expect(text).not.toContain('省略')
    expect(text).not.toContain('。。')
  })
})

describe('a figure that is altered in one form is found there', () => {
  /** One item more behind, one less on track, in the whole alone. */
  const altered = (issue: Issue): Issue => ({
    ...issue,
    figures: {
      ...issue.figures,
      counts: {
        ...issue.figures.counts,
        behind: issue.figures.counts.behind + 1,
        'on-track': issue.figures.counts['on-track'] - 1,
      },
    },
  })

  test.each(['bulletin.pdf', 'slides.pdf', 'report.pdf'] as const)('%s', async (name) => {
    const { issue, press } = await sampleEdition()
    const read = async (of: Issue) => {
      const text = await textOf(await formOf(name, of, press))
      return name === 'report.pdf'
        ? readReport(text, issue.figures)
        : readSheet(text, issue.figures, name === 'bulletin.pdf')
    }
    const true_ = toldBy(issue.figures, name !== 'slides.pdf')
    expect(await read(issue)).toEqual(true_)
    expect(await read(altered(issue))).not.toEqual(true_)
  })

  test('one item of the CSV', async () => {
    const { issue, press } = await sampleEdition()
    const items = issue.figures.items.map((one, at) =>
      at === 3 ? { ...one, standing: 'stopped' as const } : one,
    )
    const of = { ...issue, figures: { ...issue.figures, items } }
    expect(readRows(await formOf('data.csv', of, press))).not.toEqual(toldBy(issue.figures))
  })
})
