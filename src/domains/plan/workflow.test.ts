import { expect, test } from 'vitest'
import { offered } from '#platform/workflow.ts'
import { people } from '#testing/people.ts'
import { planStates } from './plan.ts'
import { standing, workflow } from './workflow.ts'

const authors = [people.author.id]

test('whoever wrote does not decide; another of the secretariat does', () => {
  const subject = { state: 'council-review' }
  const may = (who: keyof typeof people) =>
    offered(workflow, standing(people[who], { authors }), subject).has('decide')
  expect([may('author'), may('head'), may('officer'), may('viewer')]).toEqual([
    false,
    true,
    false,
    false,
  ])
})

test('a department changes its own items only, and only while the text is open', () => {
  const item = { departments: ['地域再生推進本部'] }
  const may = (who: keyof typeof people, state: string) =>
    offered(workflow, standing(people[who], { authors }, item), { state }).has('editItem')
  expect(may('officer', 'drafting')).toBe(true)
  expect(may('other', 'drafting')).toBe(false)
  expect(may('officer', 'published')).toBe(false)
})

test.each(planStates)(
  'a resident may do nothing to a plan that is %s but read it, if it is public',
  (state) => {
    const may = [...offered(workflow, standing(people.resident, { authors }), { state })]
    expect(may.every((action) => action === 'read')).toBe(true)
  },
)

test('from publication on, the text changes by amendment only', () => {
  for (const state of ['published', 'in-progress', 'midterm', 'closing', 'evaluated', 'archived']) {
    const may = offered(workflow, standing(people.author, { authors }), { state })
    expect(may.has('edit') || may.has('editItem') || may.has('takeIn')).toBe(false)
  }
})

test('every state can be reached, and none but the archive is an end', () => {
  const steps = Object.values(workflow)
  for (const state of planStates) {
    expect(steps.some((step) => step.to === state)).toBe(true)
    const goesOn = steps.some(
      (step) => step.to !== 'same' && (step.from as readonly string[]).includes(state),
    )
    expect(goesOn).toBe(state !== 'archived')
  }
})
