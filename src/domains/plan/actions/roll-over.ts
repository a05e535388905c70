import { eraFiscalYear } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import type { PlanItem } from '../item.ts'
import type { Link } from '../lineage.ts'
import type { GroupId, ItemId, MeasureId, Plan, PlanId } from '../plan.ts'
import { contentOf } from '../rules/content.ts'
import { type Fate, rollOver as follow } from '../rules/roll-over.ts'
import * as branches from '../store/branches.ts'
import * as plans from '../store/plans.ts'
import { insertLinks, linksInto } from '../store/threads.ts'
import * as store from '../store/tree.ts'
import { itemsOf } from '../tree.ts'
import { inPlan } from './act.ts'
import { newItem, renumber } from './placing.ts'

/**
 * 年度更新: makes next year's draft from this year's plan. Every item is followed: what continues, under
 * which name, out of which, and what ends and why. The new items are new rows; the threads keep identity.
 */
export const rollOver = (ctx: Ctx, id: PlanId, fates: readonly Fate[]) =>
  inPlan(ctx, 'rollOver', id, async ({ tx, plan, by, fact }) => {
    const fiscalYear = plan.fiscalYear + 1
    if (await plans.planOf(tx, fiscalYear))
      accept(no({ kind: 'refused', reason: 'year-exists', place: String(fiscalYear) }))
    const tree = await store.treeOf(tx, plan)
    const { successors, ended } = accept(follow(itemsOf(tree), fates))
    const next = nextPlan(plan, ctx.actor.id)
    await plans.insertPlan(tx, next)
    const groups = new Map<GroupId, GroupId>()
    for (const measure of tree.measures) {
      const measureId: MeasureId = newId('mea')
      await branches.insertMeasure(tx, next.id, { ...measure, id: measureId })
      for (const [at, group] of measure.groups.entries()) {
        const groupId: GroupId = newId('grp')
        groups.set(group.id, groupId)
        await branches.insertGroup(tx, { ...group, id: groupId, measureId }, at)
      }
    }
    const links: Link[] = []
    const placed = new Map<GroupId, number>()
    for (const { from, title, relation, reasons } of successors) {
      const [model] = from
      const groupId = groups.get(model.groupId) ?? model.groupId
      const item = newItem(next, groupId, carriedOver(model, title))
      const at = placed.get(groupId) ?? 0
      placed.set(groupId, at + 1)
      await branches.insertItem(tx, item, at, by)
      for (const [i, source] of from.entries())
        links.push({
          planId: next.id,
          from: source.id,
          to: item.id,
          relation,
          reason: reasons[i] ?? '',
        })
    }
    for (const { item, reason } of ended)
      links.push({ planId: next.id, from: item.id, to: null, relation: 'ended', reason })
    await insertLinks(tx, links)
    await renumber(tx, await store.treeOf(tx, next))
    return [
      next,
      fact('plan.rolled-over', id, { into: fiscalYear }),
      { ...fact('plan.created', next.id, { fiscalYear, items: successors.length }) },
    ]
  })

/** Says why an item is new, so that the public list of what became of last year's items can say it too. */
export const explainNew = (ctx: Ctx, id: PlanId, itemId: ItemId, reason: string) =>
  inPlan(ctx, 'edit', id, async ({ tx, fact }) => {
    const item = found(await store.itemById(tx, itemId))
    if (item.planId !== id) throw new Refused({ kind: 'not-found' })
    const links = await linksInto(tx, id)
    if (links.some((l) => l.to === itemId))
      accept(no({ kind: 'refused', reason: 'has-lineage', place: item.code }))
    await insertLinks(tx, [{ planId: id, from: null, to: itemId, relation: 'new', reason }])
    return [undefined, fact('plan.item-explained', itemId, { code: item.code })]
  })

function nextPlan(plan: Plan, author: string): Plan {
  const year = plan.fiscalYear + 1
  const title = plan.title.replaceAll(eraFiscalYear(plan.fiscalYear), eraFiscalYear(year))
  return {
    state: 'drafting',
    id: newId('pln'),
    version: 1,
    fiscalYear: year,
    title,
    subtitle: plan.subtitle,
    purpose: plan.purpose,
    aim: plan.aim,
    goals: plan.goals,
    levels: plan.levels,
    translations: plan.translations,
    authors: [author],
    commentUntil: null,
  }
}

/** The text goes on; what belonged to the year (the quarters, the date of a 検討) is asked for anew. */
function carriedOver(item: PlanItem, title: string) {
  const content = contentOf(item)
  const renamed = title !== item.title
  return {
    ...content,
    title,
    considerUntil: null,
    schedule: { q1: '', q2: '', q3: '', q4: '' },
    // A translation of another name would be a false one.
    ...(renamed && { translations: withoutTitles(content.translations) }),
  }
}

const withoutTitles = (translations: PlanItem['translations']): PlanItem['translations'] =>
  Object.fromEntries(
    Object.entries(translations).map(([locale, t]) => [locale, { ...t, title: '' }]),
  )
