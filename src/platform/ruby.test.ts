import { expect, test } from 'vitest'
import { pieces, plain, withRuby } from './ruby.ts'

test('a reading stands over its word in running text', () => {
  expect(withRuby('<p>{協働|きょうどう}する</p>')).toBe(
    '<p><ruby>協働<rp>(</rp><rt>きょうどう</rt><rp>)</rp></ruby>する</p>',
  )
})

test('where HTML allows no ruby, the word stands alone', () => {
  expect(
    withRuby('<title>{市|し}</title><option>{市|し}</option><a aria-label="{市|し}">x</a>'),
  ).toBe('<title>市</title><option>市</option><a aria-label="市">x</a>')
})

test('what somebody typed goes back to them as typed', () => {
  const html = '<input value="{市|し}"/><textarea>{市|し}</textarea>'
  expect(withRuby(html)).toBe(html)
})

test('markup cannot be brought in by a reading', () => {
  const html = '<p>{&lt;b&gt;|&lt;script&gt;}</p>'
  expect(withRuby(html)).not.toContain('<script>')
})

test('a text can be had in pieces and without readings', () => {
  expect(plain('{対馬市|つしまし}の計画')).toBe('対馬市の計画')
  expect(pieces('a{市|し}b')).toEqual(['a', { base: '市', reading: 'し' }, 'b'])
})
