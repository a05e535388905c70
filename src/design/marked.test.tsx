import { expect, test } from 'vitest'
import { findPersonal } from '#platform/personal.ts'
import { chosenSpans, Marked } from './marked.tsx'
import { markedWords } from './messages/marked.ts'
import { viewIn } from './testing/view.ts'

const text = '田中<b>さんと鈴木さんの<script>電話は0920-00-0000です。'
const html = (locale: 'ja' | 'en' = 'ja') =>
  String(Marked({ view: viewIn(locale, '/x'), text, spans: findPersonal(text), action: '/x' }))

test('every place is marked with its kind in words, and can be chosen by itself', () => {
  expect(html()).toContain('1 名前')
  expect(html()).toContain('2 電話番号')
  expect(html('en')).toContain('2 telephone')
  expect(html().match(/type="checkbox"/g)).toHaveLength(2)
  expect(html()).toContain('「0920-00-0000」を「●●●」にする')
})

test('what somebody wrote is never taken for HTML', () => {
  expect(html()).not.toContain('<script>')
  expect(html()).not.toContain('<b>')
})

test('where nothing was found it says so, and still shows the text', () => {
  const plain = String(Marked({ view: viewIn('ja', '/x'), text: '街灯', spans: [], action: '/x' }))
  expect(plain).toContain('街灯')
  expect(plain).toContain(markedWords.ja.none)
  expect(plain).not.toContain('checkbox')
})

test('only places that are there can be chosen', () => {
  const spans = ['a', 'b', 'c']
  expect(chosenSpans({ mask: ['0', '2', '7', '-1', 'x'] }, spans)).toEqual(['a', 'c'])
  expect(chosenSpans({ mask: '1' }, spans)).toEqual(['b'])
  expect(chosenSpans({}, spans)).toEqual([])
})
