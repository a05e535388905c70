import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { localDate } from '#platform/calendar.ts'
import { demoClock } from './clock.ts'

test('the demo city begins in March 2013, and is not younger after a restart', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'tomoni-clock-')), 'data')
  const first = demoClock(folder)()
  expect(localDate(first)).toBe('2013-03-06')
  expect(demoClock(folder)().getTime()).toBeGreaterThanOrEqual(first.getTime())
})

test('a city that was begun forty days ago stands in mid-April, whoever serves it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tomoni-clock-'))
  writeFileSync(join(folder, 'demo-clock'), String(Date.now() - 40 * 24 * 60 * 60 * 1000))
  expect(localDate(demoClock(folder)())).toBe('2013-04-15')
})
