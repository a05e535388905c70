import { beforeAll, describe, expect, test } from 'vitest'
import { plans } from '#domains/plan/store/plans.ts'
import {
  confirm,
  giveBack,
  saveDraft,
  sayUnchanged,
  submit,
} from '#domains/progress/actions/reports.ts'
import { addScale, closeRound, openRound, planYear } from '#domains/progress/actions/rounds.ts'
import { emptyReport, type Report, type Round } from '#domains/progress/progress.ts'
import { presets } from '#domains/progress/scales.ts'
import { reports, versions } from '#domains/progress/store/reports.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { withoutRounds } from './support/rounds.ts'

let site: Browser
let rounds: readonly Round[]
const secretariat = () => site.ctx(people.author)
const head = () => site.ctx(people.head)

beforeAll(async () => {
  site = await demoCity()
  await withoutRounds(site)
  const plan = must(
    (await plans(site.db)).find((p) => p.fiscalYear === 2012),
    'it is there',
  )
  const stages = must(presets[0], 'a preset')
  const scale = await addScale(secretariat(), { name: stages.name, steps: stages.steps })
  rounds = await planYear(secretariat(), plan.id, scale.id)
})

const round = (at: number) => must(rounds[at], 'a round')
const asked = (at: number) => reports(site.db, { rounds: [round(at).id] })
const said = { ...emptyReport, value: '実施中', result: '説明会を3回開いた。' }

describe('a round', () => {
  let first: Report
  test('that is opened after its due day is refused at that day', async () => {
    await expect(openRound(secretariat(), round(0).id)).rejects.toMatchObject({
      refusal: { reason: 'due-passed', place: 'dueOn' },
    })
  })

  test('asks for every item once', async () => {
    site.later('2012-07-02T09:00:00+09:00')
    await openRound(secretariat(), round(0).id)
    const all = await asked(0)
    expect(all).toHaveLength(15)
    expect(new Set(all.map(({ itemId }) => itemId)).size).toBe(15)
    expect(all.every(({ state }) => state === 'requested')).toBe(true)
    first = must(all[0], 'a report')
  })

  test('a draft is kept as it is; a hand-in without a value is refused at its field', async () => {
    const draft = await saveDraft(secretariat(), first, { ...emptyReport, result: '途中' })
    await expect(submit(secretariat(), draft, draft.content)).rejects.toMatchObject({
      refusal: { reason: 'value-needed', place: 'value' },
    })
    first = draft
  })

  test('nobody confirms what they handed in', async () => {
    first = await submit(secretariat(), first, said)
    await expect(confirm(secretariat(), first)).rejects.toMatchObject({
      refusal: { kind: 'not-allowed' },
    })
  })

  test('given back with a reason and handed in anew, both hand-ins are kept', async () => {
    first = await giveBack(head(), first, '回数の内訳を書いてください。')
    first = await submit(secretariat(), first, { ...said, result: '厳原2回、上対馬1回。' })
    first = await confirm(head(), first)
    expect(first.state).toBe('confirmed')
    const kept = await versions(site.db, first.id)
    expect(kept.map(({ content }) => content.result)).toEqual([
      '説明会を3回開いた。',
      '厳原2回、上対馬1回。',
    ])
  })

  test('whoever saw an older version is told, and overwrites nothing', async () => {
    const other = must((await asked(0))[1], 'a second report')
    await saveDraft(secretariat(), other, said)
    await expect(saveDraft(head(), other, emptyReport)).rejects.toMatchObject({
      refusal: { kind: 'stale' },
    })
  })

  test('the next one begins with what was said last, and “no change” needs a reason', async () => {
    site.later('2012-10-02T09:00:00+09:00')
    await openRound(secretariat(), round(1).id)
    const again = must(
      (await asked(1)).find(({ itemId }) => itemId === first.itemId),
      'it is there',
    )
    expect(again.content.result).toBe('厳原2回、上対馬1回。')
    await expect(sayUnchanged(secretariat(), again, ' ')).rejects.toMatchObject({
      refusal: { place: 'unchanged' },
    })
    const same = await sayUnchanged(secretariat(), again, '次の説明会は10月のため。')
    expect(same.state).toBe('submitted')
  })

  test('a closed round takes nothing more', async () => {
    await closeRound(secretariat(), round(0).id)
    const late = must(
      (await asked(0)).find(({ state }) => state === 'requested'),
      'it is there',
    )
    await expect(submit(secretariat(), late, said)).rejects.toMatchObject({
      refusal: { reason: 'round-closed' },
    })
  })
})
