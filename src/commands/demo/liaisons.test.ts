import { expect, test } from 'vitest'
import { yearOf } from '#domains/liaisons/actions/look.ts'
import { demoCity } from '../../../journeys/support/city.ts'

test('most sections of the demo city have a liaison, two have none, and some duties are late', async () => {
  const site = await demoCity()
  const lines = await yearOf(site.db, 2012, '2013-03-06')
  const without = lines.filter((line) => !line.seats.length).map((line) => line.section.name)
  expect(without.toSorted()).toEqual(['建設課', '警防課'].toSorted())
  expect(lines.some((line) => line.tally.overdue > 0)).toBe(true)
  expect(lines.some((line) => line.tally.done > 2)).toBe(true)
})

test('whoever moves in April has a hand-over prepared', async () => {
  const site = await demoCity()
  const handovers = await site.db.selectFrom('handover').select('state').execute()
  expect(handovers.length).toBeGreaterThan(5)
  expect(new Set(handovers.map(({ state }) => state))).toEqual(new Set(['prepared']))
})
