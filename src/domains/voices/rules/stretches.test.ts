import { expect, test } from 'vitest'
import { publicPieces, publicText } from './redaction.ts'
import {
  findings,
  joined,
  nameOf,
  readStretch,
  suggested,
  tokensOf,
  withGround,
} from './stretches.ts'

const texts = {
  gist: '見本太郎さんの家の前の街灯を直してほしい。連絡は090-1234-5678まで。',
  answer: '直しました。',
  promise: '',
}

test('the words of a text are the text, whatever was found in it', () => {
  const found = findings(texts, [])
  const tokens = tokensOf('gist', texts.gist, found)
  expect(tokens.map(({ text }) => text).join('')).toBe(texts.gist)
  for (const { from, to } of found) {
    expect(tokens.some((token) => token.from === from)).toBe(true)
    expect(tokens.some((token) => token.to === to)).toBe(true)
  }
})

test('what tells of a person is suggested, and nothing of it is left in the public text', () => {
  const redactions = withGround(suggested(findings(texts, [])), () => 'identifying')
  const shown = publicText(publicPieces('gist', texts.gist, redactions))
  expect(shown).not.toContain('090')
  expect(shown).not.toContain('5678')
  expect(shown).toContain('街灯を直してほしい')
})

test('words ticked side by side are one 伏字; in another text, another', () => {
  const ticked = ['gist:0:2', 'gist:2:4', 'gist:6:8', 'answer:0:2'].flatMap(
    (name) => readStretch(name) ?? [],
  )
  expect(joined(ticked).map(nameOf)).toEqual(['gist:0:4', 'gist:6:8', 'answer:0:2'])
})

test('what no form sent is nothing', () => {
  for (const name of ['sender:0:2', 'gist:-1:2', 'gist:0', '', 'gist:0:9999999'])
    expect(readStretch(name)).toBeNull()
})
