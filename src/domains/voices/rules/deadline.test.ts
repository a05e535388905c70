import { expect, test } from 'vitest'
import { type Deadline, defaultTerms } from '../terms.ts'
import { dueOn, type Pause } from './deadline.ts'

const due = (
  received: string,
  deadline: Partial<Deadline> = {},
  pauses: readonly Pause[] = [],
  closedOn: readonly string[] = [],
) => dueOn(received, { deadline: { ...defaultTerms.deadline, ...deadline }, closedOn }, pauses)

test('two weeks from receipt end on the same weekday; a closing day moves them on', () => {
  // 2013-03-06 is a Wednesday; 2013-03-20 is 春分の日.
  expect(due('2013-03-06')).toBe('2013-03-21')
  expect(due('2013-03-07')).toBe('2013-03-21')
  expect(due('2013-03-09')).toBe('2013-03-25')
})

test('ten working days know holidays, the turn of the year and the city’s own closing days', () => {
  expect(due('2012-12-20', { days: 10, count: 'working' })).toBe('2013-01-10')
  expect(due('2013-08-08', { days: 5, count: 'working' }, [], ['2013-08-13', '2013-08-14'])).toBe(
    '2013-08-19',
  )
})

test('the first day counts where the city says so', () => {
  expect(due('2013-03-04', { days: 2, count: 'working', from: 'receipt' })).toBe('2013-03-05')
  expect(due('2013-03-04', { days: 2, count: 'working' })).toBe('2013-03-06')
})

test('the clock stands while the city waits for the sender, and nobody knows the day until then', () => {
  expect(due('2013-03-04', {}, [{ from: '2013-03-06', to: null }])).toBeNull()
  expect(due('2013-03-04')).toBe('2013-03-18')
  // Asked on the 6th, answered on the 13th: the 6th to the 12th do not count.
  expect(due('2013-03-04', {}, [{ from: '2013-03-06', to: '2013-03-13' }])).toBe('2013-03-25')
})
