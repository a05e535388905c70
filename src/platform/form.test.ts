import { expect, test } from 'vitest'
import {
  blank,
  choice,
  date,
  decimal,
  fill,
  knownDay,
  lines,
  longText,
  optionalChoice,
  optionalText,
  text,
  wholeNumber,
} from './form.ts'

const form = {
  title: text(5),
  body: longText(10),
  lead: optionalChoice(['city', 'both']),
  kind: choice(['a', 'b']),
  budget: wholeNumber(1000),
  target: decimal,
  until: date,
  goals: lines(2, 5),
  note: optionalText(3),
}

test('what is typed becomes values: trimmed, full-width digits read, empty is nobody has said', () => {
  const filled = fill(form, {
    title: ' 標語 ',
    body: 'a\r\nb',
    lead: '',
    kind: 'a',
    budget: '１,０００円',
    target: '-1.5',
    until: '2013-03-31',
    goals: '一\n\n二',
    note: '',
  })
  expect(filled.faults).toEqual({})
  expect(filled.values).toEqual({
    title: '標語',
    body: 'a\nb',
    lead: null,
    kind: 'a',
    budget: 1000,
    target: -1.5,
    until: '2013-03-31',
    goals: ['一', '二'],
    note: '',
  })
})

test('every fault is named at its field, and what was typed comes back', () => {
  const filled = fill(form, {
    title: '六文字あるよね',
    body: '',
    lead: 'nobody',
    kind: 'c',
    budget: '1001',
    target: 'many',
    until: '2013-02-30',
    goals: '一\n二\n三',
    note: 'ok',
  })
  expect(filled.values).toBeUndefined()
  expect(filled.faults).toEqual({
    title: 'too-long',
    body: 'required',
    lead: 'not-offered',
    kind: 'not-offered',
    budget: 'too-large',
    target: 'not-a-number',
    until: 'not-a-date',
    goals: 'too-long',
  })
  expect(filled.raw.title).toBe('六文字あるよね')
})

test('characters are counted as people count them', () => {
  expect(fill({ title: text(2) }, { title: '𠮷🏝' }).values).toEqual({ title: '𠮷🏝' })
})

test('a field that the form does not name is never bound', () => {
  const filled = fill({ title: text(5) }, { title: 'ok', role: 'secretariat', id: 'itm_1' })
  expect(filled.values).toEqual({ title: 'ok' })
})

test('a form starts from what is known', () => {
  const { raw } = blank(
    { title: text(5), goals: lines(2, 5) },
    { title: '標語', goals: ['一', '二'] },
  )
  expect(raw).toEqual({ title: '標語', goals: '一\n二' })
})

test.each([
  [{ 'born.era': '昭和', 'born.year': '23', 'born.month': '８', 'born.day': '8' }, '1948-08-08'],
  [{ 'born.era': '', 'born.year': '1948', 'born.month': '8', 'born.day': '8' }, '1948-08-08'],
  // Who has chosen an era and then writes the year in full means the year in full.
  [{ 'born.era': '昭和', 'born.year': '1948', 'born.month': '8', 'born.day': '8' }, '1948-08-08'],
  [{ 'born.year': '昭和23年', 'born.month': '8月', 'born.day': '8日' }, '1948-08-08'],
  [{ 'born.year': '昭和23年8月8日', 'born.month': '', 'born.day': '' }, '1948-08-08'],
  [{ born: '1948-08-08' }, '1948-08-08'],
  [{ 'born.era': '昭和', 'born.year': '', 'born.month': '', 'born.day': '' }, 'required'],
  [{ 'born.era': '', 'born.year': '23', 'born.month': '8', 'born.day': '8' }, 'not-a-date'],
  [{ 'born.era': '昭和', 'born.year': '23', 'born.month': '2', 'born.day': '30' }, 'not-a-date'],
  [{ 'born.era': '昭和', 'born.year': '23', 'born.month': '8', 'born.day': '' }, 'not-a-date'],
])('a birth date in boxes: %o is %s', (body, expected) => {
  const { values, faults } = fill({ born: knownDay }, body)
  expect(values?.born ?? faults.born).toBe(expected)
})
