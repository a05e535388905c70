import { expect, test } from 'vitest'
import {
  blank,
  choice,
  date,
  decimal,
  fill,
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
