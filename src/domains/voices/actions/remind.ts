import { isPosted, post } from '#domains/notices/index.ts'
import { actorsOn } from '#domains/staff/index.ts'
import type { Actor } from '#platform/actor.ts'
import { addDays, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { groupBy } from '#platform/group.ts'
import * as kinds from '../kinds.ts'
import { holdersIn, secretariatOf } from '../rules/reach.ts'
import { daysBefore, longestOverdue, type Stage, stagesOn } from '../rules/remind.ts'
import { fold } from '../store/tally.ts'
import { type DueLine, dueBetween } from '../store/work.ts'
import { urls } from '../urls.ts'
import { workflow } from '../workflow.ts'
import { idsOf } from './tell.ts'

/** One notice of one stage; its key sees to it that nobody is told twice. */
interface Telling {
  readonly key: string
  readonly tell: (tx: Writer) => Promise<unknown>
}

/**
 * 督促: sections before and on the day, heads the day after, the secretariat three days after; by section and day, so
 * that a busy morning is a few notices and not a hundred. Answers how many were told; where nobody has to be, nothing
 * is written.
 */
export async function remind(ctx: Ctx): Promise<number> {
  const today = localDate(ctx.now)
  const until = addDays(today, daysBefore)
  const lines = await dueBetween(ctx.db, addDays(today, -longestOverdue), until)
  if (!lines.length) return 0
  const everybody = await actorsOn(ctx.db, today)
  const all = [
    ...lines.flatMap((line) => ofSection(ctx, everybody, line, stagesOn(line.dueOn, today))),
    ...ofSecretariat(ctx, everybody, lines, today),
  ]
  const fresh: Telling[] = []
  for (const one of all) if (!(await isPosted(ctx.db, ctx.seal, one.key))) fresh.push(one)
  if (!fresh.length) return 0
  return ctx.record(async (tx) => {
    for (const { tell } of fresh) await tell(tx)
    const { basis } = workflow.wait
    const detail = { count: fresh.length }
    return [fresh.length, { fact: 'voice.reminded', subject: 'voices', basis, detail }]
  })
}

const listOf = (section: string) =>
  (section
    ? `${urls.desk}?section=${encodeURIComponent(section)}`
    : `${urls.desk}?show=received`) as `/${string}`

function ofSection(
  ctx: Ctx,
  everybody: readonly Actor[],
  { section, dueOn: due, count }: DueLine,
  stages: readonly Stage[],
): readonly Telling[] {
  const said = { section, due, count }
  return stages.flatMap((stage): Telling[] => {
    if (stage === 'secretariat' || (stage === 'head' && !section)) return []
    const whom = stage === 'head' ? 'voices.head' : 'voices.section'
    const to = idsOf(section ? holdersIn(everybody, whom, section) : secretariatOf(everybody))
    const key = `voice.${stage}:${section}:${due}`
    const about = { to, thing: `voices:${section}`, path: listOf(section), key }
    const tell = (tx: Writer) =>
      stage === 'head'
        ? post(tx, ctx, kinds.late, { ...about, said })
        : post(tx, ctx, kinds.soon, { ...about, said: { ...said, passed: stage === 'today' } })
    return to.length ? [{ key, tell }] : []
  })
}

function ofSecretariat(
  ctx: Ctx,
  everybody: readonly Actor[],
  lines: readonly DueLine[],
  today: string,
): readonly Telling[] {
  const to = idsOf(secretariatOf(everybody))
  return [...groupBy(lines, ({ dueOn }) => dueOn)].flatMap(([due, list]): Telling[] => {
    if (!to.length || !stagesOn(due, today).includes('secretariat')) return []
    const key = `voice.overdue:${due}`
    const sections = list.map(({ section, count }) => `${section || '—'} ${count}`).join('、')
    const said = { due, count: list.reduce((sum, { count }) => sum + count, 0), sections }
    const path = `${urls.desk}?show=overdue` as const
    const about = { to, thing: 'voices', path, said, key }
    return [{ key, tell: (tx: Writer) => post(tx, ctx, kinds.overdue, about) }]
  })
}

/** 集約 by night: what the day added to the public figures becomes one line of each sum. */
export const foldTally = (ctx: Ctx): Promise<number> =>
  ctx.record(async (tx) => [await fold(tx), { fact: 'voice.folded', subject: 'voices', basis: '' }])
