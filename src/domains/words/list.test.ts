import { expect, test } from 'vitest'
import { readCsv, writeCsv } from '#platform/csv.ts'
import { unwanted } from '#platform/personal.ts'
import { examples } from './examples.ts'
import { faultOf, listRows, readList } from './rules/list.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readList(readCsv(bytes(text)).rows)
const head = '言葉,言いかえ,わけ,そのままでよい言葉'

test('a list that goes out as a file reads back as it was', () => {
  expect(read(writeCsv(listRows(examples)))).toEqual({ entries: examples, faults: [] })
})

test('a file of another shape is refused with what is missing', () => {
  expect(read('a,b\n1,2').faults).toEqual([{ line: 1, fault: 'no-columns', found: '言葉' }])
})

test('every line that is wrong is named', () => {
  const { faults } = read(
    [head, 'ばか,,,', 'バカ,,,', ',x,,', '害,障害,,', `${'長'.repeat(61)},,,`].join('\n'),
  )
  expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
    [3, 'twice'],
    [4, 'empty-word'],
    [5, 'same-as-instead'],
    [6, 'too-long'],
  ])
})

test('only the column of the words is needed, and columns may stand in any order', () => {
  expect(read('わけ,言葉\n母もいる,父兄').entries).toEqual([
    { word: '父兄', instead: '', why: '母もいる', within: [] },
  ])
})

test('every example is sound, and none is in another’s replacement', () => {
  for (const one of examples) {
    expect(faultOf(one)).toBeNull()
    expect(unwanted(one.instead, examples)).toEqual([])
    for (const longer of one.within) expect(unwanted(longer, [one])).toEqual([])
  }
})
