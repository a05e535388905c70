import { expect, test } from 'vitest'
import { plain } from '#platform/ruby.ts'
import { phrased } from './phrases.ts'
import type { Line, Piece } from './text.ts'
import { line } from './text.ts'

const said = (piece: Piece): string =>
  typeof piece === 'string' ? piece : 'base' in piece ? piece.base : piece.phrase.map(said).join('')
const shown = (pieces: Line) => pieces.map(said).join('|')

test.each([
  [
    '市政に対する市民との意見交換を行う仕組みづくり',
    '市政に対する|市民との|意見|交換を|行う|仕組みづくり',
  ],
  ['協働(共働)のまちづくり', '協働(共働)のまちづくり'],
  ['実効性のあるまちづくりのための協働', '実効性のあるまちづくりの|ための|協働'],
  [
    '広報紙、ホームページ、CATV、各種会議資料等',
    '広報紙|、|ホームページ|、|CATV|、|各種|会議|資料等',
  ],
])('%s', (text, phrases) => {
  expect(shown(phrased(line(text), 12))).toBe(phrases)
})

test('loses and adds no letter', () => {
  for (const text of [
    '「{協働|きょうどう}」の{推進|すいしん}、(案)!!',
    ' 前と後 ',
    '()「」、。',
    '年2回、第3期の約10件',
    '',
  ]) {
    expect(phrased(line(text), 8).map(said).join('')).toBe(plain(text))
  }
})

test('parts what is wider than its column, after a particle where it can', () => {
  expect(shown(phrased(line('協働(共働)のまちづくり'), 8))).toBe('協働(共働)の|まちづくり')
  expect(phrased(['コミュニティ'], 4)).toEqual(['コミュニティ'])
})
