import { tokens } from '#platform/search.ts'

/** As many pairs of letters as a search takes; a long letter says what it is about in its beginning. */
const most = 40

/** Pairs that carry a meaning. What has kana in it (増や, です) stands in letters about anything. */
const isTelling = (token: string) =>
  /^(?:[\p{sc=Han}々〆]{2}|[a-z0-9\p{sc=Hangul}]{4,})$/u.test(token)

/** By what a text is looked up among others: its telling pairs, each once. */
export const tellingOf = (text: string): readonly string[] =>
  tokens(text).filter(isTelling).slice(0, most)

/** Two pairs in common are a word of three letters, or two words; one is an accident, unless there is no more to share. */
const least = 2

/** What shares less than this with the text, measured by the one that shares most, only takes the eye off. */
const faint = 0.5

/**
 * Those among `all` that share most with a text, most like it first. What few of them have counts more than what
 * all have: 街灯 says more than 市役.
 */
export function mostLike<T>(
  text: string,
  all: readonly T[],
  wordsOf: (one: T) => string,
  limit: number,
): readonly T[] {
  const sought = tellingOf(text)
  const known = all.map((one) => ({ one, has: new Set(tellingOf(wordsOf(one))) }))
  const weight = new Map(
    sought.map((token) => {
      const holders = known.filter(({ has }) => has.has(token)).length
      return [token, Math.log(1 + known.length / (1 + holders))]
    }),
  )
  const alike = known
    .map(({ one, has }) => {
      const shared = sought.filter((token) => has.has(token))
      const score = shared.reduce((sum, token) => sum + (weight.get(token) ?? 0), 0)
      // Of two that share the same, the one that says nothing else is more like it.
      const likeness = score / Math.sqrt(has.size || 1)
      return {
        one,
        score: likeness,
        isEnough: shared.length >= Math.min(least, sought.length, has.size),
      }
    })
    .filter(({ score, isEnough }) => isEnough && score > 0)
    .toSorted((a, b) => b.score - a.score)
  const best = alike[0]?.score ?? 0
  return alike
    .filter(({ score }) => score >= best * faint)
    .slice(0, limit)
    .map(({ one }) => one)
}
