import { post, type RecipientId } from '#domains/notices/index.ts'
import { type PlanItem, planById, planUrls } from '#domains/plan/index.ts'
import { followersOf } from '#domains/residents/index.ts'
import { actorsOn } from '#domains/staff/index.ts'
import type { Actor } from '#platform/actor.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { groupBy } from '#platform/group.ts'
import { found } from '#platform/result.ts'
import { groupSettled } from '../group-kinds.ts'
import { urls as groupUrls } from '../group-urls.ts'
import * as kinds from '../kinds.ts'
import type { Report, Round } from '../progress.ts'
import { headsOf, peopleOf } from '../rules/asking.ts'
import { askings, groupsById } from '../store/groups.ts'
import { urls } from '../urls.ts'
import type { ProgressAction } from '../workflow.ts'
import { type Told, titlesOf, writeToGroup } from './links.ts'

export const idsOf = (actors: readonly Actor[]): readonly RecipientId[] =>
  actors.map(({ id }) => id as RecipientId)

/** The items of one section as a notice names them: their codes, in the order of the plan. */
export const codesOf = (list: readonly Report[], items: ReadonlyMap<string, PlanItem>): string =>
  list.map(({ itemId }) => items.get(itemId)?.code ?? '').join('、')

/** Everyone who works in a section that is asked: one notice for all of its items. */
export async function tellAsked(
  tx: Writer,
  ctx: Ctx,
  round: Round,
  made: readonly Report[],
  items: readonly PlanItem[],
): Promise<void> {
  const actors = await actorsOn(tx, localDate(ctx.now))
  const known = new Map<string, PlanItem>(items.map((item) => [item.id, item]))
  for (const [section, list] of groupBy(made, ({ asked }) => asked)) {
    const { period, dueOn: due } = round
    await post(tx, ctx, kinds.asked, {
      to: idsOf(peopleOf(actors, section)),
      thing: round.id,
      path: urls.section(round.id, section) as `/${string}`,
      said: { section, period, due, count: list.length, codes: codesOf(list, known) },
      key: `progress.asked:${round.id}:${section}`,
    })
  }
}

/** The first of the sections is the one that the city asked. */
type ToldOf = Told & { readonly sections: readonly string[] }

/** Whom a step of a report concerns beside whoever took it, in the transaction of the step. */
export async function tellStep(
  tx: Writer,
  ctx: Ctx,
  action: ProgressAction,
  before: Report,
  told: ToldOf,
): Promise<void> {
  if (action === 'submit' || action === 'typeForGroup') await tellSubmitted(tx, ctx, told)
  if (action === 'giveBack') await tellReturned(tx, ctx, before, told)
  if (action === 'confirm') await tellConfirmed(tx, ctx, told)
  if (action === 'reassign') await tellAskedAnew(tx, ctx, told)
}

const deskOf = ({ side, id }: Report) => (side === 'group' ? groupUrls.one(id) : urls.report(id))
const saidOf = ({ item, report }: Told) => ({
  code: item.code,
  title: item.title,
  asked: report.asked,
})

/** A report of the city waits for the head; a group's for the section that shares its item. */
async function tellSubmitted(tx: Writer, ctx: Ctx, told: ToldOf): Promise<void> {
  const { report } = told
  const everybody = await actorsOn(tx, localDate(ctx.now))
  // Nobody confirms their own: where the head wrote it, the secretariat is told.
  const others = everybody.filter(({ id }) => id !== ctx.actor.id)
  const [section = ''] = told.sections
  const to = report.side === 'city' ? headsOf(others, report.asked) : peopleOf(others, section)
  await post(tx, ctx, kinds.submitted, {
    to: idsOf(to),
    thing: report.id,
    path: deskOf(report),
    said: saidOf(told),
    key: `progress.submitted:${report.id}:${report.version}`,
  })
}

/** Whoever handed it in: a colleague on the desk, a group by mail, with a link that works. */
async function tellReturned(tx: Writer, ctx: Ctx, before: Report, told: Told): Promise<void> {
  const { report } = told
  if (report.state !== 'returned' || !('submittedBy' in before)) return
  const reason = report.returnReason
  const key = `progress.returned:${report.id}:${report.version}`
  if (before.submittedBy.startsWith('per_'))
    await post(tx, ctx, kinds.returned, {
      to: [before.submittedBy as RecipientId],
      thing: report.id,
      path: deskOf(report),
      said: { ...saidOf(told), reason },
      key,
    })
  const group = report.side === 'group' && (await groupOf(tx, report))
  if (group) await writeToGroup(tx, ctx, told, group, { why: 'returned', reason, key: `${key}:g` })
}

/** Those who follow the item: only that there is something to read. And the group, for its own. */
async function tellConfirmed(tx: Writer, ctx: Ctx, { report, round, item }: Told): Promise<void> {
  const { fiscalYear } = found(await planById(tx, round.planId))
  const followers = await followersOf(tx, [item.id])
  const about = {
    thing: item.id,
    path: planUrls.item(fiscalYear, item.code),
    said: { titles: titlesOf(item) },
  }
  const key = `progress.news:${report.id}:${report.version}`
  await post(tx, ctx, kinds.news, {
    ...about,
    to: followers.map(({ recipient }) => recipient),
    key,
  })
  const group = report.side === 'group' ? await groupOf(tx, report) : undefined
  if (group?.sealed)
    await post(tx, ctx, groupSettled, { ...about, to: [group.id], key: `${key}:g` })
}

async function tellAskedAnew(tx: Writer, ctx: Ctx, { report, round, item }: Told): Promise<void> {
  const actors = await actorsOn(tx, localDate(ctx.now))
  const { period, dueOn: due } = round
  await post(tx, ctx, kinds.asked, {
    to: idsOf(peopleOf(actors, report.asked)),
    thing: report.id,
    path: urls.section(round.id, report.asked) as `/${string}`,
    said: { section: report.asked, period, due, count: 1, codes: item.code },
    key: `progress.asked:${report.id}:${report.version}`,
  })
}

/** The group of a report that nobody has withdrawn. */
export async function groupOf(db: Parameters<typeof askings>[0], report: Pick<Report, 'id'>) {
  const [asking] = await askings(db, [report.id])
  if (!asking || asking.withdrawnAt) return undefined
  return (await groupsById(db, [asking.groupId]))[0]
}
