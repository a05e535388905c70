import { isPosted, post } from '#domains/notices/index.ts'
import { itemsOf, planById, treeOf } from '#domains/plan/index.ts'
import { actorsOn } from '#domains/staff/index.ts'
import type { Actor } from '#platform/actor.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { groupBy } from '#platform/group.ts'
import { found } from '#platform/result.ts'
import * as kinds from '../kinds.ts'
import type { Report, Round } from '../progress.ts'
import { headsOf, peopleOf, type Stage, secretariatOf, stagesOn } from '../rules/asking.ts'
import { isOpen } from '../rules/groups.ts'
import { reports } from '../store/reports.ts'
import { rounds } from '../store/rounds.ts'
import { termsOn } from '../store/terms.ts'
import { urls } from '../urls.ts'
import { writeToGroup } from './links.ts'
import { codesOf, groupOf, idsOf } from './tell.ts'

const basis = '計画事務の手引き 4-2(進捗の報告)'

/** What is told of one round in one stage; the keys see to it that nobody is told twice. */
interface Telling {
  readonly key: string
  readonly tell: (tx: Writer) => Promise<unknown>
}

/**
 * 督促: whoever has not reported some days before the due day, the head after it, then the secretariat. What a
 * standstill of days left out is told on the day after; where nothing waits, nothing is written.
 */
export async function remind(ctx: Ctx): Promise<number> {
  const today = localDate(ctx.now)
  const terms = await termsOn(ctx.db, today)
  const open = (await rounds(ctx.db)).filter(({ state }) => state === 'open')
  let told = 0
  for (const round of open) {
    const stages = stagesOn(round, terms, today)
    if (stages.length) told += await remindOf(ctx, round, stages)
  }
  return told
}

async function remindOf(ctx: Ctx, round: Round, stages: readonly Stage[]): Promise<number> {
  const waiting = (await reports(ctx.db, { rounds: [round.id] })).filter(isOpen)
  if (!waiting.length) return 0
  const all = await tellings(ctx, round, waiting, stages)
  const fresh: Telling[] = []
  for (const one of all) if (!(await isPosted(ctx.db, ctx.seal, one.key))) fresh.push(one)
  if (!fresh.length) return 0
  return ctx.record(async (tx) => {
    for (const { tell } of fresh) await tell(tx)
    const detail = { period: round.period, due: round.dueOn, count: fresh.length }
    return [fresh.length, { fact: 'progress.reminded', subject: round.id, basis, detail }]
  })
}

async function tellings(
  ctx: Ctx,
  round: Round,
  waiting: readonly Report[],
  stages: readonly Stage[],
): Promise<readonly Telling[]> {
  const today = localDate(ctx.now)
  const plan = found(await planById(ctx.db, round.planId))
  const items = new Map<string, Found>(
    itemsOf(await treeOf(ctx.db, plan)).map((item) => [item.id, item]),
  )
  const actors = await actorsOn(ctx.db, today)
  const ofCity = waiting.filter(({ side }) => side === 'city')
  const bySection = [...groupBy(ofCity, ({ asked }) => asked)]
  const { period, dueOn: due } = round
  const has = (stage: Stage) => stages.includes(stage)

  const toSection = (name: 'reminder' | 'late', whom: WhomOf) =>
    bySection.flatMap(([section, list]): Telling[] => {
      const to = idsOf(whom(actors, section))
      const key = `progress.${name}:${round.id}:${section}`
      const said = { section, period, due, count: list.length, codes: codesOf(list, items) }
      const path = urls.section(round.id, section) as `/${string}`
      const about = { to, thing: round.id, path, key }
      const tell = (tx: Writer) =>
        name === 'late'
          ? post(tx, ctx, kinds.late, { ...about, said })
          : post(tx, ctx, kinds.reminder, { ...about, said: { ...said, passed: today > due } })
      return to.length ? [{ key, tell }] : []
    })

  const toSecretariat = (): Telling[] => {
    const to = idsOf(secretariatOf(actors))
    const key = `progress.unreported:${round.id}`
    const sections = bySection.map(([name, list]) => `${name}(${list.length})`).join('、')
    const said = { period, due, count: ofCity.length, sections }
    const about = { to, thing: round.id, path: urls.round(round.id), key }
    const tell = (tx: Writer) => post(tx, ctx, kinds.unreported, { ...about, said })
    return to.length && ofCity.length ? [{ key, tell }] : []
  }

  return [
    ...(has('reminder') ? toSection('reminder', peopleOf) : []),
    ...(has('reminder') && today <= due ? await toGroups(ctx, round, waiting, items) : []),
    ...(has('head') ? toSection('late', headsOf) : []),
    ...(has('secretariat') ? toSecretariat() : []),
  ]
}

type Found = ReturnType<typeof itemsOf>[number]
type WhomOf = (actors: readonly Actor[], section: string) => readonly Actor[]

/** A group is reminded once, before the day, by a link beside the one that it has. */
async function toGroups(
  ctx: Ctx,
  round: Round,
  waiting: readonly Report[],
  items: ReadonlyMap<string, Found>,
): Promise<readonly Telling[]> {
  const made: Telling[] = []
  // What was given back has its own mail, with the reason.
  for (const report of waiting.filter((one) => one.side === 'group' && one.state !== 'returned')) {
    const group = await groupOf(ctx.db, report)
    const item = items.get(report.itemId)
    const key = `progress.group-reminder:${report.id}`
    if (!group?.sealed || !item) continue
    const told = { report, round, item }
    const tell = (tx: Writer) => writeToGroup(tx, ctx, told, group, { why: 'reminder', key })
    made.push({ key, tell })
  }
  return made
}
