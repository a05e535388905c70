import { expect, test } from 'vitest'
import { holds } from '#platform/actor.ts'
import { dutiesOf, placeNames } from './rules.ts'
import type { Assignment, Department, DepartmentId, GrantedDuty } from './staff.ts'

const period = (id: DepartmentId, name: string, over: Partial<Department> = {}): Department => ({
  id,
  name,
  kind: 'section',
  translations: {},
  parent: null,
  phone: '',
  position: 0,
  from: '2000-04-01',
  until: null,
  ...over,
})
const assigned = (department: DepartmentId, over: Partial<Assignment> = {}): Assignment => ({
  id: 'asg_1',
  user: 'per_1',
  department,
  post: '主査',
  rank: 'member',
  isMain: true,
  from: '2012-04-01',
  until: '2013-03-31',
  ...over,
})
const person = (duties: ReturnType<typeof dutiesOf>) => ({ id: 'per_1', name: '', duties }) as const
const worksOn = (duties: ReturnType<typeof dutiesOf>, name: string) =>
  holds(person(duties), 'plan.item-department', { sections: [name] })

/** 4月1日: 地域再生推進本部 becomes 市民協働課, and takes over 広報課. */
const tree = [
  period('dep_hq', '地域再生推進本部', { until: '2013-03-31' }),
  period('dep_hq', '市民協働課', { from: '2013-04-01', parent: 'dep_div' }),
  period('dep_pr', '広報課', { until: '2013-03-31' }),
  period('dep_div', '市民生活部', { kind: 'division' }),
  period('dep_other', '総務部'),
]
const taken = [{ from: 'dep_pr', to: 'dep_hq', on: '2013-04-01' }]
const on = (day: string) => placeNames(tree, taken, day)

test('a section answers to its earlier name, to that of what it took over, and to no other', () => {
  const duties = dutiesOf([assigned('dep_hq', { until: null })], [], on('2013-04-01'), '2013-04-01')
  expect(worksOn(duties, '市民協働課')).toBe(true)
  expect(worksOn(duties, '地域再生推進本部')).toBe(true)
  expect(worksOn(duties, '広報課')).toBe(true)
  expect(worksOn(duties, '総務部')).toBe(false)
})

test('a name that is decided but not yet in force gives nothing', () => {
  const duties = dutiesOf([assigned('dep_hq')], [], on('2013-03-31'), '2013-03-31')
  expect(worksOn(duties, '地域再生推進本部')).toBe(true)
  expect(worksOn(duties, '市民協働課')).toBe(false)
  expect(worksOn(duties, '広報課')).toBe(false)
})

test('whoever serves in a division serves in the sections below it', () => {
  const duties = dutiesOf(
    [assigned('dep_div', { until: null })],
    [],
    on('2013-04-01'),
    '2013-04-01',
  )
  expect(worksOn(duties, '地域再生推進本部')).toBe(true)
})

test.each([
  ['2012-03-31', 0],
  ['2012-04-01', 1],
  ['2013-03-31', 1],
  ['2013-04-01', 0],
])('an assignment counts from its first to its last day: %s', (day, count) => {
  expect(dutiesOf([assigned('dep_other')], [], on(day), day)).toHaveLength(count)
})

test.each([
  ['head', true],
  ['deputy', true],
  ['member', false],
] as const)('the %s of a section decides for it: %s', (rank, decides) => {
  const duties = dutiesOf([assigned('dep_other', { rank })], [], on('2012-06-01'), '2012-06-01')
  expect(duties.some((d) => d.role === 'section-head')).toBe(decides)
})

test('several posts of one person stand side by side', () => {
  const both = [assigned('dep_other'), assigned('dep_pr', { id: 'asg_2', isMain: false })]
  const duties = dutiesOf(both, [], on('2012-06-01'), '2012-06-01')
  expect(worksOn(duties, '総務部') && worksOn(duties, '広報課')).toBe(true)
})

test('a granted role ends with its term, and a role of a section without one reaches nothing', () => {
  const grant: GrantedDuty = {
    id: 'dty_1',
    user: 'per_1',
    role: 'liaison',
    department: 'dep_other',
    district: null,
    scheme: null,
    from: '2012-04-01',
    until: '2013-03-31',
    grantedBy: 'per_2',
    reason: '協働推進員の指名',
  }
  const places = on('2013-03-31')
  expect(worksOn(dutiesOf([], [grant], places, '2013-03-31'), '総務部')).toBe(true)
  expect(dutiesOf([], [grant], on('2013-04-01'), '2013-04-01')).toEqual([])
  const nowhere = dutiesOf([], [{ ...grant, department: null }], places, '2013-03-31')
  expect(worksOn(nowhere, '総務部')).toBe(false)
})
