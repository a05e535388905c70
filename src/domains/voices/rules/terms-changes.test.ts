import { expect, test } from 'vitest'
import { defaultTerms } from '../terms.ts'
import { termsChanged } from './terms-changes.ts'

test('terms that a city sets are told apart from those before them', () => {
  const now = {
    ...defaultTerms,
    deadline: { ...defaultTerms.deadline, days: 10 },
    secondCheck: true,
    grounds: defaultTerms.grounds.slice(1),
  }
  expect(termsChanged(now)).toEqual(['days', 'grounds', 'secondCheck'])
  expect(termsChanged(now, now)).toEqual([])
  expect(termsChanged(defaultTerms, now)).toEqual(['days', 'grounds', 'secondCheck'])
})

test('the order in which a database gives back the keys of an object is no change', () => {
  const turned = {
    ...defaultTerms,
    topics: defaultTerms.topics.map(({ ko, en, easy, ja, key }) => ({ ko, en, easy, ja, key })),
    population: { on: '2012-04-01', source: 'x', age: { b: 2, a: 1 }, district: {} },
  }
  const before = {
    ...defaultTerms,
    population: { on: '2012-04-01', source: 'x', age: { a: 1, b: 2 }, district: {} },
  }
  expect(termsChanged(turned, before)).toEqual([])
})
