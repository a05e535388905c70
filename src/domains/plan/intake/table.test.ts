import { describe, expect, test } from 'vitest'
import { randomRows } from './random-rows.ts'
import { columns, columnsFor, indicatorsIn, readTable, toTable } from './table.ts'

const letter = (column: number) => String.fromCharCode(65 + column)
const sheet = (row: number, column: number) => `シート『計画』のセル${letter(column)}${row + 1}`
const read = (...rows: string[][]) => readTable({ place: sheet, rows })
const head = [
  '施策番号',
  '施策',
  '対象',
  '方針(項目群)',
  '番号',
  '主体',
  '項目',
  '内容',
  '関係部署',
]
const first = [
  '1',
  '意識を高める',
  '市民',
  '広く知らせる',
  '1-1',
  '◎',
  '説明会',
  '開きます。',
  '総務課',
]

describe('a table with named columns', () => {
  test('every row model comes back from its cells', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const rows = randomRows(seed)
      const all = columnsFor(indicatorsIn(rows))
      // Any order of columns will do.
      const shuffled = seed % 2 ? all : all.toReversed()
      const reading = readTable({ place: sheet, rows: toTable(rows, shuffled) })
      expect(reading.faults).toEqual([])
      expect(reading.rows.map(({ place, ...row }) => row)).toEqual(
        rows.map(({ place, ...row }) => row),
      )
    }
  })

  test('columns are found by their English names too, in any order, below other rows', () => {
    const reading = read(
      ['令和8年度 計画', ''],
      ['お願い: 記入してください'],
      ['Lead', 'Item', 'Measure', 'Heading', 'Departments', 'No.'],
      ['主体', '項目', '施策', '方針', '関係部署', '番号'],
      ['city', '説明会', '意識を高める', '広く知らせる', '総務課', ''],
    )
    expect(reading.faults).toEqual([])
    expect(reading.rows).toMatchObject([
      { code: '1-1', measure: { number: 1 }, content: { lead: 'city', departments: ['総務課'] } },
    ])
  })

  test('blank cells of measure and heading take what stands above, as merged cells come', () => {
    const reading = read(
      head,
      first,
      ['', '', '', '', '', '●', '窓口', '置きます。', '総務課'],
      ['', '', '職員', '学ぶ', '', '●', '研修', '行います。', '人事課'],
      ['2', '情報を出す', '', '', '', '', '', '', ''],
      ['', '', '', '載せる', '', '●', '広報', '載せます。', '広報課'],
    )
    expect(reading.faults).toEqual([])
    expect(
      reading.rows.map((r) => [r.code, r.measure.title, r.group.audience, r.group.text]),
    ).toEqual([
      ['1-1', '意識を高める', 'citizens', '広く知らせる'],
      ['1-2', '意識を高める', 'citizens', '広く知らせる'],
      ['1-3', '意識を高める', 'staff', '学ぶ'],
      ['2-1', '情報を出す', null, '載せる'],
    ])
  })

  test.each([
    ['★', 'citizens'],
    ['●', 'city'],
    ['◎', 'both'],
    ['0', 'both'],
    ['Ｏ', 'both'],
    ['市民', 'citizens'],
    ['市', 'city'],
    ['市民と市', 'both'],
    ['both', 'both'],
    ['Citizens', 'citizens'],
    ['町', 'city'],
    ['◎市民と市が主体', 'both'],
    ['行政', 'city'],
    ['両方', 'both'],
  ])('主体 %s is %s', (typed, lead) => {
    expect(read(head, first.with(5, typed)).rows[0]?.content.lead).toBe(lead)
  })

  test('numbers and days as people and spreadsheets write them', () => {
    const more = [
      ...head,
      '予算（円）',
      '検討期限',
      '取組段階',
      '指標名',
      '基準値',
      '目標値',
      '４～６月',
    ]
    const reading = read(more, [
      ...first.with(0, '１').with(4, '1月1日'),
      '¥１，２００，０００円',
      '平成24年10月31日',
      '検討',
      '参加者',
      '△1.5',
      '３０',
      '準備',
    ])
    expect(reading.faults).toEqual([])
    expect(reading.rows[0]).toMatchObject({
      code: '1-1',
      content: {
        budgetYen: 1_200_000,
        considerUntil: '2012-10-31',
        commitment: 'consider',
        indicators: [{ name: '参加者', baseline: -1.5, target: 30, direction: 'up' }],
        schedule: { q1: '準備' },
      },
    })
  })

  test('a blank mark or department is asked; without the column nothing is', () => {
    const reading = read(head, first.with(5, '').with(8, ''))
    expect(reading.questions.map((q) => q.key)).toEqual(['lead:1-1', 'departments:1-1'])
    const short = read(['番号', '項目', '予算(円)'], ['1-1', '説明会', '0'])
    expect(short.questions).toEqual([])
    expect(short.faults).toEqual([])
    expect(short.fields).toEqual(['code', 'title', 'budgetYen'])
  })
})

