import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { reports } from '#domains/progress/store/reports.ts'
import { rounds } from '#domains/progress/store/rounds.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import {
  progressExport,
  progressImport,
  progressOpen,
  progressRounds,
  progressStatus,
} from '../src/commands/progress.ts'
import { demoCity } from './support/city.ts'
import { tomoni } from './support/command.ts'
import { inFolder } from './support/files.ts'
import { beforeFinal } from './support/rounds.ts'
import { typedOver } from './support/workbook.ts'

const section = '地域再生推進本部'
const final = { year: '2012', period: 'final', section } as const

let site: Browser
beforeAll(async () => {
  site = await demoCity()
  await beforeFinal(site)
})

test('a city opens a round, hands out the sheet, and takes it in, by commands', async () => {
  await inFolder(async (folder) => {
    const run = (command: Parameters<typeof tomoni>[1], flags: object, ...args: string[]) =>
      tomoni(site, command, folder, args, { ...flags })
    const opened = await run(progressOpen, { year: '2012', period: 'final' })
    expect([opened.code, opened.err]).toEqual([0, ''])
    const behind = await run(progressStatus, { year: '2012', period: 'final' })
    expect(behind.code).toBe(1)
    expect(behind.out).toContain(section)

    await run(progressExport, { ...final, output: 'out.xlsx' })
    const sheet = new Uint8Array(await readFile(join(folder, 'out.xlsx')))
    // The fourth row is the first item; E is the value, F the districts, G the result.
    await writeFile(join(folder, 'in.xlsx'), typedOver(sheet, { G4: '説明会を開いた。' }))
    const looked = await run(progressImport, { ...final, 'dry-run': true }, 'in.xlsx')
    expect(looked.out).toContain('1-1 したこと')
    const taken = await run(progressImport, { ...final, submit: true }, 'in.xlsx')
    expect([taken.code, taken.err]).toEqual([0, ''])
    const round = (await rounds(site.db)).at(-1)
    const all = await reports(site.db, { rounds: [must(round, 'the round').id] })
    const handed = all.filter(({ state }) => state === 'submitted')
    expect(handed.map(({ content }) => content.result)).toEqual(['説明会を開いた。'])

    await writeFile(join(folder, 'wrong.xlsx'), typedOver(sheet, { E5: 'まあまあ' }))
    const refused = await run(progressImport, final, 'wrong.xlsx')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('報告 E5: 尺度にない区分です (まあまあ)')
  })
})

test('how far a year has come is there for programs, by command and by address', async () => {
  const { out } = await tomoni(site, progressRounds, '.', [], { year: '2012', json: true })
  const all = JSON.parse(out)
  expect(all.at(-1)).toMatchObject({ period: 'final', state: 'open', asked: 15, submitted: 1 })
  const answer = await site.get('/api/v1/plans/2012/rounds')
  expect(answer.status).toBe(200)
  const { rounds: said } = JSON.parse(await answer.text())
  expect(said).toHaveLength(4)
  expect(said.at(-1)).toMatchObject({ period: 'final', asked: 15, confirmed: 0 })
  expect(JSON.stringify(said)).not.toContain('説明会')
  expect((await site.get('/api/v1/plans/2013/rounds')).status).toBe(200)
  expect((await site.get('/api/v1/plans/1999/rounds')).status).toBe(404)
})
