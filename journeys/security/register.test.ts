import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** docs/security.md is for people outside: what it says must be there, and what is there must be said. */
const page = readFileSync('docs/security.md', 'utf8')
const [, classes = ''] = /(^\| 種類[\s\S]*?)\n\n/m.exec(page) ?? []
const lines = classes.split('\n').filter((line) => /^\| (?!---|種類)/.test(line))
const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
const rows = lines.map((line) => {
  const [name = '', does = '', tests = '', broken = ''] = cells(line)
  const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) =>
    file.includes('/') ? file : `journeys/security/${file}`,
  )
  return { name, does, files, broken }
})

const handbook = '../shared/handbook/security.md'

test.runIf(existsSync(handbook))('every class of the handbook has its line', () => {
  const asked = readFileSync(handbook, 'utf8')
    .split('\n')
    .filter((line) => /^\|(?!---| Class)/.test(line))
    .map((line) => cells(line)[0])
  expect(asked.length).toBeGreaterThan(20)
  const names = rows.map(({ name }) => name)
  expect(asked.filter((name) => !names.includes(name ?? ''))).toEqual([])
})

test.each(rows)('$name: says what is done, how it was broken, and its tests are there', (row) => {
  expect(row.does.length).toBeGreaterThan(10)
  expect(row.broken.length).toBeGreaterThan(5)
  expect(row.files.length).toBeGreaterThan(0)
  expect(row.files.filter((file) => !existsSync(file))).toEqual([])
})

test('and every file of tests here stands in it', () => {
  const own = readdirSync('journeys/security')
    .filter((file) => file.endsWith('.test.ts') && file !== 'register.test.ts')
    .map((file) => `journeys/security/${file}`)
  const named = new Set(rows.flatMap(({ files }) => files))
  expect(own.filter((file) => !named.has(file))).toEqual([])
})
