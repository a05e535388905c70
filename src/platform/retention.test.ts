import { expect, test } from 'vitest'
import { beginningOf } from './retention.ts'

const day = (text: string) => new Date(`${text}T00:00:00+09:00`)

test.each([
  ['five years', { years: 5 }, '2018-04-01', '2013-04-01'],
  ['a year from a leap day', { years: 1 }, '2024-02-29', '2023-02-28'],
  ['four years between leap days', { years: 4 }, '2024-02-29', '2020-02-29'],
  ['thirty days over a month', { days: 30 }, '2013-03-15', '2013-02-13'],
  ['no day', { days: 0 }, '2013-03-15', '2013-03-15'],
] as const)(
  '%s: what began before that day has been kept long enough',
  (_what, kept, today, from) => {
    expect(beginningOf(kept, today)).toEqual(day(from))
  },
)
