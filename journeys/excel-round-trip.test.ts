import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import encoding from 'encoding-japanese'
import { beforeAll, describe, expect, test } from 'vitest'
import { saveItem } from '#domains/plan/actions/edit.ts'
import { takeInReading } from '#domains/plan/actions/intake.ts'
import { toTable } from '#domains/plan/intake/cells.ts'
import { columns as all } from '#domains/plan/intake/columns.ts'
import { readPlanJson } from '#domains/plan/intake/json.ts'
import { columnLetter } from '#domains/plan/intake/sources.ts'
import { contentOf } from '#domains/plan/rules/content.ts'
import { writeCsv } from '#platform/csv.ts'
import { readWorkbook } from '#platform/spreadsheet.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { emptyDatabase, testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { planCheck, planExport, planImport } from '../src/commands/plan.ts'
import { tomoni } from './support/command.ts'
import { formTo, onward, send } from './support/desk.ts'
import { demoJson, inFolder } from './support/files.ts'
import { facts, itemIn, lastSeq, printedRow, printedRows } from './support/plan.ts'
import { wordFile } from './support/word.ts'
import { typedOver } from './support/workbook.ts'

const { author } = people
const clean = readPlanJson(demoJson<unknown>('plan-2012.json'))
const expected = clean.rows.map(printedRow)
const taken = { answers: {}, removeMissing: false }

let site: Browser
beforeAll(async () => {
  site = await browser('2012-03-05T10:00:00+09:00')
})

/** A city with nothing in it. */
const empty = async () => emptyDatabase(await testDatabase())

describe('a workbook goes out, is typed over, and comes back', () => {
  beforeAll(async () => {
    await empty()
    await takeInReading(site.ctx(author), 2012, clean, taken)
  })

  const exported = async (folder: string) => {
    const out = { year: '2012', format: 'xlsx', output: 'plan.xlsx' }
    const ran = await tomoni(site, planExport, folder, [], out)
    expect([ran.code, ran.err]).toEqual([0, ''])
    return new Uint8Array(await readFile(join(folder, 'plan.xlsx')))
  }

  /** Where a column of an item stands in the workbook. */
  const cell = async (bytes: Uint8Array, label: string, code: string) => {
    const [sheet] = await readWorkbook(bytes)
    const rows = sheet?.rows ?? []
    const head = rows.find((row) => [...row.cells.values()].some((c) => c.text === '番号'))
    const letter = (text: string) => [...(head?.cells ?? [])].find(([, c]) => c.text === text)?.[0]
    const at = rows.find((row) => row.cells.get(letter('番号') ?? '')?.text === code)
    return `${letter(label)}${at?.row}`
  }

  test('brought back as it was, it changes nothing and says nothing', async () => {
    await inFolder(async (folder) => {
      await exported(folder)
      const since = await lastSeq(site.db)
      const ran = await tomoni(site, planImport, folder, ['plan.xlsx'], { year: '2012' })
      expect([ran.code, ran.err]).toEqual([0, ''])
      expect(ran.out).toContain('0件の変更を取り込みました')
      expect(await facts(site.db, since)).toEqual([])
    })
  })

  test('three cells typed over are three changes and three facts; a second time none', async () => {
    await inFolder(async (folder) => {
      const bytes = await exported(folder)
      const typed = typedOver(bytes, {
        [await cell(bytes, '項目', '1-2')]: '情報媒体を活用した啓発',
        [await cell(bytes, '主体', '2-1')]: '◎',
        [await cell(bytes, '予算(円)', '4-1')]: '１２０，０００',
      })
      await writeFile(join(folder, 'typed.xlsx'), typed)
      const since = await lastSeq(site.db)
      const dry = await tomoni(site, planImport, folder, ['typed.xlsx'], {
        year: '2012',
        'dry-run': true,
      })
      expect(dry.out).toContain('変更 3')
      expect(await facts(site.db, since)).toEqual([])

      const ran = await tomoni(site, planImport, folder, ['typed.xlsx'], { year: '2012' })
      expect([ran.code, ran.err]).toEqual([0, ''])
      expect(ran.out).toContain('3件の変更を取り込みました')
      expect((await facts(site.db, since)).map((f) => [f.fact, f.actor, f.detail])).toEqual([
        ['plan.item-changed', 'sys_cli', { code: '1-2', field: 'title' }],
        ['plan.item-changed', 'sys_cli', { code: '2-1', field: 'lead' }],
        ['plan.item-changed', 'sys_cli', { code: '4-1', field: 'budgetYen' }],
      ])
      expect((await itemIn(site.db, 2012, '1-2')).title).toBe('情報媒体を活用した啓発')
      expect((await itemIn(site.db, 2012, '2-1')).lead).toBe('both')
      expect((await itemIn(site.db, 2012, '4-1')).budgetYen).toBe(120_000)

      const again = await tomoni(site, planImport, folder, ['typed.xlsx'], { year: '2012' })
      expect(again.out).toContain('0件の変更を取り込みました')
      expect(await facts(site.db, since)).toHaveLength(3)
    })
  })

  test('each fault names its sheet and cell, and nothing at all is written', async () => {
    await inFolder(async (folder) => {
      const bytes = await exported(folder)
      const mark = await cell(bytes, '主体', '1-3')
      const until = await cell(bytes, '検討期限', '3-3')
      const typed = typedOver(bytes, {
        [mark]: '半々',
        [until]: '来年',
        [await cell(bytes, '項目', '1-1')]: 'よいほうの変更',
      })
      await writeFile(join(folder, 'faulty.xlsx'), typed)
      const since = await lastSeq(site.db)
      const ran = await tomoni(site, planImport, folder, ['faulty.xlsx'], { year: '2012' })
      expect(ran.code).toBe(1)
      expect(ran.err).toMatch(new RegExp(`シート「計画」のセル${mark}.*半々`))
      expect(ran.err).toMatch(new RegExp(`シート「計画」のセル${until}.*来年`))
      expect(await facts(site.db, since)).toEqual([])
      expect((await itemIn(site.db, 2012, '1-1')).title).not.toBe('よいほうの変更')
    })
  })

  test('the check tells a script by its exit code whether the plan may go on', async () => {
    await inFolder(async (folder) => {
      expect((await tomoni(site, planCheck, folder, [], { year: '2012' })).code).toBe(0)
      const item = await itemIn(site.db, 2012, '5-2')
      await saveItem(site.ctx(author), item.id, item.version, {
        ...contentOf(item),
        departments: [],
      })
      const ran = await tomoni(site, planCheck, folder, [], { year: '2012' })
      expect(ran.code).toBe(1)
      expect(ran.out).toMatch(/要修正 5-2/)
    })
  })
})

