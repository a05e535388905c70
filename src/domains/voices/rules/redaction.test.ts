import { expect, test } from 'vitest'
import type { Redaction } from '../point.ts'
import { defaultTerms } from '../terms.ts'
import { checkRedactions, publicPieces, publicText, withoutHidden } from './redaction.ts'

const texts = {
  gist: '厳原町の見本さんの家の前の街灯が切れています。',
  answer: '𠮷田町の街灯を直しました。',
  promise: '',
}
const hide = (from: number, to: number, of: Redaction['of'] = 'gist', ground = 'identifying') => ({
  of,
  from,
  to,
  ground,
})
const reason = (...redactions: Redaction[]) => {
  const result = checkRedactions(texts, redactions, defaultTerms)
  if (result.ok) return 'ok'
  const { refusal } = result
  return refusal.kind === 'refused' ? [refusal.reason, refusal.place] : refusal
}

test('what is marked is gone from the public text, and its length says nothing', () => {
  const marked = [hide(4, 6)]
  expect(publicText(publicPieces('gist', texts.gist, marked))).toBe(
    '厳原町の■■■さんの家の前の街灯が切れています。',
  )
  expect(publicPieces('gist', texts.gist, marked)[1]).toEqual({ hidden: 'identifying' })
  expect(publicText(publicPieces('answer', texts.answer, marked))).toBe(texts.answer)
})

test('a mark outside of the text, over another, through a character, or without a ground is refused', () => {
  expect(reason(hide(4, 6), hide(0, 3))).toBe('ok')
  expect(reason(hide(4, 400))).toEqual(['redaction-outside', 'redactions.0'])
  expect(reason(hide(4, 6), hide(5, 8))).toEqual(['redactions-overlap', 'redactions.1'])
  expect(reason(hide(1, 3, 'answer'))).toEqual(['redaction-outside', 'redactions.0'])
  expect(reason(hide(4, 6, 'gist', 'because'))).toEqual(['unknown-ground', 'redactions.0'])
})

test('what was written after the decision does not bring back a word that it took out', () => {
  const marked = [hide(4, 6), hide(0, 3)]
  expect(withoutHidden('厳原町の見本さんに伝え、見本さんの街灯を替えました。', texts, marked)).toBe(
    '■■■の■■■さんに伝え、■■■さんの街灯を替えました。',
  )
  // The longer one first: 見本さん does not stay as さん behind a 伏字 of 見本.
  expect(withoutHidden('見本さん', texts, [hide(4, 6), hide(4, 8)])).toBe('■■■')
  expect(withoutHidden('直しました。', texts, marked)).toBe('直しました。')
})
