import { expect, test } from 'vitest'
import {
  addDays,
  addWorkingDays,
  eraDate,
  eraFiscalYear,
  fiscalYearIn,
  fiscalYearOf,
  isWorkingDay,
  latinFiscalYear,
  localDate,
} from './calendar.ts'

test('a moment is the day it is in Japan, whatever the server thinks', () => {
  expect(localDate(new Date('2012-03-31T15:00:00Z'))).toBe('2012-04-01')
  expect(localDate(new Date('2012-03-31T14:59:59Z'))).toBe('2012-03-31')
})

test('the fiscal year begins on 1 April', () => {
  expect(fiscalYearOf('2013-03-31')).toBe(2012)
  expect(fiscalYearOf('2013-04-01')).toBe(2013)
})

test.each([
  [2012, '平成24年度', 'FY2012 (Heisei 24)'],
  [1989, '平成元年度', 'FY1989 (Heisei 1)'],
  // 1 April 2019 was still Heisei; cities call that year 平成31年度 or 令和元年度, the law the former.
  [2019, '平成31年度', 'FY2019 (Heisei 31)'],
  [2020, '令和2年度', 'FY2020 (Reiwa 2)'],
])('fiscal year %i is %s', (year, era, latin) => {
  expect(eraFiscalYear(year)).toBe(era)
  expect(latinFiscalYear(year)).toBe(latin)
})

test.each([
  ['2026-11-22', '令和8年11月22日(日)'],
  ['2019-04-30', '平成31年4月30日(火)'],
  ['2019-05-01', '令和元年5月1日(水)'],
  ['1989-01-07', '昭和64年1月7日(土)'],
])('%s is %s', (date, era) => {
  expect(eraDate(date)).toBe(era)
})

test('easy Japanese has a reading on every kanji of the year', () => {
  const bare = fiscalYearIn('easy', 2012).replace(/\{[^|}]*\|[^}]*\}/g, '')
  expect(bare).not.toMatch(/\p{Script=Han}/u)
})

test('days are added across months and leap years', () => {
  expect(addDays('2012-02-28', 2)).toBe('2012-03-01')
  expect(addDays('2013-01-01', -1)).toBe('2012-12-31')
})

test('weekends, holidays and the turn of the year are no working days', () => {
  expect(isWorkingDay('2012-04-02')).toBe(true)
  expect(isWorkingDay('2012-04-01')).toBe(false)
  expect(isWorkingDay('2012-04-30')).toBe(false)
  expect(isWorkingDay('2012-12-31')).toBe(false)
})

test('ten working days over the Golden Week of 2012', () => {
  expect(addWorkingDays('2012-04-27', 1)).toBe('2012-05-01')
  expect(addWorkingDays('2012-04-27', 3)).toBe('2012-05-07')
})
