import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { bandsOf, duplicateOf, isDuplicate, likeness, trigrams } from './duplicates.ts'

const bus = '比田勝の港からのバスの本数を増やしてください。買い物に行けません。'

describe('a text that says the same', () => {
  test.each([
    ['as it is', bus],
    [
      'in other widths and with other marks',
      '比田勝の港からのバスの本数を増やして下さい!買い物に行けません!!',
    ],
    ['with a greeting', `お願いします。${bus}`],
    [
      'with its sentences turned',
      '買い物に行けません。比田勝の港からのバスの本数を増やしてください。',
    ],
  ])('%s', (_how, text) => expect(isDuplicate(text, ['別の話です。', bus])).toBe(true))

  test.each(['比田勝の港からの船の本数を増やしてください。通学に使います。', '', '。、!'])(
    '「%s」 is not it',
    (text) => expect(isDuplicate(text, [bus, ''])).toBe(false),
  )

  test('the likest is named', () => {
    const recent = [{ text: `お願いします。${bus}` }, { text: bus }]
    expect(duplicateOf(bus, recent)).toBe(recent[1])
  })
})

/** Real comments with planted copies, where the reference data is at hand: see /work/shared/reference. */
const reference = '../shared/reference/ja-text/near-duplicates.json'
const shape = z.object({
  docs: z.array(z.object({ id: z.number(), text: z.string() })),
  near_duplicate_pairs: z.array(z.tuple([z.number(), z.number()])),
})
test.runIf(existsSync(reference))('real comments: recall ≥ .97 and precision ≥ .95', () => {
  const raw: unknown = JSON.parse(readFileSync(reference, 'utf8'))
  const { docs, near_duplicate_pairs: pairs } = shape.parse(raw)
  const grams = new Map(docs.map(({ id, text }) => [id, trigrams(text)]))
  const byBand = new Map<string, number[]>()
  for (const [at, one] of grams)
    for (const band of bandsOf(one)) byBand.set(band, [...(byBand.get(band) ?? []), at])
  const found = new Set<string>()
  for (const group of byBand.values())
    for (const [n, a] of group.entries())
      for (const b of group.slice(n + 1)) {
        const [x, y] = [grams.get(a), grams.get(b)]
        if (x && y && likeness(x, y) >= 0.7) found.add(`${Math.min(a, b)} ${Math.max(a, b)}`)
      }
  const planted = new Set(pairs.map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`))
  const right = [...planted].filter((pair) => found.has(pair)).length
  expect(planted.size).toBeGreaterThan(100)
  expect(right / planted.size).toBeGreaterThanOrEqual(0.97)
  expect(right / found.size).toBeGreaterThanOrEqual(0.95)
})
