import { expect, test } from 'vitest'
import { dutyOf } from '#domains/staff/roles.ts'
import type { Actor } from '#platform/actor.ts'
import type { Point } from './point.ts'
import { standing, workflow } from './workflow.ts'

const section = '建設課'
const person = (id: string, ...roles: Parameters<typeof dutyOf>[0][]): Actor => ({
  id: `per_${id}`,
  name: id,
  duties: roles.map((role) =>
    dutyOf(role, role.startsWith('section') ? { sections: [section] } : {}),
  ),
})
const handedInBy = ({ id }: Actor) =>
  ({ state: 'submitted', section, submittedBy: id }) as unknown as Point

test('a head approves what others handed in, not what they wrote themself', () => {
  const head = person('head', 'section-head')
  const about = (point: Point) => standing(head, { sections: [section], point })
  expect(about(handedInBy(person('officer')))).toContain('approver')
  expect(about(handedInBy(head))).not.toContain('approver')
  expect(workflow.approve.by).toEqual(['approver'])
})

test('the secretariat decides on publication, but not of an answer of its own', () => {
  const office = person('office', 'secretariat')
  const about = (point: Point) => standing(office, { sections: [section], point })
  expect(about(handedInBy(person('officer')))).toContain('publisher')
  expect(about(handedInBy(office))).not.toContain('publisher')
  expect(workflow.decide.by).toEqual(['publisher'])
})

test('a head of one section is nobody in another', () => {
  const head = person('head', 'section-head')
  const point = { ...handedInBy(person('officer')), section: '管理課' } as Point
  const stands = standing(head, { sections: ['管理課'], point })
  for (const one of ['section', 'head', 'approver', 'publisher'] as const)
    expect(stands).not.toContain(one)
})