const utf8 = (text: string) => new TextEncoder().encode(text)
const shiftJis = (text: string) =>
  Uint8Array.from(encoding.convert(encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' }))

/** In Japanese only: what a city has before it knows of translations. */
const japanese = toTable(
  clean.rows,
  all.filter((column) => !/\.(easy|en|ko)$/.test(column.key) && column.key !== 'id'),
)
const csv = writeCsv(japanese)
const ways = {
  'plan.json': async () => utf8(JSON.stringify(demoJson<unknown>('plan-2012.json'))),
  'utf-8-with-mark.csv': async () => utf8(csv),
  'utf-8.csv': async () => utf8(csv.replace('\ufeff', '')),
  'shift-jis.csv': async () => shiftJis(csv.replace('\ufeff', '').replaceAll('–', '-')),
  'plan.docx': () => wordFile(clean),
} as const satisfies Record<string, () => Promise<Uint8Array>>

describe('every way in gives the same fifteen items', () => {
  test.each(Object.entries(ways))('%s', async (name, made) => {
    await empty()
    await inFolder(async (folder) => {
      await writeFile(join(folder, name), await made())
      const asked = await tomoni(site, planImport, folder, [name], { year: '2012', json: true })
      const { questions, faults } = JSON.parse(asked.out) as {
        readonly questions: readonly { readonly key: string; readonly seen: string }[]
        readonly faults: readonly unknown[]
      }
      expect(faults).toEqual([])
      // A Word file leaves open what its text leaves open; nothing is in the plan before it is said.
      const answers = { aim: clean.head.aim, 'audience:1-5': 'なし' }
      expect(questions.map((q) => q.key)).toEqual(name.endsWith('docx') ? Object.keys(answers) : [])
      if (questions.length) {
        expect(await facts(site.db)).toEqual([])
        await writeFile(join(folder, 'answers.json'), JSON.stringify(answers))
        const flags = { year: '2012', answers: 'answers.json' }
        expect((await tomoni(site, planImport, folder, [name], flags)).code).toBe(0)
      }
      expect(await printedRows(site.db, 2012)).toEqual(expected)
    })
  })

  test('rows pasted from Excel', async () => {
    await empty()
    await site.as(author)
    const quoted = (text: string) =>
      /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    const pasted = japanese.map((row) => row.map(quoted).join('\t')).join('\r\n')
    const way = onward(await send(site, '/desk/plans/intake', { year: '2012', pasted }))
    onward(await send(site, way, {}, formTo('/accept')))
    expect(await printedRows(site.db, 2012)).toEqual(expected)
  })

  test('a fault in a CSV names its line and column, in JSON its path', async () => {
    await empty()
    await inFolder(async (folder) => {
      const lead = japanese[0]?.indexOf('主体') ?? 0
      const lines = japanese.map((row, i) => (i === 3 ? row.with(lead, '半々') : row))
      await writeFile(join(folder, 'plan.csv'), writeCsv(lines))
      const ran = await tomoni(site, planImport, folder, ['plan.csv'], { year: '2012' })
      expect(ran.code).toBe(1)
      expect(ran.err).toContain(`4行目 ${lead + 1}列目`)
      const plan = demoJson<{ measures: { headings: { items: { lead: string }[] }[] }[] }>(
        'plan-2012.json',
      )
      const [item] = plan.measures[2]?.headings[0]?.items ?? []
      if (item) item.lead = 'half'
      await writeFile(join(folder, 'plan.json'), JSON.stringify(plan))
      const read = await tomoni(site, planImport, folder, ['plan.json'], { year: '2012' })
      expect(read.code).toBe(1)
      expect(read.err).toContain('measures[2].headings[0].items[0].lead')
      expect(await facts(site.db)).toEqual([])
    })
  })

  test.each([
    ['plan.xlsx', utf8('not a workbook'), 'file-'],
    ['plan.docx', utf8('PK\u0003\u0004 not either'), 'file-'],
    ['plan.json', utf8('{"measures": ['), 'file-broken'],
    ['plan.exe', utf8('MZ'), 'file-other-kind'],
  ])('%s that is none is refused by name', async (name, bytes, reason) => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, name), bytes)
      const since = await lastSeq(site.db)
      const ran = await tomoni(site, planImport, folder, [name], { year: '2012' })
      expect(ran.code).toBe(1)
      expect(ran.err).toContain(reason)
      expect(await facts(site.db, since)).toEqual([])
    })
  })
})

test('column letters go on after Z', () => {
  expect([0, 25, 26, 51, 52, 701].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ'])
})
