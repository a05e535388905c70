import { type District, districtNamed, districts } from '#domains/districts/index.ts'
import type { Plan } from '#domains/plan/plan.ts'
import { treeOf } from '#domains/plan/store/tree.ts'
import { itemsOf } from '#domains/plan/tree.ts'
import { explain } from '#domains/progress/actions/explain.ts'
import { askGroup, noteDifference, typeForGroup } from '#domains/progress/actions/groups.ts'
import { confirm, reassign, sayUnchanged, submit } from '#domains/progress/actions/reports.ts'
import { addScale, closeRound, openRound, planYear } from '#domains/progress/actions/rounds.ts'
import {
  type AlarmKind,
  emptyReport,
  type Period,
  type Report,
  type ReportContent,
} from '#domains/progress/progress.ts'
import { presets } from '#domains/progress/scales.ts'
import { reports } from '#domains/progress/store/reports.ts'
import { departments } from '#domains/staff/store/organisation.ts'
import { actorOf } from '#domains/staff/store/people.ts'
import { serviceBetween } from '#domains/staff/store/serving.ts'
import type { Actor } from '#platform/actor.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { must } from '#platform/must.ts'
import type { Proves } from './evidence.ts'

export type Said = Partial<Omit<ReportContent, 'readings'>> & {
  /** In the order of the item's indicators. */
  readonly readings?: readonly (number | null)[]
}

/** demo/progress-2012.json: what the sections reported of each item, and on which days. */
export interface DemoProgress {
  readonly scale: string
  readonly rounds: readonly {
    readonly period: Period
    readonly opens: string
    readonly reports: string
    readonly confirms: string
    readonly closes: string
  }[]
  /** By code. `section`: who is asked where the plan names everybody; who says nothing is silent. */
  readonly items: Readonly<
    Record<string, { readonly section?: string } & { readonly [P in Period]?: Said }>
  >
  readonly group: {
    readonly code: string
    readonly period: Period
    readonly name: string
    readonly from: string
    readonly reports: string
    readonly confirms: string
    readonly content: Said
    readonly note: string
  }
  readonly explanations: readonly {
    readonly code: string
    readonly alarm: AlarmKind
    readonly on: string
    readonly until: string
    readonly text: string
  }[]
}

export interface Cast {
  readonly on: (day: string, actor: Actor) => Ctx
  readonly author: Actor
  readonly head: Actor
}

/**
 * Three quarters of reports on the plan, by the actions that people take: reported by one person, confirmed
 * by another; one section says nothing, and of one item both sides say something else.
 */
export async function progressDemo(
  cast: Cast,
  plan: Plan,
  demo: DemoProgress,
  /** What the city does of it when a round is closed. */
  after: (period: Period) => Promise<void> = async () => {},
  /** Adds the pictures and papers of a report before it is handed in. */
  prove: Proves = async () => {},
): Promise<void> {
  const { on, author } = cast
  const preset = must(
    presets.find(({ key }) => key === demo.scale),
    'a preset',
  )
  const begin = on('2012-04-05', author)
  const scale = await addScale(begin, { name: preset.name, steps: preset.steps })
  const planned = await planYear(begin, plan.id, scale.id)
  const items = itemsOf(await treeOf(begin.db, plan))
  for (const days of demo.rounds) {
    const { id } = must(
      planned.find(({ period }) => period === days.period),
      days.period,
    )
    await openRound(on(days.opens, author), id)
    for (const report of await reports(begin.db, { rounds: [id] })) {
      const item = must(
        items.find((one) => one.id === report.itemId),
        'an item',
      )
      await reportDemo(cast, report, item, demo.items[item.code], days, prove)
    }
    if (demo.group.period === days.period) {
      const item = must(
        items.find(({ code }) => code === demo.group.code),
        'an item',
      )
      await otherSideDemo(cast, id, item, demo.group, prove)
    }
    await closeRound(on(days.closes, author), id)
    await after(days.period)
  }
  for (const { code, alarm, on: day, until, text } of demo.explanations) {
    const item = must(
      items.find((one) => one.code === code),
      code,
    )
    await explain(on(day, author), { itemId: item.id, alarm, text, untilOn: until })
  }
}

type Item = ReturnType<typeof itemsOf>[number]

async function reportDemo(
  { on, author, head }: Cast,
  report: Report,
  item: Item,
  known: DemoProgress['items'][string] | undefined,
  days: DemoProgress['rounds'][number],
  prove: Proves,
): Promise<void> {
  const section = known?.section
  const moves = section && section !== report.asked
  const asked = moves ? await reassign(on(days.opens, author), report, section) : report
  const said = known?.[days.period]
  if (!said) return
  const clerk = (section && (await memberOf(on(days.reports, author), section))) || author
  const ctx = on(days.reports, clerk)
  await prove(ctx, asked, item.code, days.period)
  const handed = said.unchanged
    ? await sayUnchanged(ctx, asked, said.unchanged)
    : await submit(ctx, asked, contentOf(item, said, await districts(ctx.db)))
  await confirm(on(days.confirms, head), handed)
}

async function otherSideDemo(
  { on, author, head }: Cast,
  round: Report['roundId'],
  item: Item,
  group: DemoProgress['group'],
  prove: Proves,
): Promise<void> {
  const text = { name: group.name, mail: '', language: 'ja' } as const
  const asked = await askGroup(on(group.reports, author), round, item.id, text)
  await prove(on(group.reports, author), asked, group.code, group.period)
  const heard = { way: 'paper', on: group.reports, from: group.from } as const
  const { db } = on(group.reports, author)
  const content = contentOf(item, group.content, await districts(db))
  const handed = await typeForGroup(on(group.reports, author), asked, content, heard)
  await confirm(on(group.confirms, head), handed)
  await noteDifference(on(group.confirms, author), handed.id, group.note)
}

export const contentOf = (
  item: Item,
  { readings = [], districts: named = [], ...said }: Said,
  known: readonly District[],
): ReportContent => ({
  ...emptyReport,
  ...said,
  districts: named.map((name) => must(districtNamed(known, name), name).id),
  readings: item.indicators.map(({ name }, i) => ({
    name,
    actual: readings[i] ?? null,
    unmeasured: '',
  })),
})

/** Somebody who works in the section on that day. */
export async function memberOf(ctx: Ctx, section: string): Promise<Actor | undefined> {
  const day = localDate(ctx.now)
  const place = (await departments(ctx.db, day)).find(({ name }) => name === section)
  const served = await serviceBetween(ctx.db, day, day)
  const one = served.find(({ department }) => department === place?.id)
  return one && actorOf(ctx.db, one.user, day)
}