describe('faults name the cell', () => {
  const E = (change: Record<number, string>) => {
    let row = first
    for (const [at, text] of Object.entries(change)) row = row.with(Number(at), text)
    return row
  }
  test.each([
    [{ 5: '半々' }, 'F2', 'unknown-lead', '半々'],
    [{ 2: '協賃' }, 'C2', 'unknown-audience', '協賃'],
    [{ 4: 'いち' }, 'E2', 'unknown-code', 'いち'],
    [{ 4: '2-1' }, 'E2', 'unknown-code', '2-1'],
    [{ 0: '一番' }, 'A2', 'not-a-number', '一番'],
    [{ 6: '' }, 'G2', 'required', ''],
    [{ 3: '' }, 'D2', 'required', ''],
    [{ 6: '長'.repeat(201) }, 'G2', 'too-long', `${'長'.repeat(20)}…`],
  ])('%o', (change, cell, fault, found) => {
    const place = `シート『計画』のセル${cell}`
    expect(read(head, E(change)).faults[0]).toEqual({ place, fault, found })
  })

  test.each([
    ['予算(円)', '百万', 'not-a-number'],
    ['予算(円)', '-5', 'not-a-number'],
    ['予算(円)', '10.5', 'not-a-number'],
    ['検討期限', '2012-02-30', 'not-a-date'],
    ['取組段階', '夢', 'unknown-commitment'],
    ['ID', '１', 'unreadable'],
  ])('%s %s', (label, typed, fault) => {
    expect(read([...head, label], [...first, typed]).faults).toEqual([
      { place: 'シート『計画』のセルJ2', fault, found: typed },
    ])
  })

  test('repeated codes and ids, and two titles for one measure', () => {
    const twice = read([...head, 'ID'], [...first, 'itm_a'], [...first, 'itm_a'])
    expect(twice.faults.map((f) => [f.place, f.fault])).toEqual([
      ['シート『計画』のセルE3', 'duplicate-code'],
      ['シート『計画』のセルE3', 'duplicate-id'],
    ])
    const differs = read(head, first, E({ 1: '別の施策', 4: '' }))
    expect(differs.faults).toMatchObject([
      { place: 'シート『計画』のセルB3', fault: 'measure-differs' },
    ])
  })

  test('columns: unknown ones are told and passed over, the title is needed', () => {
    const csv = readTable({
      place: (row, column) => `${row + 1}行目 ${column + 1}列目`,
      rows: [
        [...head, '備考'],
        [...first, 'メモ'],
      ],
    })
    expect(csv.rows).toHaveLength(1)
    expect(csv.faults).toEqual([{ place: '1行目 10列目', fault: 'unknown-column', found: '備考' }])
    expect(read(['施策', '内容'], ['a', 'b']).faults).toMatchObject([{ fault: 'missing-column' }])
    expect(read([...head, '主体'], [...first, '★']).faults).toMatchObject([
      { fault: 'duplicate-column' },
    ])
    expect(read(['項目'], ['説明会']).faults).toMatchObject([{ fault: 'missing-column' }])
    expect(read(head).faults).toMatchObject([{ fault: 'nothing-found' }])
    expect(read().faults).toMatchObject([{ fault: 'missing-column' }])
  })
})

test('every column has its own name and an explanation in both languages', () => {
  const names = columns.flatMap(({ label }) => [...new Set([label.ja, label.en])])
  expect(new Set(names).size).toBe(names.length)
  for (const { explanation, width } of columns) {
    expect(explanation.ja).toMatch(/。$/)
    expect(explanation.en).toMatch(/[.]$/)
    expect(width).toBeGreaterThan(0)
  }
})
