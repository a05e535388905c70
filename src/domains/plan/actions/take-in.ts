import { groupBy } from '#platform/group.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { arrange } from '../intake/arrange.ts'
import { difference } from '../intake/difference.ts'
import { type Head, headFields, headOf, rowsOf } from '../intake/rows.ts'
import type { Reading, Row } from '../intake/sheet.ts'
import type { PlanItem } from '../item.ts'
import type { GroupId, ItemGroup, MeasureId } from '../plan.ts'
import { changedFields, same } from '../rules/content.ts'
import * as branches from '../store/branches.ts'
import { updatePlan } from '../store/plans.ts'
import { treeOf } from '../store/tree.ts'
import { type MeasureTree, type PlanTree, placedItems } from '../tree.ts'
import type { Bench } from './act.ts'
import { newItem, renumber } from './placing.ts'

/**
 * Writes a reading into the plan, within one transaction, and answers with one fact for each change:
 * every cell that says something else, every item that comes or goes. No change, no fact, no write.
 */
export async function takeIn(
  bench: Bench<'takeIn'>,
  reading: Reading,
  removeMissing: boolean,
): Promise<Fact[]> {
  const { tx, plan } = bench
  const tree = await treeOf(tx, plan)
  const current = rowsOf(tree)
  const { rows, missing } = arrange(current, reading, removeMissing)
  const facts = [
    ...(await takeHead(bench, reading.head)),
    ...factsOf(bench, current, rows),
    ...(removeMissing ? missing : []).map((row) =>
      bench.fact('plan.item-removed', row.id ?? row.code, {
        code: row.code,
        title: row.content.title,
      }),
    ),
  ]
  if (!facts.length) return []
  if (removeMissing)
    for (const { item } of placedItems(tree))
      if (!rows.some((row) => row.id === item.id)) await branches.removeItem(tx, item.id)
  await build(bench, tree, rows)
  await renumber(tx, await treeOf(tx, plan))
  return facts
}

/** What people would call the changes, cell by cell. */
function factsOf({ fact, plan }: Bench<'takeIn'>, current: readonly Row[], next: readonly Row[]) {
  const found = difference(current, next, [])
  return [
    ...found.changed.flatMap(({ id, code, fields }) =>
      fields.map(({ field }) => fact('plan.item-changed', id ?? code, { code, field })),
    ),
    ...found.headings.map(({ field, codes }) =>
      fact('plan.heading-changed', plan.id, { field, items: codes.join(' ') }),
    ),
    ...found.moved.map(({ id, from, to }) => fact('plan.item-moved', id ?? to, { from, to })),
    ...found.added.map((row) => fact('plan.item-added', plan.id, { code: row.code })),
  ]
}

async function takeHead({ tx, plan, fact }: Bench<'takeIn'>, head: Partial<Head>) {
  const known = headOf(plan)
  const fields = headFields.filter(
    (field) => head[field] !== undefined && !same(head[field], known[field]),
  )
  if (!fields.length) return []
  const taken = Object.fromEntries(fields.map((field) => [field, head[field]]))
  await updatePlan(tx, { ...plan, ...taken })
  return fields.map((field) => fact('plan.head-changed', plan.id, { field }))
}

/** Brings measures, headings and items into the order and the words of the rows. */
async function build(bench: Bench<'takeIn'>, tree: PlanTree, rows: readonly Row[]) {
  const { tx, plan } = bench
  const used = new Set<string>()
  for (const [number, ofMeasure] of groupBy(rows, (row) => row.measure.number)) {
    const measure = await settleMeasure(bench, tree, number, ofMeasure)
    used.add(measure.id)
    const headings = groupBy(ofMeasure, (row) =>
      JSON.stringify([row.group.audience, row.group.text]),
    )
    for (const [at, ofGroup] of [...headings.values()].entries()) {
      const groupId = await settleGroup(bench, tree, measure, ofGroup, at, used)
      used.add(groupId)
      for (const [position, row] of ofGroup.entries())
        await settleItem(bench, tree, row, groupId, position)
    }
  }
  const empty = await treeOf(tx, plan)
  for (const measure of empty.measures) {
    for (const group of measure.groups)
      if (!group.items.length && !used.has(group.id)) await branches.removeGroup(tx, group.id)
    if (!used.has(measure.id) && measure.groups.every((g) => !g.items.length))
      await branches.removeMeasure(tx, measure.id)
  }
}

async function settleMeasure(
  { tx, plan }: Bench<'takeIn'>,
  tree: PlanTree,
  number: number,
  rows: readonly Row[],
): Promise<Pick<MeasureTree, 'id' | 'groups'>> {
  const { title, translations = {} } = (rows.at(-1) as Row).measure
  const known = tree.measures.find((m) => m.number === number)
  if (!known) {
    const id: MeasureId = newId('mea')
    await branches.insertMeasure(tx, plan.id, { id, number, title, translations })
    return { id, groups: [] }
  }
  if (known.title !== title || !same(known.translations, translations))
    await branches.updateMeasure(tx, { ...known, title, translations })
  return known
}

/** A heading is the same when it reads the same, or when the items under it are. */
async function settleGroup(
  { tx }: Bench<'takeIn'>,
  tree: PlanTree,
  measure: Pick<MeasureTree, 'id' | 'groups'>,
  rows: readonly Row[],
  position: number,
  used: ReadonlySet<string>,
): Promise<GroupId> {
  const { audience, text, translations = {} } = (rows[0] as Row).group
  const free = measure.groups.filter((g) => !used.has(g.id))
  const known =
    free.find((g) => g.text === text && g.audience === audience) ??
    free.find((g) => g.items.some((item) => rows.some((row) => row.id === item.id)))
  const next: ItemGroup = {
    id: known?.id ?? newId('grp'),
    measureId: measure.id,
    audience,
    text,
    translations,
  }
  if (!known) await branches.insertGroup(tx, next, position)
  else if (
    known.text !== text ||
    known.audience !== audience ||
    !same(known.translations, translations) ||
    tree.measures.find((m) => m.id === measure.id)?.groups.indexOf(known) !== position
  )
    await branches.updateGroup(tx, next, position)
  return next.id
}

async function settleItem(
  { tx, plan, by }: Bench<'takeIn'>,
  tree: PlanTree,
  row: Row,
  groupId: GroupId,
  position: number,
) {
  const placed = row.id ? placedItems(tree).find(({ item }) => item.id === row.id) : undefined
  if (!placed) {
    const item: PlanItem = newItem(plan, groupId, row.content)
    await branches.insertItem(tx, item, position, by)
    return
  }
  const { item, group } = placed
  if (group.id !== groupId || group.items.indexOf(item) !== position)
    await branches.placeItem(tx, item.id, { groupId, position, code: item.code })
  if (changedFields(item, row.content).length)
    await branches.updateItem(tx, { ...item, ...row.content, groupId }, by)
}
