import { expect, test } from 'vitest'
import type { District, DistrictId } from './district.ts'
import {
  becameBy,
  chosenOf,
  currentIds,
  districtNamed,
  districtsOn,
  moved,
  nameIn,
  namer,
  partsOf,
  sameOn,
} from './rules/districts.ts'
import { listRows, readList } from './rules/list.ts'

const one = (id: string, over: Partial<District> = {}): District => ({
  id: `dst_${id}` as DistrictId,
  version: 1,
  name: id,
  reading: '',
  en: '',
  ko: '',
  position: 1,
  from: '2004-03-01',
  to: null,
  replacedBy: null,
  ...over,
})
/** 豆酘 became 厳原南 in 2010, which went into 厳原 in 2012; 佐護 ended in 2011. */
const all = [
  one('izuhara', { name: '厳原', reading: 'いづはら', en: 'Izuhara', position: 2 }),
  one('mine', { name: '峰', reading: 'みね', position: 1 }),
  one('tsutsu', { name: '豆酘', to: '2010-03-31', replacedBy: 'dst_south' }),
  one('south', { name: '厳原南', from: '2010-04-01', to: '2012-03-31', replacedBy: 'dst_izuhara' }),
  one('sago', { name: '佐護', to: '2011-03-31' }),
]

test('what was chosen once is read as what it has become on that day', () => {
  const on = (id: string, day: string) => becameBy(all, id, day)?.name
  expect(on('dst_tsutsu', '2009-01-01')).toBe('豆酘')
  expect(on('dst_tsutsu', '2010-03-31')).toBe('豆酘')
  expect(on('dst_tsutsu', '2010-04-01')).toBe('厳原南')
  expect(on('dst_tsutsu', '2012-04-01')).toBe('厳原')
  // Ended and became nothing: it stays what it was.
  expect(on('dst_sago', '2013-01-01')).toBe('佐護')
  expect(on('dst_nobody', '2013-01-01')).toBeUndefined()
})

test('two that became each other do not stop a page', () => {
  const circle = [
    one('a', { to: '2010-01-01', replacedBy: 'dst_b' }),
    one('b', { to: '2010-01-01', replacedBy: 'dst_a' }),
  ]
  expect(becameBy(circle, 'dst_a', '2013-01-01')).toBeDefined()
  expect(partsOf(circle, 'dst_a')).toEqual(['dst_a', 'dst_b'])
})

test('who lives in a part of a merged district lives in the district', () => {
  expect(new Set(partsOf(all, 'dst_izuhara'))).toEqual(
    new Set(['dst_izuhara', 'dst_south', 'dst_tsutsu']),
  )
  expect(partsOf(all, 'dst_mine')).toEqual(['dst_mine'])
})

test('a district is every id that means it on the day, and no merger counts before its day', () => {
  const on = (id: string, day: string) => new Set(sameOn(all, id, day))
  expect(on('dst_south', '2012-03-31')).toEqual(new Set(['dst_tsutsu', 'dst_south']))
  const merged = new Set(['dst_izuhara', 'dst_tsutsu', 'dst_south'])
  expect(on('dst_south', '2012-04-01')).toEqual(merged)
  expect(on('dst_izuhara', '2012-04-01')).toEqual(merged)
  expect(on('dst_izuhara', '2012-03-31')).toEqual(new Set(['dst_izuhara']))
  expect(on('北の浜', '2012-04-01')).toEqual(new Set(['北の浜']))
})

test('several that became one count once, in the city’s order', () => {
  const kept = ['dst_tsutsu', 'dst_izuhara', 'dst_mine', 'dst_nobody']
  expect(currentIds(all, kept, '2013-01-01')).toEqual(['dst_mine', 'dst_izuhara'])
})

test('words from before the list stay as they are; ids are named in the reader’s language', () => {
  expect(namer(all, '2013-01-01')('北の浜')).toBe('北の浜')
  expect(namer(all, '2013-01-01', 'en')('dst_izuhara')).toBe('Izuhara')
  expect(nameIn(all[0] as District, 'easy')).toBe('{厳原|いづはら}')
  expect(nameIn(all[1] as District, 'ko')).toBe('峰')
  expect(chosenOf(all, '北の浜', '2013-01-01')).toBe('北の浜')
  expect(chosenOf(all, 'dst_south', '2013-01-01')).toBe('dst_izuhara')
  expect(chosenOf(all, null, '2013-01-01')).toBe('')
})

test('a name is found as people type it, and only among those of the day', () => {
  const today = districtsOn(all, '2013-01-01')
  expect(today.map(({ name }) => name)).toEqual(['峰', '厳原'])
  expect(districtNamed(today, ' 厳原地区')?.id).toBe('dst_izuhara')
  expect(districtNamed(today, '豆酘')).toBeUndefined()
  expect(districtNamed(today, '地区')).toBeUndefined()
})

test('the order changes by one place, and not beyond an end', () => {
  const today = districtsOn(all, '2013-01-01')
  expect(moved(today, 'dst_izuhara', 'up')?.map(({ name }) => name)).toEqual(['厳原', '峰'])
  expect(moved(today, 'dst_mine', 'up')).toBeNull()
  expect(moved(today, 'dst_izuhara', 'down')).toBeNull()
})

test('a file reads back as it was; each line that is wrong is named', () => {
  const rows = (cells: readonly (readonly string[])[]) =>
    cells.map((row, i) => ({ line: i + 1, cells: row }))
  const today = districtsOn(all, '2013-01-01')
  const names = today.map(({ name, reading, en, ko }) => ({ name, reading, en, ko }))
  expect(readList(rows(listRows(today)))).toEqual({ entries: names, faults: [] })
  const { faults } = readList(rows([['地区'], ['厳原'], [''], ['厳原'], ['あ'.repeat(41)]]))
  expect(faults.map(({ line, fault }) => `${line} ${fault}`)).toEqual(['4 twice', '5 too-long'])
  expect(readList(rows([['name']])).faults[0]?.fault).toBe('no-columns')
  expect(
    readList(
      rows([
        ['地区', 'よみ'],
        ['', 'いづはら'],
      ]),
    ).faults[0]?.fault,
  ).toBe('empty-name')
})
