import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { placeReadyCity } from './ready.ts'

let made: string
let home: string
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'tomoni-ready-'))
  ;[made, home] = [join(folder, 'made'), join(folder, 'data')]
  for (const part of ['db', 'files']) {
    mkdirSync(join(made, part), { recursive: true })
    writeFileSync(join(made, part, 'one'), part)
  }
  writeFileSync(join(made, 'secret'), 'drawn by the build')
})

test('a city that begins from nothing gets the one that the build has made', () => {
  expect(placeReadyCity(made, { TOMONI_DATA: home })).toBe(true)
  expect(readdirSync(home).toSorted()).toEqual(['db', 'files', 'secret'])
  expect(readFileSync(join(home, 'secret'), 'utf8')).toBe('drawn by the build')
  expect(readFileSync(join(home, 'db', 'one'), 'utf8')).toBe('db')
})

test.each(['db', 'files', 'secret'])('nothing is laid over a city whose %s is there', (part) => {
  mkdirSync(join(home, part), { recursive: true })
  expect(placeReadyCity(made, { TOMONI_DATA: home })).toBe(false)
  expect(readdirSync(home)).toEqual([part])
})

test.each([
  ['TOMONI_SECRET', 'x'],
  ['TOMONI_SEAL_KEYS', 'x'],
  ['DATABASE_URL', 'x'],
  ['TOMONI_CITIES', 'x'],
  ['NODE_ENV', 'production'],
])('whoever sets %s to %s gets a city of their own', (name, value) => {
  expect(placeReadyCity(made, { TOMONI_DATA: home, [name]: value })).toBe(false)
})

test('without one from the build, or while it is being made, there is none to place', () => {
  expect(placeReadyCity(join(made, 'none'), { TOMONI_DATA: home })).toBe(false)
  expect(placeReadyCity(made, { TOMONI_DATA: made })).toBe(false)
})

test('a copy that was cut short is begun anew', () => {
  mkdirSync(join(home, 'db.copying', 'half'), { recursive: true })
  expect(placeReadyCity(made, { TOMONI_DATA: home })).toBe(true)
  expect(readdirSync(join(home, 'db'))).toEqual(['one'])
})
