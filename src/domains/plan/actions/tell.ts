import { post } from '#domains/notices/index.ts'
import { followersOf } from '#domains/residents/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { PlanItem } from '../item.ts'
import { type News, newsKind, titlesOf } from '../kinds.ts'
import type { Plan } from '../plan.ts'
import { say } from '../said.ts'
import { urls } from '../urls.ts'

/** The words by which somebody follows a whole plan; an item is followed by its id. */
export const planSubject = (plan: Pick<Plan, 'fiscalYear'>): string => `plan:${plan.fiscalYear}`

/** Tells those who follow a plan, in the transaction of the fact: all of them or nobody. */
export async function tellOfPlan(tx: Writer, ctx: Ctx, plan: Plan, news: News): Promise<void> {
  const followers = await followersOf(tx, [planSubject(plan)])
  await post(tx, ctx, newsKind, {
    to: followers.map((one) => one.recipient),
    thing: plan.id,
    path: urls.year(plan.fiscalYear),
    said: { news, titles: titlesOf((locale) => say(plan, 'title', locale)), reason: '' },
    key: `plan.news:${news}:${plan.id}:${plan.version}`,
  })
}

/** Tells those who follow the item or its plan that its wording has changed, and why. */
export async function tellOfAmendment(
  tx: Writer,
  ctx: Ctx,
  plan: Plan,
  item: PlanItem,
  amendment: { readonly id: string; readonly reason: string },
): Promise<void> {
  const followers = await followersOf(tx, [item.id, planSubject(plan)])
  const titles = titlesOf((locale) => ({
    text: `${item.code} ${say(item, 'title', locale).text}`,
  }))
  await post(tx, ctx, newsKind, {
    to: followers.map((one) => one.recipient),
    thing: item.id,
    path: urls.item(plan.fiscalYear, item.code),
    said: { news: 'amended', titles, reason: amendment.reason },
    key: `plan.news:amended:${amendment.id}`,
  })
}
