import { describe, expect, test } from 'vitest'
import { counter, type Pattern, TooMany } from '../support/backtracking.ts'
import { type Attack, attacksOn, patternsIn } from '../support/patterns.ts'

/**
 * No clock: what a pattern tries is counted, for a text and for one of twice its length. Twice as much is
 * well; four times as much is not, unless what the pattern reads is short by another rule.
 */
const generous = 2.6
const enough = 1_000_000

interface Growth {
  readonly times: number
  readonly attack: Attack | null
}

function growthOf(pattern: Pattern): Growth {
  const count = counter(pattern)
  const steps = ({ before, pump, after }: Attack, n: number, limit: number) => {
    try {
      return count(before + pump.repeat(n) + after, limit)
    } catch (thrown) {
      if (thrown instanceof TooMany) return Number.POSITIVE_INFINITY
      throw thrown
    }
  }
  const times = (attack: Attack, n: number, limit: number) => {
    const once = steps(attack, n, limit)
    return Number.isFinite(once) ? steps(attack, 2 * n, limit) / once : once
  }
  let worst: Growth = { times: 0, attack: null }
  for (const attack of attacksOn(pattern)) {
    // Loops that have an end of their own grow at first, and then no more.
    if (times(attack, 40, enough / 20) <= generous) continue
    const grown = times(attack, 200, enough)
    if (grown > worst.times) worst = { times: grown, attack }
    if (grown === Number.POSITIVE_INFINITY) break
  }
  return worst
}

/** Four times as much for twice the length, and why that is no harm: what they read is never long. */
const short: Readonly<Record<string, string>> = {
  '[ \\t]*\\n[ \\t]*': 'a paragraph of Word, read in a thread of its own that is stopped in time',
  '=+$': 'the end of 43 signs, in the reader’s own browser',
  '^[^\\s@<>"\',;]{1,64}@[^\\s@<>"\',;]+\\.[^\\s@<>"\',;]+$':
    'a mail address, 254 signs by its form',
}

describe('the measure itself', () => {
  test.each([
    ['(a+)+$', 'much more'],
    ['^(\\w+\\s?)*$', 'much more'],
    ['(a|a)*b', 'much more'],
    ['^([a-z]+)+@', 'much more'],
    ['^\\s*([^<>]*?)\\s*<', 'much more'],
    ['\\s+$', 'four times'],
    ['a.*b', 'four times'],
    ['(平成|令和)?(元|\\d+)年度?', 'four times'],
    ['\\s*,\\s*', 'four times'],
    ['^[a-z]+$', 'twice'],
    ['^(?:ab|cd){1,20}$', 'twice'],
    ['(?<=x)[0-9]{1,8}', 'twice'],
  ])('%s grows by %s for twice the text', (source, expected) => {
    const { times } = growthOf({ source, flags: 'u' })
    const said = times > 6 ? 'much more' : times > generous ? 'four times' : 'twice'
    expect(said).toBe(expected)
  })

  test('counts as the engine finds: the same texts match', () => {
    const patterns = ['^(?:a|b){2,3}c?$', '(?<!x)y+', '\\bab\\b', '[^a-c]+?d', '(?=ab)a(?!bc)']
    const texts = ['abc', 'aab', 'xyy', 'y', 'ab cd', 'zzd', 'abd', '', 'abcabd']
    for (const source of patterns)
      for (const text of texts) {
        const found = new RegExp(source, 'u').exec(text)
        const tried = counter({ source, flags: 'u' })(text, 1000)
        // A match ends the search; without one every place is begun at.
        if (!found) expect(tried).toBeGreaterThan(text.length)
        else expect(tried).toBeGreaterThan(found.index)
      }
  })
})

test('what is said to be slow is seen to be, so that the search itself is known to see', () => {
  const excused = patternsIn('src').filter(({ source }) => Object.hasOwn(short, source))
  expect(new Set(excused.map(({ source }) => source))).toEqual(new Set(Object.keys(short)))
  for (const pattern of excused)
    expect([pattern.source, growthOf(pattern).times > generous]).toEqual([pattern.source, true])
})

test('no pattern of ours takes ever longer for a text that somebody made for it', () => {
  const all = patternsIn('src')
  expect(all.length).toBeGreaterThan(300)
  const slow = all.flatMap((pattern) => {
    const { times, attack } = growthOf(pattern)
    const isKnown = Object.hasOwn(short, pattern.source) && times < 6
    return times <= generous || isKnown
      ? []
      : [`${pattern.place} /${pattern.source}/ ×${times.toFixed(1)} ${JSON.stringify(attack)}`]
  })
  expect(slow).toEqual([])
})
