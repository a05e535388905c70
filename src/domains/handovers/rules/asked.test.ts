import { expect, test } from 'vitest'
import type { Handover } from '../handover.ts'
import { defaultTerms } from '../terms.ts'
import { askedOf } from './asked.ts'

const endsOn = '2013-03-31'
const handover = (state: Handover['state'], more: Partial<Handover> = {}) =>
  ({ state, dueOn: '2013-04-14', receivedOn: null, ...more }) as Handover
const asked = (today: string, state?: Handover['state'], more: Partial<Handover> = {}) =>
  askedOf({ endsOn, handover: state && handover(state, more) }, defaultTerms, today).map(
    ({ who, what, kind }) => `${who} ${what} ${kind}`,
  )

test.each<[string, Handover['state'] | undefined, readonly string[]]>([
  ['2013-03-16', undefined, []],
  ['2013-03-17', undefined, ['giver pass due']],
  ['2013-03-31', 'prepared', ['giver pass due']],
  // From the day after, whoever went can do nothing here.
  ['2013-04-01', 'prepared', ['head pass overdue']],
  ['2013-04-01', undefined, ['head pass overdue']],
  ['2013-04-14', 'passed', ['successor receive due']],
  ['2013-04-15', 'passed', ['successor receive overdue', 'head receive overdue']],
  ['2013-04-10', 'received', ['head close decision']],
  ['2013-06-01', 'closed', []],
])('on %s, %s: %j', (today, state, expected) => {
  expect(asked(today, state)).toEqual(expected)
})
