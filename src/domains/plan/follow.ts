import type { PlanItem } from './item.ts'
import type { LifeYear, Link, Relation } from './lineage.ts'
import type { FiscalYear } from './plan.ts'
import { itemsOf, type PlanTree } from './tree.ts'

/** Items of several years with the threads between them. Pure: pages ask it, stores only feed it. */
export interface Threads {
  readonly items: ReadonlyMap<string, Dated>
  readonly links: readonly Link[]
}
export interface Dated {
  readonly item: PlanItem
  readonly fiscalYear: FiscalYear
}

/** Items of last year from which an item comes. */
export const predecessors = ({ items, links }: Threads, id: string): PlanItem[] =>
  links.flatMap((l) => (l.to === id && l.from ? (items.get(l.from)?.item ?? []) : []))

/** The life of an item, oldest year first, through every renaming, merging and splitting. */
export function lifeOf(threads: Threads, id: string): LifeYear[] {
  const here = threads.items.get(id)
  if (!here) return []
  const of = (ids: readonly string[]) => ids.flatMap((i) => threads.items.get(i)?.item ?? [])
  const into = (ids: readonly string[]) =>
    threads.links.filter((l) => l.to !== null && ids.includes(l.to))
  const life: LifeYear[] = []
  let ids: string[] = [id]
  for (let year = here.fiscalYear; of(ids).length; year -= 1) {
    const links = into(ids)
    life.unshift({
      fiscalYear: year,
      items: of(ids),
      relation: links[0]?.relation ?? null,
      reason: links.map((l) => l.reason).find(Boolean) ?? '',
    })
    ids = [...new Set(links.flatMap((l) => (l.from ? [l.from] : [])))]
  }
  ids = [id]
  for (let year = here.fiscalYear + 1; ; year += 1) {
    const links = threads.links.filter((l) => l.from !== null && ids.includes(l.from))
    const next = [...new Set(links.flatMap((l) => (l.to ? [l.to] : [])))]
    const ended = links.length > 0 && next.length === 0
    if (!ended && !of(next).length) break
    life.push({
      fiscalYear: year,
      items: of(next),
      relation: links[0]?.relation ?? null,
      reason: links.map((l) => l.reason).find(Boolean) ?? '',
    })
    if (ended) break
    ids = next
  }
  return life
}

/**
 * Fiscal years in a row, this one included, in which the item stood at 検討 under any of its names.
 * Merging does not wipe the years away: the longest of the threads counts.
 */
export function considerYears(threads: Threads, id: string): number {
  const here = threads.items.get(id)
  if (here?.item.commitment !== 'consider') return 0
  const before = predecessors(threads, id).map((p) => considerYears(threads, p.id))
  return 1 + Math.max(0, ...before)
}

/** One line of 「昨年の項目のゆくえ」. */
export interface Became {
  readonly before: PlanItem | null
  readonly after: readonly PlanItem[]
  readonly relation: Relation | 'unknown'
  readonly reason: string
}

/** What became of every item of `from`, in its order; then what is new in `to`. */
export function became(from: PlanTree, to: PlanTree, links: readonly Link[]): Became[] {
  const later = new Map<string, PlanItem>(itemsOf(to).map((item) => [item.id, item]))
  const into = links.filter((l) => l.planId === to.plan.id)
  const lines = itemsOf(from).map((before): Became => {
    const mine = into.filter((l) => l.from === before.id)
    return {
      before,
      after: mine.flatMap((l) => (l.to ? (later.get(l.to) ?? []) : [])),
      relation: mine[0]?.relation ?? 'unknown',
      reason: mine.map((l) => l.reason).find(Boolean) ?? '',
    }
  })
  const linked = new Set(into.filter((l) => l.from).map((l) => l.to))
  const fresh = itemsOf(to)
    .filter((item) => !linked.has(item.id))
    .map(
      (item): Became => ({
        before: null,
        after: [item],
        relation: 'new',
        reason: into.find((l) => l.to === item.id)?.reason ?? '',
      }),
    )
  return [...lines, ...fresh]
}
