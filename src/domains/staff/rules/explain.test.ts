import { describe, expect, test } from 'vitest'
import type { Scope } from '#platform/actor.ts'
import { permit } from '#platform/workflow.ts'
import { powers } from '../../../powers.ts'
import { roleNames, rolesByServing } from '../roles.ts'
import { placeNames, sourcedDuties } from '../rules.ts'
import type { Assignment, CustomRole, Department, DepartmentId, GrantedDuty } from '../staff.ts'
import { explained } from './explain.ts'

const day = '2013-04-01'
const section = (id: DepartmentId, name: string, parent: DepartmentId | null): Department => ({
  id,
  name,
  kind: parent ? 'section' : 'division',
  translations: {},
  parent,
  phone: '',
  position: 0,
  from: '2000-04-01',
  until: null,
})
const tree = [
  section('dep_div', '市民部', null),
  section('dep_one', '協働課', 'dep_div'),
  section('dep_two', '総務課', null),
]
const custom: readonly CustomRole[] = [
  {
    id: 'rol_own',
    name: '課の人事係',
    reach: 'section',
    permissions: ['staff.staff', 'staff.personnel', 'staff.registrar'],
    from: '2013-01-01',
    until: null,
    decidedBy: 'per_x',
    reason: '見本',
  },
]
const post = (department: DepartmentId, rank: Assignment['rank']): Assignment => ({
  id: 'asg_1',
  user: 'per_1',
  department,
  post: '主査',
  rank,
  isMain: true,
  from: '2012-04-01',
  until: null,
})
const grant = (role: string, over: Partial<GrantedDuty> = {}): GrantedDuty => ({
  id: 'dty_1',
  user: 'per_1',
  role: role as GrantedDuty['role'],
  department: null,
  district: null,
  scheme: null,
  from: '2012-04-01',
  until: null,
  grantedBy: 'per_2',
  reason: '見本',
  ...over,
})

/** People as cities have them, and some that no city should have. */
const crowd: Readonly<Record<string, readonly [readonly Assignment[], readonly GrantedDuty[]]>> = {
  nobody: [[], []],
  member: [[post('dep_one', 'member')], []],
  head: [[post('dep_div', 'head')], []],
  'two posts': [[post('dep_one', 'member'), post('dep_two', 'deputy')], []],
  'own role': [[], [grant('rol_own', { department: 'dep_one' })]],
  'own role nowhere': [[], [grant('rol_own')]],
  'ended role': [[], [grant('secretariat', { until: '2013-03-31' })]],
  'coming role': [[], [grant('secretariat', { from: '2013-04-02' })]],
  'unknown role': [[], [grant('toString'), grant('rol_gone'), grant('')]],
  'city role in a section': [[], [grant('secretariat', { department: 'dep_one' })]],
  ...Object.fromEntries(
    roleNames
      .filter((name) => !rolesByServing.has(name))
      .flatMap((name) => [
        [name, [[], [grant(name)]]],
        [`${name} of a section`, [[], [grant(name, { department: 'dep_one' })]]],
        [`${name} of a district`, [[], [grant(name, { district: 'kita' })]]],
      ]),
  ),
}
const places: readonly Scope[] = [
  {},
  { sections: ['協働課'] },
  { sections: ['dep_one'] },
  { sections: ['総務課'] },
  { sections: ['どこにもない課'] },
]

describe.each(Object.entries(crowd))('%s', (_name, [assignments, grants]) => {
  const where = placeNames(tree, [], day)
  const duties = sourcedDuties(assignments, grants, where, day, custom)
  const actor = { id: 'per_1', name: '', duties: duties.map(({ duty }) => duty) } as const

  test('is told exactly what `permit` says, action by action and place by place', () => {
    for (const place of places)
      for (const line of explained(powers, duties, place)) {
        const one = powers.find((p) => p.chapter === line.chapter)
        if (!one) throw new Error(line.chapter)
        const state = one.workflow[line.action]?.from[0] ?? 'nothing'
        const said = permit(one.workflow, line.action, one.standing(actor, place), { state })
        const where = JSON.stringify(place)
        expect([line.chapter, line.action, where, line.ways.length > 0]).toEqual([
          line.chapter,
          line.action,
          where,
          said.ok,
        ])
      }
  })
})

test('a word that no release and no city knows gives nothing, not even by an accident of language', () => {
  const words = ['toString', 'constructor', '__proto__', 'rol_gone', '', 'Secretariat']
  const grants = words.map((word) => grant(word))
  expect(sourcedDuties([], grants, placeNames(tree, [], day), day, custom)).toEqual([])
})

test('a role of the city’s own ends with its last day, and of its words only known ones count', () => {
  const [own] = custom
  if (!own) throw new Error('a role')
  const role: CustomRole = {
    ...own,
    permissions: [...own.permissions, 'plan.everything'],
    until: '2013-04-01',
  }
  const given = [grant('rol_own', { department: 'dep_one' })]
  const on = (today: string) => sourcedDuties([], given, placeNames(tree, [], today), today, [role])
  expect(on('2013-04-01')[0]?.duty.permissions).toEqual(own.permissions)
  expect(on('2013-04-02')).toEqual([])
})
