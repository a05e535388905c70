import { expect, test } from 'vitest'
import { emptyContent } from '../item.ts'
import { applyAnswers } from './questions.ts'
import type { Question, Reading, Row } from './sheet.ts'

const measure = { number: 1, title: '集う' }
const group = { audience: null, text: '夏の方針' }
const row = (code: string): Row => ({
  place: code,
  measure,
  group,
  code,
  content: { ...emptyContent, title: code },
})
const question = (field: Question['field'], code = '1-1'): Question => ({
  key: code ? `${field}:${code}` : field,
  code,
  field,
  reason: 'text-broken',
  original: '',
  place: '1行目',
  seen: '',
})
const reading: Reading = {
  head: { aim: '古い' },
  rows: [row('1-1'), row('1-2')],
  questions: [
    question('lead'),
    question('audience'),
    question('measure'),
    question('departments', '1-2'),
    question('title', '1-2'),
    question('aim', ''),
  ],
  faults: [],
}

test('an answer stays with its item; one about a heading or measure goes to all beneath', () => {
  const { reading: after, open } = applyAnswers(reading, {
    'lead:1-1': '◎',
    'audience:1-1': '市民',
    'measure:1-1': '語る',
    'departments:1-2': '総務課、 企画課',
    aim: '新しい',
  })
  expect(after.rows.map((r) => r.content.lead)).toEqual(['both', null])
  expect(after.rows.map((r) => r.group.audience)).toEqual(['citizens', 'citizens'])
  expect(after.rows.map((r) => r.measure.title)).toEqual(['語る', '語る'])
  expect(after.rows.map((r) => r.content.departments)).toEqual([[], ['総務課', '企画課']])
  expect(after.head.aim).toBe('新しい')
  expect(open.map((q) => q.key)).toEqual(['title:1-2'])
  expect(after.questions).toBe(open)
})

test('なし is an answer: the heading is for everyone', () => {
  const { open, invalid } = applyAnswers(reading, { 'audience:1-1': 'なし' })
  expect(invalid).toEqual([])
  expect(open.map((q) => q.key)).not.toContain('audience:1-1')
})

test('an answer that is none leaves the question open and says why', () => {
  const answers = {
    'lead:1-1': '半々',
    'audience:1-1': '協賃',
    'measure:1-1': ' ',
    'title:1-2': 'あ'.repeat(201),
    'departments:1-2': '、',
    'lead:9-9': '●',
  }
  const { reading: after, open, invalid } = applyAnswers(reading, answers)
  expect(invalid).toEqual([
    { key: 'lead:1-1', reason: 'unknown-lead' },
    { key: 'audience:1-1', reason: 'unknown-audience' },
    { key: 'measure:1-1', reason: 'required' },
    { key: 'title:1-2', reason: 'too-long' },
    { key: 'departments:1-2', reason: 'required' },
    { key: 'lead:9-9', reason: 'unknown-question' },
  ])
  expect(open).toHaveLength(6)
  expect(after.rows).toEqual(reading.rows)
})

test('answers survive being stored: headings are found again without object identity', () => {
  const stored: Reading = JSON.parse(JSON.stringify(reading))
  const { reading: after } = applyAnswers(stored, { 'audience:1-1': '職員' })
  expect(after.rows.map((r) => r.group.audience)).toEqual(['staff', 'staff'])
})

test('two headings that read alike are answered one by one', () => {
  const two = {
    ...reading,
    questions: [question('group', '1-1'), question('group', '1-2')],
  }
  const { reading: after } = applyAnswers(two, { 'group:1-2': '夜', 'group:1-1': '朝' })
  expect(after.rows.map((r) => r.group.text)).toEqual(['朝', '夜'])
})
