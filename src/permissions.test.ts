import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chapters, permissionsPage, withFlow } from '#testing/permissions.ts'

test('docs/permissions.md says what the workflow tables say (if not: node scripts/permissions.ts)', () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsPage())
})

test.each(chapters)('the flow in the README of $folder is drawn from its table', (chapter) => {
  const readme = readFileSync(`src/domains/${chapter.folder}/README.md`, 'utf8')
  expect(readme).toBe(withFlow(readme, chapter))
})

test('no workflow table is left out', () => {
  const listed = chapters.map(({ folder }) => `src/domains/${folder}/workflow.ts`)
  expect(listed.toSorted()).toEqual(globSync('src/domains/*/workflow.ts').toSorted())
})

test('a README whose flow was drawn by hand is told apart', () => {
  const [, plan] = chapters
  const drawn = '# x\n<!-- flow: node scripts/permissions.ts -->\nold\n<!-- /flow -->\nrest\n'
  expect(plan && withFlow(drawn, plan)).not.toBe(drawn)
  expect(plan && withFlow(drawn, plan)).toMatch(
    /drafting --> council_review: 審議に出す[\s\S]*\nrest\n$/,
  )
})
