import { districts } from '#domains/districts/index.ts'
import type { Plan } from '#domains/plan/plan.ts'
import { treeOf } from '#domains/plan/store/tree.ts'
import { itemsOf } from '#domains/plan/tree.ts'
import { askGroup, typeForGroup } from '#domains/progress/actions/groups.ts'
import {
  confirm,
  giveBack,
  saveDraft,
  sayUnchanged,
  submit,
} from '#domains/progress/actions/reports.ts'
import { editRound, openRound } from '#domains/progress/actions/rounds.ts'
import type { Period, Report } from '#domains/progress/progress.ts'
import { reports } from '#domains/progress/store/reports.ts'
import { rounds } from '#domains/progress/store/rounds.ts'
import { must } from '#platform/must.ts'
import { type Cast, contentOf, type Said } from './progress.ts'

/** demo/spring-2013.json: the round that is open on the day on which the demo city begins. */
export interface DemoSpring {
  readonly round: {
    readonly period: Period
    readonly opens: string
    readonly due: string
    readonly note: string
  }
  readonly reports: readonly {
    readonly code: string
    readonly on: string
    readonly content?: Said
    readonly unchanged?: string
    readonly draft?: true
    readonly confirmed?: string
    readonly returned?: { readonly on: string; readonly reason: string }
  }[]
  readonly groups: readonly {
    readonly code: string
    readonly name: string
    readonly mail: string
    readonly asked: string
    readonly from?: string
    readonly reports?: string
    readonly content?: Said
  }[]
}

/**
 * 年度末の照会 under way: reports begun, handed in, sent back and confirmed, most of them not touched yet; one group
 * has its link, another has handed in its sheet.
 */
export async function springDemo(cast: Cast, plan: Plan, demo: DemoSpring): Promise<void> {
  const { on, author } = cast
  const { period, opens, due, note } = demo.round
  const first = on(opens, author)
  const { id, scaleId } = must(
    (await rounds(first.db, plan.id)).find((one) => one.period === period),
    period,
  )
  await editRound(first, id, { scaleId, opensOn: opens, dueOn: due, note })
  await openRound(first, id)
  const items = new Map(itemsOf(await treeOf(first.db, plan)).map((item) => [item.code, item]))
  const known = await districts(first.db)
  const asked = await reports(first.db, { rounds: [id] })
  for (const one of demo.reports) {
    const item = must(items.get(one.code), one.code)
    const report = must(
      asked.find(({ itemId }) => itemId === item.id),
      one.code,
    )
    await reportSpring(cast, report, one, one.content && contentOf(item, one.content, known))
  }
  for (const one of demo.groups) {
    const item = must(items.get(one.code), one.code)
    const text = { name: one.name, mail: one.mail, language: 'ja' } as const
    const report = await askGroup(on(one.asked, author), id, item.id, text)
    if (!one.content || !one.reports) continue
    const heard = { way: 'paper', on: one.reports, from: one.from ?? '' } as const
    await typeForGroup(on(one.reports, author), report, contentOf(item, one.content, known), heard)
  }
}

async function reportSpring(
  { on, author, head }: Cast,
  report: Report,
  { on: day, unchanged, draft, confirmed, returned }: DemoSpring['reports'][number],
  content: Report['content'] | undefined,
): Promise<void> {
  const ctx = on(day, author)
  if (draft && content) return void (await saveDraft(ctx, report, content))
  const handed = content
    ? await submit(ctx, report, content)
    : await sayUnchanged(ctx, report, unchanged ?? '')
  if (confirmed) await confirm(on(confirmed, head), handed)
  if (returned) await giveBack(on(returned.on, head), handed, returned.reason)
}
