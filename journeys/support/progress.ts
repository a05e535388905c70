import { plans } from '#domains/plan/store/plans.ts'
import { addScale, openRound, planRound } from '#domains/progress/actions/rounds.ts'
import type { Period, Round } from '#domains/progress/progress.ts'
import { presets } from '#domains/progress/scales.ts'
import { rounds } from '#domains/progress/store/rounds.ts'
import { scales } from '#domains/progress/store/scales.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { beforeFinal } from './rounds.ts'

/** A round of the plan of 2012 as the demo has it planned, or planned here; open from that moment on, nothing reported. */
export async function openedRound(
  site: Browser,
  period: Period,
  at: string,
  dueOn: string,
): Promise<Round> {
  site.later(at)
  if (period === 'final') await beforeFinal(site)
  const ctx = site.ctx(people.author)
  const plan = must(
    (await plans(site.db)).find((p) => p.fiscalYear === 2012),
    'the plan of 2012',
  )
  const preset = must(presets[0], 'a preset')
  const scale =
    (await scales(site.db))[0] ?? (await addScale(ctx, { name: preset.name, steps: preset.steps }))
  const known = (await rounds(site.db, plan.id)).find((one) => one.period === period)
  const text = { period, scaleId: scale.id, opensOn: at.slice(0, 10), dueOn, note: '' }
  const round = known ?? (await planRound(ctx, plan.id, text))
  return openRound(ctx, round.id)
}
