import { expect, test } from 'vitest'
import { plans } from '#domains/plan/store/plans.ts'
import { differences } from '#domains/progress/rules/report.ts'
import { countsOf, itemsBy } from '#domains/progress/rules/year.ts'
import { reports } from '#domains/progress/store/reports.ts'
import { rounds } from '#domains/progress/store/rounds.ts'
import { scales } from '#domains/progress/store/scales.ts'
import { yearProgress } from '#domains/progress/store/views.ts'
import { must } from '#platform/must.ts'
import { demoCity } from '../../../journeys/support/city.ts'

test('the demo’s year of 2012 is a believable one', async () => {
  const { db } = await demoCity()
  const plan = must(
    (await plans(db)).find((one) => one.fiscalYear === 2012),
    'the plan',
  )
  const asked = await rounds(db, plan.id)
  expect(asked.map(({ period, state }) => `${period} ${state}`)).toEqual([
    'q1 closed',
    'q2 closed',
    'q3 closed',
    'final open',
  ])
  const all = await reports(db, { rounds: asked.map(({ id }) => id) })
  // Nobody confirmed what they had handed in.
  for (const one of all)
    if (one.state === 'confirmed') expect(one.confirmedBy).not.toBe(one.submittedBy)

  // On the morning on which the demo begins there is something of each kind to do.
  const open = must(
    asked.find(({ state }) => state === 'open'),
    'an open round',
  )
  const begun = all.filter(({ roundId }) => roundId === open.id)
  expect(new Set(begun.map(({ state }) => state))).toEqual(
    new Set(['requested', 'drafting', 'submitted', 'returned', 'confirmed']),
  )
  expect(begun.filter(({ side }) => side === 'group')).toHaveLength(2)

  const year = await yearProgress(db, plan, '2013-03-06')
  expect(year.items).toHaveLength(15)
  expect(countsOf(year.items)).toMatchObject({ unreported: 2, done: 1 })
  const silent = itemsBy(year, 'standing').get('unreported') ?? []
  const silentIds = silent.map(({ item }) => item.id as string)
  const of = all.filter(({ itemId }) => silentIds.includes(itemId))
  expect(new Set(of.map((one) => one.asked))).toEqual(new Set(['市民生活部']))
  expect(silent.flatMap(({ alarms }) => alarms.map(({ kind }) => kind))).toContain('silent')
  expect(year.items.some(({ explanations }) => explanations.length > 0)).toBe(true)

  const [scale] = await scales(db)
  const both = must(
    year.items.find(({ reports: said }) => said.some(({ side }) => side === 'group')),
    'an item with two sides',
  )
  const other = must(
    both.reports.find(({ side }) => side === 'group'),
    'the other side',
  )
  const found = differences(
    must(both.latest, 'the city’s').content,
    other.content,
    must(scale, 'a scale'),
  )
  expect(found.map(({ what }) => what)).toEqual(['value', 'reading'])
})
