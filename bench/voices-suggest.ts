import { readFileSync } from 'node:fs'
import { learn, measure, type Past, suggest } from '#domains/voices/rules/suggest.ts'
import { madeUp } from '#testing/made-up-points.ts'

/**
 * How often topic and section are foretold rightly: `node bench/voices-suggest.ts [FILE]`, a file as
 * demo/voices-2012.json. Of its points, and of a made-up city's, each is foretold from all the others; then the rest of
 * the made-up city's from its first ones, as in a city that has just begun.
 */
const file = process.argv[2] ?? 'demo/voices-2012.json'
const voices: readonly { readonly points: readonly Past[] }[] = JSON.parse(
  readFileSync(file, 'utf8'),
)
const sides = ['topic', 'section'] as const

const percent = (part: number, whole: number) =>
  whole ? `${Math.round((100 * part) / whole)} %` : '—'
const line = (name: string, said: number, right: number, of: number) =>
  console.log(`${name}: ${of} points, ${said} suggested, ${right} right (${percent(right, said)})`)

for (const [name, past] of [
  [file, voices.flatMap(({ points }) => points)],
  ['made up', madeUp],
] as const)
  for (const side of sides) {
    const { points, said, right } = measure(past, side)
    line(`${name}, ${side}`, said, right, points)
  }

for (const begun of [50, 100, 200])
  for (const side of sides) {
    const model = learn(madeUp.slice(0, begun))
    const rest = madeUp.slice(begun)
    const guessed = rest.flatMap(({ gist, topic, [side]: key }) => {
      const guess = suggest(model, gist, side, side === 'section' ? topic : '')
      return guess ? [guess.key === key] : []
    })
    line(`from ${begun}, ${side}`, guessed.length, guessed.filter(Boolean).length, rest.length)
  }
