import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPlanJson } from './json.ts'
import { audienceWords, markOf } from './marks.ts'
import { readWordBlocks, type WordBlock } from './word.ts'

const url = new URL('../../../../demo/tsushima-2012.json', import.meta.url)
const clean = readPlanJson(JSON.parse(readFileSync(url, 'utf8')))
const { head, rows } = clean
const paragraph = (text: string, style?: string): WordBlock =>
  style ? { kind: 'paragraph', text, style } : { kind: 'paragraph', text }

/** The plan as its office would have typed it: each heading and its items one table. */
function docx(breaks: (text: string) => string = (text) => text): WordBlock[] {
  const blocks: WordBlock[] = [
    paragraph(head.title ?? ''),
    paragraph(head.subtitle ?? ''),
    paragraph(`指針の目的　${head.purpose}`),
    paragraph('協働(共働)のねらい'),
    paragraph(head.aim ?? ''),
    ...(head.goals ?? []).map((goal, i) => paragraph(`${'①②③'[i]} ${goal}`)),
  ]
  let table: string[][] = []
  rows.forEach((row, i) => {
    const above = rows[i - 1]
    if (above?.measure !== row.measure) {
      blocks.push(paragraph(`施策${row.measure.number}　${row.measure.title}`))
      blocks.push(paragraph('★市民が主体　●市が主体　◎市民と市が主体'))
    }
    if (above?.group !== row.group) {
      table = []
      const { audience, text } = row.group
      if (audience) table.push([`■${audienceWords[audience]}`, `■${breaks(text)}`])
      else blocks.push(paragraph(`■${text}`))
      table.push(['', '項目', 'アクションプランの内容', '関係部署'])
      blocks.push({ kind: 'table', rows: table })
    }
    const { lead, title, description, departments } = row.content
    table.push([markOf(lead ?? 'both'), breaks(title), breaks(description), departments.join('\n')])
  })
  return blocks
}

describe('a faithful Word file', () => {
  const reading = readWordBlocks(docx())
  test('gives all fifteen items as they are', () => {
    expect(reading.faults).toEqual([])
    expect(reading.head).toEqual(head)
    expect(reading.rows.map(({ place, ...row }) => row)).toEqual(
      rows.map(({ place, ...row }) => ({
        ...row,
        content: { ...row.content, lead: row.content.lead ?? 'both' },
      })),
    )
  })

  test('leaves only what the text itself leaves open', () => {
    expect(reading.questions.map((q) => q.key)).toEqual(['aim', 'audience:1-5'])
  })

  test('line breaks inside cells are joined', () => {
    const broken = readWordBlocks(docx((text) => text.replace(/^(.{4})(?=[^、])/u, '$1\n')))
    expect(broken.rows.map((row) => row.content.title)).toEqual(
      rows.map((row) => row.content.title),
    )
  })

  test('a row without a mark is an item of its own, and asked', () => {
    const blocks: WordBlock[] = [
      paragraph('施策1 集う'),
      paragraph('■夏の方針'),
      {
        kind: 'table',
        rows: [
          ['', '項目', '内容', '関係部署'],
          ['●', '海の集い', '海辺で集う', '観光課'],
          ['', '山の集い', '山で集います。', '林務課'],
        ],
      },
    ]
    const read = readWordBlocks(blocks)
    expect(read.rows.map((row) => row.content.title)).toEqual(['海の集い', '山の集い'])
    expect(read.questions.map((q) => [q.key, q.place])).toEqual([['lead:1-2', '表1の3行目']])
  })

  test('spaces that were typed stay, goals numbered by Word are found', () => {
    const read = readWordBlocks([
      paragraph('令和8年度プラン'),
      paragraph('海を守る', 'List Paragraph'),
      paragraph('山を守る', 'List Paragraph'),
      paragraph('施策1 集う'),
      paragraph('■方針です'),
      {
        kind: 'table',
        rows: [
          ['', '項目', '内容', '関係部署'],
          ['●', 'ICT 活用', '使います。', '課'],
        ],
      },
    ])
    expect(read.head).toMatchObject({ fiscalYear: 2026, goals: ['海を守る', '山を守る'] })
    expect(read.rows[0]?.content.title).toBe('ICT 活用')
  })
})
