import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Block, Document } from '#platform/document.ts'
import { closePdf, pdf } from './pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'tomoni-pdf-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await closePdf()
})

const poppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    process.stderr.write('SKIPPED: pdftotext is missing (apt-get install poppler-utils)\n')
    return false
  }
})()

function shown(bytes: Uint8Array, tool: string, ...options: string[]): string {
  const file = join(folder, 'shown.pdf')
  writeFileSync(file, bytes)
  const out = tool === 'pdftotext' ? ['-'] : []
  return execFileSync(tool, [...options, file, ...out], {
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString()
}

/** The letters in reading order, without the line breaks of the page. */
const text = (bytes: Uint8Array) => shown(bytes, 'pdftotext', '-raw').replace(/\s+/g, '')

function letter(blocks: readonly Block[], rest: Partial<Document> = {}): Document {
  return {
    title: '市民協働推進アクションプラン',
    over: '平成24年度',
    author: '対馬市',
    lang: 'ja',
    date: '2012-03-26',
    blocks,
    ...rest,
  }
}

const cells = (lines: number): Block => ({
  kind: 'table',
  caption: '項目の一覧',
  columns: [
    { label: '主体', width: 10, role: 'sign' },
    { label: '項目', width: 30, role: 'heading' },
    { label: '内容', width: 60 },
  ],
  rows: Array.from({ length: lines }, (_, i) => [
    { shape: 'disc' as const, word: '市' },
    `項目その${i}おわり`,
    ['協働に関する条例の周知に取り組みます。', '市民の役割：地区で話し合います。'],
  ]),
})

const measures = [
  { title: '協働(共働)の意識を高める!!', tag: '市民' },
  { title: '情報を共有する!!', tag: '職員' },
  { title: '市民活動を活性化する!!', tag: '' },
].map((measure, m) => ({
  ...measure,
  text: `多様な手段で市民からの意見を受け止める仕組みの検討を行います(${m + 1})。`,
  items: Array.from({ length: 5 }, (_, i) => ({
    title: `広報紙、ホームページ、CATV等の活用その${i + 1}`,
    description: `市が抱えている課題や計画について、情報の収集、提供に努めます。${m + 1}の${i + 1}`,
  })),
}))
const aim =
  '市民一人ひとりが地域づくりに関心をもち、地域の課題や宝探しを「共」に有し、感じ、働きます。'
const goals = ['地域コミュニティの再生', '独自の地域づくりの展開', '行政運営の効率化']

const plan = letter([
  { kind: 'narrative', title: 'ねらい', text: aim },
  {
    kind: 'steps',
    title: '',
    steps: ['共有', '共感', '共働', '共創'].map((word) => ({ word, gloss: `${word}する` })),
  },
  { kind: 'goals', title: '目指すこと', items: goals },
  ...measures.flatMap((measure, m): Block[] => [
    { kind: 'heading', level: 2, text: `施策${m + 1}　${measure.title}` },
    { kind: 'legend', signs: [{ shape: 'star', word: '市民が主体' }] },
    {
      kind: 'heading',
      level: 3,
      text: measure.text,
      ...(measure.tag ? { tag: measure.tag } : {}),
    },
    {
      kind: 'table',
      caption: measure.text,
      columns: [
        { label: '主体', width: 10, role: 'sign' },
        { label: '項目', width: 26, role: 'heading' },
        { label: '内容', width: 44 },
        { label: '関係部署', width: 20 },
      ],
      rows: measure.items.map((item) => [
        { shape: 'ring', word: '市民と市' },
        item.title,
        item.description,
        ['地域再生推進本部', '関係各部'],
      ]),
    },
  ]),
])

describe.skipIf(!poppler)('a plan in print', () => {
  test('says everything the plan says, in its order', async () => {
    const printed = text(await pdf(plan))
    const said = [
      aim,
      ...goals,
      ...measures.flatMap((m) => [
        m.title,
        m.text,
        ...m.items.flatMap((item) => [item.title, item.description]),
      ]),
    ]
    let at = 0
    for (const words of said) {
      const found = printed.indexOf(words.replace(/\s+/g, ''), at)
      expect(found, words).toBeGreaterThanOrEqual(0)
      at = found
    }
  })

  test('is tagged, has a title, an author, a date and fonts of its own', async () => {
    const bytes = await pdf(plan)
    const info = shown(bytes, 'pdfinfo')
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Title:\s+平成24年度 市民協働推進アクションプラン/)
    expect(info).toMatch(/Author:\s+対馬市/)
    expect(info).toMatch(/CreationDate:.*2012/)
    expect(info).toMatch(/Page size:.*A4/)
    expect(new TextDecoder('latin1').decode(bytes)).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(shown(bytes, 'pdffonts')).not.toMatch(/Noto|DejaVu|Liberation|\bno\s+\w+\s+yes/)
  })

  test('is the same to the last byte each time, also with another document in between', async () => {
    const first = await pdf(plan)
    await pdf(letter([{ kind: 'paragraph', text: '別の文書' }]))
    await closePdf()
    expect(Buffer.compare(first, await pdf(plan))).toBe(0)
    expect(Buffer.compare(first, await pdf({ ...plan, date: '2013-03-26' }))).not.toBe(0)
  })

  test('repeats the table head on each page and counts the pages', async () => {
    const bytes = await pdf(letter([{ kind: 'heading', level: 2, text: '一覧' }, cells(60)]))
    const pages = shown(bytes, 'pdftotext', '-raw').split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThan(3)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('主体')
      expect(page).toContain(`${index + 1} / ${pages.length}`)
      if (index > 0) expect(page).toContain('平成24年度 市民協働推進アクションプラン')
    }
  })

  test('leaves no heading alone at the foot of a page', async () => {
    for (let lead = 9; lead < 31; lead += 2) {
      const blocks: Block[] = [
        ...Array.from({ length: lead }, (): Block => ({ kind: 'paragraph', text: '本文です。' })),
        { kind: 'heading', level: 2, text: '章の見出し' },
        { kind: 'legend', signs: [{ shape: 'star', word: '市民が主体' }] },
        { kind: 'heading', level: 3, text: '節の見出し' },
        cells(5),
      ]
      const pages = shown(await pdf(letter(blocks)), 'pdftotext', '-raw').split('\f')
      const page = pages.find((one) => one.includes('章の見出し')) ?? ''
      expect(page, `after ${lead} lines`).toContain('項目その0')
    }
  })

  test('a row of ordinary length stays on one page; one of 2,000 characters may break', async () => {
    const long = '市の課題を、みんなで話し合います。'.repeat(118)
    const table = cells(30)
    if (table.kind !== 'table') throw new Error('a table')
    const rows = table.rows.map((row, i) => (i === 3 ? [row[0] ?? '', '長い項目', long] : row))
    const bytes = await pdf(letter([{ ...table, rows }]))
    const pages = shown(bytes, 'pdftotext', '-raw').split('\f').slice(0, -1)
    for (const page of pages) {
      expect(page.split('協働に関する').length).toBe(page.split('市民の役割').length)
    }
    expect(text(bytes).split('話し合います。').length).toBeGreaterThan(118)
  })

  test('an 案 says so on each page and a letter that no font has becomes 〓', async () => {
    const bytes = await pdf(
      letter(
        [
          { kind: 'paragraph', text: '絵文字😀と한。髙橋さん、か\u3099、\u0000\ud800終' },
          cells(40),
        ],
        {
          stamp: '案',
        },
      ),
    )
    expect(text(bytes)).toContain('絵文字〓と〓。髙橋さん、が、〓終')
    for (const page of shown(bytes, 'pdftotext', '-raw').split('\f').slice(0, -1)) {
      expect(page).toContain('案')
    }
  })

  test('readings stand beside the words, and not in the title of the file', async () => {
    const bytes = await pdf(
      letter([{ kind: 'paragraph', text: '{市民|しみん}と{協働|きょうどう}する。' }, cells(20)], {
        title: '{市民|しみん}の{計画|けいかく}',
      }),
    )
    expect(shown(bytes, 'pdfinfo')).toMatch(/Title:\s+平成24年度 市民の計画/)
    expect(text(bytes)).toContain('きょうどう')
  })

  test('what looks like code is only text', async () => {
    const code = '#panic("x") $x$ *a* `b` @c <d> \\ "e" //f'
    expect(text(await pdf(letter([{ kind: 'paragraph', text: code }])))).toContain(
      code.replace(/\s+/g, ''),
    )
  })
})

