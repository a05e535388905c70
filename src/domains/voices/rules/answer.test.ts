import { expect, test } from 'vitest'
import type { Answer, Point } from '../point.ts'
import { defaultTerms } from '../terms.ts'
import { checkAnswer, mayReply } from './answer.ts'

const today = '2013-03-06'
const considering: Answer = {
  text: '検討します。',
  disposition: 'considering',
  promised: { text: '予算のときに決める', followUpOn: '2013-03-07' },
}
const reasonOf = (answer: Answer) => {
  const checked = checkAnswer(answer, today, defaultTerms)
  if (checked.ok) return 'handed in'
  const { refusal } = checked
  return refusal.kind === 'refused' ? `${refusal.reason} ${refusal.place}` : refusal.kind
}

test('検討します is a promise: it says what will be looked at, and by a day that is still ahead', () => {
  expect(reasonOf(considering)).toBe('handed in')
  const promised = (text: string, followUpOn: string) =>
    reasonOf({ ...considering, promised: { text, followUpOn } })
  expect(promised('予算のときに決める', today)).toBe('promise-day promised.followUpOn')
  expect(promised('予算のときに決める', '')).toBe('promise-day promised.followUpOn')
  expect(promised(' ', '2013-04-01')).toBe('promise-empty promised.text')
  expect(reasonOf({ ...considering, promised: null })).toBe('promise-empty promised.text')
})

test('what promises nothing keeps no promise that was typed before the kind of answer was changed', () => {
  const done = checkAnswer({ ...considering, disposition: 'done' }, today, defaultTerms)
  expect(done).toEqual({
    ok: true,
    value: { text: '検討します。', disposition: 'done', promised: null },
  })
})

test('an answer says something, and of which kind it is', () => {
  expect(reasonOf({ ...considering, text: '\n' })).toBe('answer-empty text')
  expect(reasonOf({ ...considering, disposition: 'perhaps' })).toBe(
    'unknown-disposition disposition',
  )
})

test('no reply goes out while a point has neither answer nor reason; it is named', () => {
  const points = (...states: readonly Point['state'][]) =>
    states.map((state, at) => ({ state, no: at + 1 }) as Point)
  expect(mayReply(points('approved', 'circulated', 'transferred', 'declined')).ok).toBe(true)
  expect(mayReply([])).toMatchObject({ refusal: { reason: 'no-points' } })
  for (const open of ['assigned', 'drafting', 'submitted', 'returned'] as const)
    expect(mayReply(points('approved', open))).toMatchObject({
      refusal: { reason: 'points-open', place: 'points.2' },
    })
})
