import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from './desk-en.ts'
import { ja } from './desk-ja.ts'

/** Facts as the sources write them: `fact: 'plan.decided'`, `factOf('handover.passed', …)`. */
const written = new Set(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|testing/.test(file))
    .flatMap((file) => [
      ...readFileSync(`src/${file}`, 'utf8').matchAll(
        /\b(?:fact(?:Of)?[:(]|fact: |on(?:Voice|Point)\([^']*'\w+', seen, )\s*'([a-z]+\.[a-z-]+)'/g,
      ),
    ])
    .map(([, fact = '']) => fact),
)

test('everything that the ledger can hold has words in both languages', () => {
  expect(written.size).toBeGreaterThan(80)
  for (const words of [ja.facts, en.facts])
    expect([...written].filter((fact) => !Object.hasOwn(words, fact)).toSorted()).toEqual([])
})
