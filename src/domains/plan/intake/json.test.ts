import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPlanJson, toPlanJson } from './json.ts'
import { randomRows } from './random-rows.ts'

const url = new URL('../../../../demo/tsushima-2012.json', import.meta.url)
const clean = JSON.parse(readFileSync(url, 'utf8'))
const copy = () => structuredClone(clean)

describe('the clean transcription', () => {
  const reading = readPlanJson(clean)
  test('is read whole; its two marks that are null are asked', () => {
    expect(reading.rows).toHaveLength(15)
    expect(reading.head.fiscalYear).toBe(2012)
    expect(reading.questions.map((q) => q.key)).toEqual(['lead:3-1', 'lead:5-1'])
    expect(reading.faults).toEqual([])
  })

  test('speaks of what stands in it and of nothing else', () => {
    expect(reading.fields).toContain('lead')
    expect(reading.fields).not.toContain('budgetYen')
  })

  test('comes back the same', () => {
    const written = toPlanJson(reading.head, reading.rows)
    const again = readPlanJson(JSON.parse(JSON.stringify(written)))
    expect(again).toEqual(reading)
    const { measures } = copy()
    const bare = (text: string) => JSON.parse(text, (k, v) => (/Note$/.test(k) ? undefined : v))
    expect(JSON.parse(JSON.stringify(written.measures))).toEqual(bare(JSON.stringify(measures)))
  })
})

test('every field comes back, whatever is in it', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const rows = randomRows(seed)
    const head = {
      title: '令和8年度プラン',
      fiscalYear: 2026,
      goals: ['海を守る'],
      levels: { measure: '柱', group: '方針', item: '取組' },
      translations: { en: { title: 'Plan', goals: ['Keep the sea'] } },
    }
    const again = readPlanJson(JSON.parse(JSON.stringify(toPlanJson(head, rows))))
    expect(again.faults).toEqual([])
    expect(again.head).toEqual(head)
    expect(again.rows.map(({ place, ...row }) => row)).toEqual(rows.map(({ place, ...row }) => row))
  }
})

describe('faults name the path', () => {
  const item = (change: Record<string, unknown>) => {
    const plan = copy()
    Object.assign(plan.measures[0].headings[1].items[0], change)
    return readPlanJson(plan).faults
  }
  const at = 'measures[0].headings[1].items[0]'
  test.each([
    [{ lead: 'mayor' }, 'lead', 'unknown-lead', 'mayor'],
    [{ title: '' }, 'title', 'required', ''],
    [{ title: 'あ'.repeat(201) }, 'title', 'too-long', `${'あ'.repeat(40)}…`],
    [{ budgetYen: '百万' }, 'budgetYen', 'not-a-number', '百万'],
    [{ considerUntil: '2012-02-30' }, 'considerUntil', 'not-a-date', '2012-02-30'],
    [{ commitment: 'dream' }, 'commitment', 'unknown-commitment', 'dream'],
    [{ number: '1-1' }, 'number', 'duplicate-code', '1-1'],
    [{ number: '9-1' }, 'number', 'unknown-code', '9-1'],
    [{ number: 'x' }, 'number', 'unknown-code', 'x'],
  ])('%o', (change, key, fault, found) => {
    expect(item(change)).toEqual([{ place: `${at}.${key}`, fault, found }])
  })

  test('a key that nobody knows is told, and the rest is read', () => {
    const plan = copy()
    plan.measures[0].headings[1].items[0].budgetyen = 5
    const reading = readPlanJson(plan)
    expect(reading.rows).toHaveLength(15)
    expect(reading.faults).toEqual([{ place: at, fault: 'unknown-column', found: 'budgetyen' }])
  })

  test('what is no plan at all', () => {
    expect(readPlanJson(null).faults).toMatchObject([{ place: '$' }])
    expect(readPlanJson({}).faults).toMatchObject([{ place: 'measures', fault: 'required' }])
    expect(readPlanJson({ measures: [] }).faults).toMatchObject([{ fault: 'nothing-found' }])
    const plan = copy()
    delete plan.measures[2].title
    expect(readPlanJson(plan).faults).toMatchObject([
      { place: 'measures[2].title', fault: 'required' },
    ])
  })
})
