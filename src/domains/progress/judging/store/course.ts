import { itemById, linksInto, type Plan, planById } from '#domains/plan/index.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import type { Recall } from '#platform/recall.ts'
import type { Judged } from '../rules/course.ts'
import type { JudgingYear } from '../rules/year.ts'
import { publishedJudgings } from './views.ts'

interface Asking {
  readonly ctx: Pick<Ctx, 'db' | 'now'>
  readonly recall: Recall
}

/** The published judgings of a plan, read once until something happens. */
export function judgingsOf({ ctx, recall }: Asking, plan: Plan): Promise<readonly JudgingYear[]> {
  const today: IsoDate = localDate(ctx.now)
  return recall(`judging ${plan.id} ${today}`, () => publishedJudgings(ctx.db, plan, today))
}

/** Every published judgement of an item and of those from which it came, newest first. */
export async function judgedCourse(
  asking: Asking,
  plan: Plan,
  itemId: string,
): Promise<readonly Judged[]> {
  const { db } = asking.ctx
  const found: Judged[] = []
  let at: { readonly plan: Plan; readonly item: string } | undefined = { plan, item: itemId }
  const seen = new Set<string>()
  while (at && !seen.has(at.item)) {
    const home: Plan = at.plan
    const item: string = at.item
    seen.add(item)
    for (const year of await judgingsOf(asking, home)) {
      const judged = year.items.find(({ progress }) => progress.item.id === item)
      if (judged) found.push({ year, judged })
    }
    at = await cameFrom(db, home, item)
  }
  return found
}

/** Where an item came from, a year before. */
async function cameFrom(db: Reader, home: Plan, item: string) {
  const from = (await linksInto(db, home.id)).find((link) => link.to === item && link.from)?.from
  const before = from ? await itemById(db, from) : undefined
  const plan = before && (await planById(db, before.planId))
  return before && plan && { plan, item: before.id }
}
