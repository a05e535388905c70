import { departments } from '#domains/staff/index.ts'
import { avoidedWords } from '#domains/words/index.ts'
import { fiscalYearStart } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { considerYears } from '../follow.ts'
import type { PlanItem } from '../item.ts'
import { planStates } from '../plan.ts'
import type { Surroundings } from '../rules/careful.ts'
import { itemsOf, type PlanTree } from '../tree.ts'
import { planOf } from './plans.ts'
import { considerThreads, linksInto } from './threads.ts'
import { treeOf } from './tree.ts'

/** What a careful colleague knows beside the plan: the roster, and the year before. */
export async function surroundings(db: Reader, tree: PlanTree): Promise<Surroundings> {
  const { plan } = tree
  const before = await planOf(db, plan.fiscalYear - 1)
  const lastYear = new Map<string, PlanItem>(
    before ? itemsOf(await treeOf(db, before)).map((item) => [item.id, item]) : [],
  )
  const links = await linksInto(db, plan.id)
  const threads = await considerThreads(db, plan.id, planStates)
  const items = itemsOf(tree)
  return {
    departments: new Set(
      (await departments(db, fiscalYearStart(plan.fiscalYear))).map((d) => d.name),
    ),
    predecessors: new Map(
      items.map((item) => [
        item.id,
        links.flatMap((l) => (l.to === item.id && l.from ? (lastYear.get(l.from) ?? []) : [])),
      ]),
    ),
    avoided: await avoidedWords(db),
    yearsAtConsider: new Map(items.map((item) => [item.id, considerYears(threads, item.id)])),
  }
}
