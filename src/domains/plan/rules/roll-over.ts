import { no, type Result, yes } from '#platform/result.ts'
import type { PlanItem } from '../item.ts'
import type { Relation } from '../lineage.ts'
import type { ItemId } from '../plan.ts'

/** 年度更新: what is to become of one item of this year. */
export interface Fate {
  readonly from: ItemId
  readonly relation: Exclude<Relation, 'new'>
  /** New titles: one for `renamed` and `merged` (may be empty: keeps the host's), two or more for `split`. */
  readonly titles: readonly string[]
  /** For `merged`: the item in whose place the merged one stands. It may be the item itself. */
  readonly into: ItemId | null
  readonly reason: string
}

/** An item of the next year, with the items of this year that it comes from. The first gives its text. */
export interface Successor {
  readonly from: readonly [PlanItem, ...PlanItem[]]
  readonly title: string
  readonly relation: Exclude<Relation, 'new' | 'ended'>
  readonly reasons: readonly string[]
}

export interface RolledOver {
  readonly successors: readonly Successor[]
  readonly ended: readonly { readonly item: PlanItem; readonly reason: string }[]
}

/**
 * Follows each item into the next year. Every item needs a fate, every fate but `continued` a reason;
 * an item that others are merged into stands in its own place and is merged too.
 */
export function rollOver(items: readonly PlanItem[], fates: readonly Fate[]): Result<RolledOver> {
  const fateOf = new Map(fates.map((fate) => [fate.from, fate]))
  const hosts = new Set(fates.flatMap((f) => (f.relation === 'merged' && f.into ? [f.into] : [])))
  for (const item of items) {
    const fate = fateOf.get(item.id)
    const refuse = (reason: string) => no({ kind: 'refused', reason, place: item.code })
    if (!fate) return refuse('item-without-fate')
    if (fate.relation !== 'continued' && !fate.reason) return refuse('reason-needed')
    if (fate.relation === 'renamed' && fate.titles.length !== 1) return refuse('one-title-needed')
    if (fate.relation === 'split' && fate.titles.length < 2) return refuse('two-titles-needed')
    if (fate.relation === 'merged') {
      const host = fate.into && fateOf.get(fate.into)
      if (!host) return refuse('merge-target-needed')
      if (fate.into !== item.id && host.relation !== 'merged' && host.relation !== 'continued')
        return refuse('merge-target-goes')
      if (host.relation === 'merged' && host.into !== host.from) return refuse('merge-target-goes')
    }
  }
  const successors: Successor[] = []
  const ended: RolledOver['ended'][number][] = []
  for (const item of items) {
    const fate = fateOf.get(item.id) as Fate
    const [title] = fate.titles
    if (hosts.has(item.id)) {
      const others = items.filter(
        (other) => other.id !== item.id && fateOf.get(other.id)?.into === item.id,
      )
      const sources = [item, ...others] as const
      const reasons = sources.map((s) => fateOf.get(s.id)?.reason || '')
      const reason = reasons.find(Boolean) ?? ''
      const titles = sources.flatMap((s) => fateOf.get(s.id)?.titles ?? [])
      successors.push({
        from: sources,
        title: titles[0] ?? item.title,
        relation: 'merged',
        reasons: reasons.map((r) => r || reason),
      })
    } else if (fate.relation === 'ended') ended.push({ item, reason: fate.reason })
    else if (fate.relation === 'split')
      for (const part of fate.titles)
        successors.push({ from: [item], title: part, relation: 'split', reasons: [fate.reason] })
    else if (fate.relation === 'renamed')
      successors.push({
        from: [item],
        title: title ?? item.title,
        relation: 'renamed',
        reasons: [fate.reason],
      })
    else if (fate.relation === 'continued')
      successors.push({ from: [item], title: item.title, relation: 'continued', reasons: [''] })
  }
  return yes({ successors, ended })
}
