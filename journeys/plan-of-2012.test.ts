import { beforeAll, describe, expect, test } from 'vitest'
import { approveAmendment, proposeAmendment } from '#domains/plan/actions/amend.ts'
import { answer, receive, takeInReading } from '#domains/plan/actions/intake.ts'
import { decide, openComment, publish, submit } from '#domains/plan/actions/life.ts'
import { rollOver } from '#domains/plan/actions/roll-over.ts'
import { readPlanJson } from '#domains/plan/intake/json.ts'
import { readFile } from '#domains/plan/intake/sources.ts'
import type { Fate } from '#domains/plan/rules/roll-over.ts'
import { contentOf } from '#domains/plan/rules/content.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoFile, demoJson, pdfText, squeezed } from './support/files.ts'
import { readable } from './support/html.ts'
import { facts, itemIn, itemsIn, planIn, printedRow, printedRows } from './support/plan.ts'

const scan = 'tsushima-2012.txt'
const answers = demoJson<Readonly<Record<string, string>>>('tsushima-2012.answers.json')
const clean = readPlanJson(demoJson<unknown>('plan-2012.json'))
const { author, head, officer, other, viewer } = people

let site: Browser
beforeAll(async () => {
  site = await browser('2012-03-05T10:00:00+09:00')
})

/** The stages of one story: each starts where the one before it ended. */
describe('the plan of 2012, from its scan to the plan of 2013', { sequential: true }, () => {
  test('the scan is handed in: what cannot be known is asked, and nothing is in the plan', async () => {
    const intake = await readFile(scan, demoFile(scan))
    const kept = await receive(site.ctx(author), null, scan, intake)
    expect(kept.reading.rows).toHaveLength(15)
    expect(kept.reading.questions.map((q) => q.key).toSorted()).toEqual(
      Object.keys(answers).toSorted(),
    )
  })
  test.todo('rest')
})
void [
  approveAmendment, proposeAmendment, answer, takeInReading, decide, openComment, publish, submit,
  rollOver, contentOf, head, officer, other, viewer, pdfText, squeezed, readable, facts, itemIn,
  itemsIn, planIn, printedRow, printedRows, clean,
] as const
export type { Fate }