test('every order of headings can be printed, and so can every empty part', async () => {
  const heading = (level: 2 | 3): Block => ({ kind: 'heading', level, text: '見出し' })
  const empty: Block[] = [
    { kind: 'paragraph', text: '' },
    { kind: 'narrative', title: '', text: '' },
    { kind: 'facts', pairs: [] },
    { kind: 'goals', title: '', items: [] },
    { kind: 'steps', title: '', steps: [] },
    { kind: 'steps', title: '', steps: [{ word: '共有', gloss: '' }] },
    { kind: 'legend', signs: [] },
    { kind: 'legend', signs: [{ shape: 'none', word: '未定' }] },
    { ...cells(1), kind: 'table', rows: [], columns: [{ label: '', width: 1 }], caption: '' },
    { kind: 'note', text: '' },
  ]
  for (const order of [
    [3, 2, 3],
    [3, 3],
    [2, 2, 3],
  ] as const) {
    const bytes = await pdf(letter([...order.map(heading), ...empty]))
    expect(bytes.length).toBeGreaterThan(1000)
  }
  for (const block of empty) expect((await pdf(letter([block]))).length).toBeGreaterThan(1000)
})

test('a document that cannot be printed fails alone', async () => {
  const huge = letter([{ kind: 'paragraph', text: '長'.repeat(2_000_001) }])
  const [bad, good] = await Promise.allSettled([pdf(huge), pdf(plan)])
  expect(bad.status).toBe('rejected')
  expect(good.status).toBe('fulfilled')
})

test('the main thread goes on while pages are set', async () => {
  let turns = 0
  const clock = setInterval(() => turns++, 5)
  await pdf(letter(Array.from({ length: 8 }, () => cells(25))))
  clearInterval(clock)
  expect(turns).toBeGreaterThan(10)
})
