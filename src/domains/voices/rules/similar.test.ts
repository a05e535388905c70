import { expect, test } from 'vitest'
import { mostLike } from './similar.ts'

const gists = [
  '通学路の坂で切れている街灯2基を直してほしい。',
  '審議会の公募委員を増やしてほしい。',
  '街灯を増やしてほしい。',
  '市役所の窓口を夜も開けてほしい。',
  'バスの時刻表を大きくしてほしい。',
]
const like = (text: string, limit = 5) => mostLike(text, gists, (gist) => gist, limit)

test('what is about the same comes first; what only asks in the same words does not come', () => {
  const lamps = like('通学路の街灯が暗くて心配です。増やしてください。')
  expect(lamps[0]).toBe(gists[0])
  expect(lamps).not.toContain(gists[1])
  expect(like('街灯を増やしてほしいです。')).toEqual([gists[2], gists[0]])
  expect(like('バスの時刻が読めません。')).toEqual([gists[4]])
})

test('nothing is better than something that is not alike', () => {
  expect(like('犬の散歩を楽しんでいます。')).toEqual([])
  expect(like('よろしくおねがいします。')).toEqual([])
  expect(like('')).toEqual([])
})
