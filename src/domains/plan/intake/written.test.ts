import { expect, test } from 'vitest'
import { joinPieces, weave } from './joining.ts'
import { isBalanced, isCut, readCode, readCount, readFiscalYear, readNumber } from './written.ts'

test.each([
  ['平成24年度', 2012],
  ['令和元年度', 2019],
  ['令和８年度', 2026],
  ['２０１２年度', 2012],
  ['昭和63年度', 1988],
  ['24年度', null],
  ['計画', null],
])('%s is the fiscal year %s', (text, year) => expect(readFiscalYear(text)).toBe(year))

test.each([
  ['1,200', 1200],
  ['１２．５', 12.5],
  ['△3', -3],
  ['¥5円', 5],
  ['12%', 12],
  ['1,20', null],
  ['', null],
  ['1e-7', 1e-7],
])('%s is the number %s', (text, number) => expect(readNumber(text)).toBe(number))

test.each([
  ['1-3', '1-3'],
  ['１－３', '1-3'],
  ['1ー03', '1-3'],
  ['1月3日', '1-3'],
  ['2026-01-03', '1-3'],
  ['13', null],
])('%s is the code %s', (text, code) => expect(readCode(text)).toBe(code))

test.each([
  ['十二', 12],
  ['二十', 20],
  ['３', 3],
  ['一番', null],
])('%s counts %s', (text, count) => expect(readCount(text)).toBe(count))

test('brackets need their partner, arrows are none', () => {
  expect(isBalanced('「共」(共働）')).toBe(true)
  expect(isBalanced('a -> b')).toBe(true)
  expect(isBalanced('共働く協働>(転)')).toBe(false)
  expect(isBalanced('基づ(で')).toBe(false)
})

test('a title is cut after a particle, not after a noun that ends in kana', () => {
  for (const text of ['地域で', '広報の', '市民を', '海、', '「海', 'まちづくりの']) {
    expect(isCut(text), text).toBe(true)
  }
  for (const text of [
    'まちづくり',
    'ふるさと',
    '広報「海」を利用',
    '声を聞くこと',
    '資料等',
    'CATV',
  ]) {
    expect(isCut(text), text).toBe(false)
  }
})

const join = (pieces: string[], document = '') => joinPieces(pieces, (n) => document.includes(n))

test('breaks next to kana and kanji leave nothing behind', () => {
  expect(join(['啓発', '活動'])).toEqual({ text: '啓発活動', doubtful: false })
  expect(join(['C', 'ATV、資料']).text).toBe('CATV、資料')
  expect(join(['open', 'data']).text).toBe('open data')
})

test('numbers are joined where the document vouches for them', () => {
  expect(join(['2', '4年度の計画'], '平成24年度')).toEqual({
    text: '24年度の計画',
    doubtful: false,
  })
  expect(join(['2', '4年度の計画'])).toEqual({ text: '2 4年度の計画', doubtful: true })
})

test('a comma may be lost between a nominal ending and katakana', () => {
  expect(join(['内容、仕組み', 'スケジュール']).doubtful).toBe(true)
  for (const before of ['新しい', '市民の', 'により', '広く', '及び']) {
    expect(join([before, 'コミュニティ']).doubtful, before).toBe(false)
  }
})

test('cells that were one are woven line by line', () => {
  expect(weave([['協働', '語の募集'], ['に関する標']])).toEqual(['協働に関する標', '語の募集'])
})
