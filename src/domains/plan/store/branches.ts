import { sql } from 'kysely'
import type { Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import { tokens } from '#platform/search.ts'
import type { PlanItem } from '../item.ts'
import type { GroupId, ItemGroup, ItemId, Measure, MeasureId, PlanId } from '../plan.ts'
import { contentOf } from '../rules/content.ts'

export async function insertMeasure(tx: Writer, planId: PlanId, m: Measure): Promise<void> {
  await tx
    .insertInto('plan_measure')
    .values({
      id: m.id,
      plan_id: planId,
      number: m.number,
      title: m.title,
      translations: JSON.stringify(m.translations),
    })
    .execute()
}

export async function updateMeasure(tx: Writer, m: Measure): Promise<void> {
  await tx
    .updateTable('plan_measure')
    .set({ number: m.number, title: m.title, translations: JSON.stringify(m.translations) })
    .where('id', '=', m.id)
    .execute()
}

export async function removeMeasure(tx: Writer, id: MeasureId): Promise<void> {
  await tx.deleteFrom('plan_measure').where('id', '=', id).execute()
}

const groupRow = (g: ItemGroup, position: number) => ({
  measure_id: g.measureId,
  position,
  audience: g.audience,
  text: g.text,
  translations: JSON.stringify(g.translations),
})

export async function insertGroup(tx: Writer, g: ItemGroup, position: number): Promise<void> {
  await tx
    .insertInto('plan_group')
    .values({ id: g.id, ...groupRow(g, position) })
    .execute()
}

export async function updateGroup(tx: Writer, g: ItemGroup, position: number): Promise<void> {
  await tx.updateTable('plan_group').set(groupRow(g, position)).where('id', '=', g.id).execute()
}

export async function removeGroup(tx: Writer, id: GroupId): Promise<void> {
  await tx.deleteFrom('plan_group').where('id', '=', id).execute()
}

export async function insertItem(
  tx: Writer,
  item: PlanItem,
  position: number,
  by: { readonly at: Date; readonly actorId: string },
): Promise<void> {
  await tx
    .insertInto('plan_item')
    .values({ id: item.id, version: 1, position, ...itemRow(item) })
    .execute()
  await keepRevision(tx, item, 1, by)
}

/** Saves new wording over the version that was read, and keeps it as a revision. */
export async function updateItem(
  tx: Writer,
  item: PlanItem,
  by: { readonly at: Date; readonly actorId: string },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('plan_item')
    .set({ ...itemRow(item), version: item.version + 1 })
    .where('id', '=', item.id)
    .where('version', '=', item.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
  await keepRevision(tx, item, item.version + 1, by)
}

/** Moves an item without touching its wording: two people may move and edit at once. */
export async function placeItem(
  tx: Writer,
  id: ItemId,
  place: { readonly groupId: GroupId; readonly position: number; readonly code: string },
): Promise<void> {
  await tx
    .updateTable('plan_item')
    .set({ group_id: place.groupId, position: place.position, code: place.code })
    .where('id', '=', id)
    .execute()
}

export async function removeItem(tx: Writer, id: ItemId): Promise<void> {
  await tx.deleteFrom('plan_item').where('id', '=', id).execute()
}

async function keepRevision(
  tx: Writer,
  item: PlanItem,
  version: number,
  by: { readonly at: Date; readonly actorId: string },
) {
  await tx
    .insertInto('plan_item_revision')
    .values({
      item_id: item.id,
      version,
      at: by.at,
      actor_id: by.actorId,
      content: JSON.stringify(contentOf(item)),
    })
    .execute()
}

function itemRow(item: PlanItem) {
  const words = Object.values(item.translations).flatMap((t) => Object.values(t ?? {}))
  const searched = [item.title, item.description, item.citizenRole, item.cityRole, ...words]
  return {
    plan_id: item.planId,
    group_id: item.groupId,
    code: item.code,
    lead: item.lead,
    title: item.title,
    description: item.description,
    departments: [...item.departments],
    owner: item.owner,
    deputy: item.deputy,
    commitment: item.commitment,
    consider_until: item.considerUntil,
    citizen_role: item.citizenRole,
    city_role: item.cityRole,
    indicators: JSON.stringify(item.indicators),
    schedule: JSON.stringify(item.schedule),
    budget_yen: item.budgetYen,
    articles: [...item.articles],
    translations: JSON.stringify(item.translations),
    search: sql<string>`array_to_tsvector(${tokens([...searched, ...item.departments].join('\n'))}::text[])`,
  }
}
