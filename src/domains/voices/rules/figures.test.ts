import { expect, test } from 'vitest'
import { comparedWith, figuresOf, type Groups, monthsOf, type Tallied } from './figures.ts'
import { outcomes } from './outcome.ts'

const month = '2013-03-01'
const rowsOf = (key: string, sums: Readonly<Record<string, number>>): readonly Tallied[] =>
  Object.entries(sums).map(([outcome, n]) => ({ month, dimension: 'district', key, outcome, n }))
const groups: Groups = {
  topics: [],
  channels: [],
  districts: ['dst_north', 'dst_south', 'dst_west'],
  ages: [],
  months: [],
}
const terms = {
  smallest: 5,
  population: {
    on: '2013-03-01',
    source: '',
    age: {},
    district: { dst_north: 100, dst_south: 300 },
  },
}

test('what is published one by one is never hidden, and hides nothing else', () => {
  const all = [
    ...rowsOf('dst_north', { open: 2, shown: 1 }),
    ...rowsOf('dst_south', { open: 30, shown: 3 }),
    ...rowsOf('dst_west', { open: 40, shown: 8 }),
  ]
  const { table } = figuresOf(all, groups, terms).districts
  const column = (name: (typeof outcomes)[number]) =>
    table?.rows.map((row) => row[outcomes.indexOf(name)])
  expect(column('shown')).toEqual([1, 3, 8])
  expect(column('open')?.[0]).toBeNull()
  // Nobody subtracts it from the column's total: another one is hidden with it.
  expect(column('open')?.filter((n) => n === null).length).toBeGreaterThan(1)
})

test('a hidden figure has no share either, and whoever said nothing of themself is left out of shares', () => {
  const all = [
    ...rowsOf('dst_north', { open: 25 }),
    ...rowsOf('dst_south', { open: 75 }),
    ...rowsOf('', { open: 900 }),
  ]
  const shares = figuresOf(all, groups, terms).districtShares
  expect(shares).toEqual([
    { key: 'dst_north', ofVoices: 0.25, ofPeople: 0.25 },
    { key: 'dst_south', ofVoices: 0.75, ofPeople: 0.75 },
  ])
  const small = figuresOf(
    [
      ...rowsOf('dst_north', { open: 2 }),
      ...rowsOf('dst_south', { open: 75 }),
      ...rowsOf('', { open: 3 }),
    ],
    groups,
    terms,
  ).districtShares
  expect(small[0]?.ofVoices).toBeNull()
  expect(comparedWith({ key: '', ofVoices: null, ofPeople: 0.5 })).toBeNull()
  expect(comparedWith({ key: '', ofVoices: 0.39, ofPeople: 0.5 })).toBe('fewer')
  expect(comparedWith({ key: '', ofVoices: 0.4, ofPeople: 0.5 })).toBe('asMany')
})

test('a fiscal year has its months from April, those that have begun', () => {
  expect(monthsOf(2012, '2012-05-31')).toEqual(['2012-04-01', '2012-05-01'])
  expect(monthsOf(2012, '2013-03-31').at(-1)).toBe('2013-03-01')
})
