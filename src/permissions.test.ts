import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { knownPermissions } from '#domains/staff/roles.ts'
import { chapters, permissionsPage, withFlow } from '#testing/permissions.ts'
import { powers } from './powers.ts'

test('docs/permissions.md says what the workflow tables say (if not: node scripts/permissions.ts)', () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsPage())
})

test.each(chapters)('the flow in the README of $folder is drawn from its table', (chapter) => {
  const readme = readFileSync(`src/domains/${chapter.folder}/README.md`, 'utf8')
  expect(readme).toBe(withFlow(readme, chapter))
})

test('no workflow table is left out', () => {
  const listed = chapters.map(({ folder }) => `src/domains/${folder}/workflow.ts`)
  expect(listed.toSorted()).toEqual(globSync('src/domains/{*,*/*}/workflow.ts').toSorted())
})

test('a README whose flow was drawn by hand is told apart', () => {
  const [, plan] = chapters
  const drawn = '# x\n<!-- flow: node scripts/permissions.ts -->\nold\n<!-- /flow -->\nrest\n'
  expect(plan && withFlow(drawn, plan)).not.toBe(drawn)
  expect(plan && withFlow(drawn, plan)).toMatch(
    /drafting --> council_review: 審議に出す[\s\S]*\nrest\n$/,
  )
})

/** Every permission word that a chapter asks for, with the file that asks. */
const asked = globSync('src/domains/*/**/*.{ts,tsx}')
  .filter((file) => !file.includes('.test.'))
  .flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /\b(?:holds|holdsSomewhere|is)\(\s*(?:\w+,\s*)?'([a-z-]+\.[a-z-]+)'/g,
      ),
    ].map(([, word = '']) => ({ word, file })),
  )

test('every permission that a chapter asks for is in some role, and every one in a role is asked for', () => {
  const words = new Set(asked.map(({ word }) => word))
  const given = new Set<string>(knownPermissions)
  expect(asked.filter(({ word }) => !given.has(word))).toEqual([])
  expect(knownPermissions.filter((word) => !words.has(word))).toEqual([])
  expect(words.size).toBeGreaterThan(5)
})

test.each(powers)('the pages of permissions say of $chapter what its table says', (one) => {
  for (const tongue of ['ja', 'en'] as const) {
    expect(Object.keys(one.actions[tongue]).toSorted()).toEqual(
      Object.keys(one.workflow).toSorted(),
    )
    const standings = new Set(Object.values(one.workflow).flatMap(({ by }) => by))
    for (const standing of standings) {
      expect(one.standings[tongue][standing], standing).toBeTruthy()
      expect(one.grounds[standing], standing).toBeTruthy()
    }
  }
})
