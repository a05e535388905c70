import { type Plan, publicPlans } from '#domains/plan/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Recall } from '#platform/recall.ts'
import type { YearProgress } from '../rules/year.ts'
import { yearProgress } from './views.ts'

/** What a public request brings: the moment, and what has been read since something last happened. */
interface Asking {
  readonly ctx: Pick<Ctx, 'db' | 'now'>
  readonly recall: Recall
}

/** Years that were published, newest first: only of those anything is reported. */
export const reportedYears = async ({ ctx, recall }: Asking): Promise<readonly Plan[]> =>
  (await recall('plans', () => publicPlans(ctx.db))).filter((plan) => 'publishedOn' in plan)

/** A year as it stands today. */
export function progressOf({ ctx, recall }: Asking, plan: Plan): Promise<YearProgress> {
  const today = localDate(ctx.now)
  return recall(`progress ${plan.id} ${today}`, () => yearProgress(ctx.db, plan, today))
}
