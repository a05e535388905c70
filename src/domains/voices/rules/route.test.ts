import { expect, test } from 'vitest'
import type { Route } from '../terms.ts'
import { routed } from './route.ts'

const rule = (over: Partial<Route>): Route => ({
  topic: 'traffic',
  district: '',
  section: '建設課',
  deputy: '',
  awayFrom: '',
  awayUntil: '',
  ...over,
})
const sectionOf = (
  rules: readonly Route[],
  district: string | null = null,
  day = '2013-03-06',
): string | undefined => routed({ routing: rules }, 'traffic', district, day)?.section

test('a rule for the district goes before one for the whole city, in whichever order they stand', () => {
  const rules = [rule({}), rule({ district: 'dst_north', section: '北部建設事務所' })]
  for (const all of [rules, rules.toReversed()]) {
    expect(sectionOf(all, 'dst_north')).toBe('北部建設事務所')
    expect(sectionOf(all, 'dst_south')).toBe('建設課')
    expect(sectionOf(all)).toBe('建設課')
  }
  expect(sectionOf([rule({ topic: 'living' })])).toBeUndefined()
  expect(sectionOf([rule({ district: 'dst_north' })])).toBeUndefined()
})

test('the deputy answers from the first to the last day of absence, and says for whom', () => {
  const away = [rule({ deputy: '管理課', awayFrom: '2013-03-01', awayUntil: '2013-03-10' })]
  const on = (day: string) => sectionOf(away, null, day)
  expect(['2013-02-28', '2013-03-01', '2013-03-10', '2013-03-11'].map(on)).toEqual([
    '建設課',
    '管理課',
    '管理課',
    '建設課',
  ])
  expect(routed({ routing: away }, 'traffic', null, '2013-03-05')?.insteadOf).toBe('建設課')
  const forGood = [rule({ deputy: '管理課', awayFrom: '2013-03-01' })]
  expect(sectionOf(forGood, null, '2014-01-01')).toBe('管理課')
})
