import { readFileSync } from 'node:fs'
import { measure, type Past } from '#domains/voices/rules/suggest.ts'

/** How often topic and section are foretold rightly, each point from all the others: `node bench/voices-suggest.ts [FILE]`. */
const file = process.argv[2] ?? 'demo/voices-2012.json'
const voices = JSON.parse(readFileSync(file, 'utf8')) as readonly {
  readonly points: readonly Past[]
}[]
const past = voices.flatMap(({ points }) => points)
const share = (part: number, whole: number) =>
  whole ? `${Math.round((100 * part) / whole)} %` : '—'
for (const side of ['topic', 'section'] as const) {
  const { points, said, right } = measure(past, side)
  console.log(
    `${side}: ${points} points, ${said} suggested, ${right} right (${share(right, said)})`,
  )
}
