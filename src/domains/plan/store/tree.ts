import { type Selectable, sql } from 'kysely'
import type { Reader } from '#platform/database.ts'
import { groupBy } from '#platform/group.ts'
import type { DB } from '#platform/tables.ts'
import { emptySchedule, type ItemContent, type PlanItem, type Revision } from '../item.ts'
import type { ItemGroup, ItemId, Measure, Plan } from '../plan.ts'
import type { PlanTree } from '../tree.ts'

const itemColumns = [
  'id',
  'version',
  'plan_id',
  'group_id',
  'code',
  'lead',
  'title',
  'description',
  'departments',
  'owner',
  'deputy',
  'commitment',
  'consider_until',
  'citizen_role',
  'city_role',
  'indicators',
  'schedule',
  'budget_yen',
  'articles',
  'translations',
] as const
type ItemRow = Pick<Selectable<DB['plan_item']>, (typeof itemColumns)[number]>

export async function treeOf(db: Reader, plan: Plan): Promise<PlanTree> {
  const measures = await db
    .selectFrom('plan_measure')
    .selectAll()
    .where('plan_id', '=', plan.id)
    .orderBy('number')
    .execute()
  const groups = await db
    .selectFrom('plan_group')
    .innerJoin('plan_measure', 'plan_measure.id', 'plan_group.measure_id')
    .selectAll('plan_group')
    .where('plan_measure.plan_id', '=', plan.id)
    .orderBy('plan_group.position')
    .execute()
  const rows = await db
    .selectFrom('plan_item')
    .select(itemColumns)
    .where('plan_id', '=', plan.id)
    .orderBy('position')
    .execute()
  const items = groupBy(rows.map(itemFromRow), (item) => item.groupId)
  const byMeasure = groupBy(groups.map(groupFromRow), (group) => group.measureId)
  return {
    plan,
    measures: measures.map(measureFromRow).map((measure) => ({
      ...measure,
      groups: (byMeasure.get(measure.id) ?? []).map((group) => ({
        ...group,
        items: items.get(group.id) ?? [],
      })),
    })),
  }
}

export async function itemById(db: Reader, id: ItemId): Promise<PlanItem | undefined> {
  const row = await db
    .selectFrom('plan_item')
    .select(itemColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && itemFromRow(row)
}

export async function itemsByIds(
  db: Reader,
  ids: readonly string[],
  states: readonly Plan['state'][],
): Promise<{ item: PlanItem; fiscalYear: number }[]> {
  const rows = await withYear(db)
    .where('plan_item.id', 'in', ids)
    .where('plan.state', 'in', states)
    .execute()
  return rows.map((row) => ({ item: itemFromRow(row), fiscalYear: row.fiscal_year }))
}

const withYear = (db: Reader) =>
  db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .select(itemColumns.map((c) => `plan_item.${c}` as const))
    .select('plan.fiscal_year')

/** The wording that somebody started from: the base of a merge. */
export async function revision(
  db: Reader,
  id: ItemId,
  version: number,
): Promise<ItemContent | undefined> {
  const row = await db
    .selectFrom('plan_item_revision')
    .select('content')
    .where('item_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && (row.content as unknown as ItemContent)
}

/** Newest first. */
export async function revisions(db: Reader, id: ItemId): Promise<Revision[]> {
  const rows = await db
    .selectFrom('plan_item_revision')
    .selectAll()
    .where('item_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    at: row.at,
    actorId: row.actor_id,
    content: row.content as unknown as ItemContent,
  }))
}

/** Ids of the items of public plans that match a tsquery, newest year first; at most `limit`. */
export async function search(
  db: Reader,
  tsquery: string,
  states: readonly Plan['state'][],
  limit: number,
): Promise<{ item: PlanItem; fiscalYear: number }[]> {
  const rows = await withYear(db)
    .where('plan.state', 'in', states)
    .where(sql<boolean>`plan_item.search @@ ${tsquery}::tsquery`)
    .orderBy('plan.fiscal_year', 'desc')
    .orderBy('plan_item.code')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ item: itemFromRow(row), fiscalYear: row.fiscal_year }))
}

function itemFromRow(row: ItemRow): PlanItem {
  return {
    id: row.id,
    version: row.version,
    planId: row.plan_id,
    groupId: row.group_id,
    code: row.code,
    lead: row.lead,
    title: row.title,
    description: row.description,
    departments: row.departments,
    owner: row.owner,
    deputy: row.deputy,
    commitment: row.commitment,
    considerUntil: row.consider_until,
    citizenRole: row.citizen_role,
    cityRole: row.city_role,
    indicators: row.indicators,
    schedule: { ...emptySchedule, ...(row.schedule as object) },
    budgetYen: row.budget_yen,
    articles: row.articles,
    translations: row.translations,
  } as unknown as PlanItem
}

const measureFromRow = (row: Selectable<DB['plan_measure']>): Measure =>
  ({
    id: row.id,
    number: row.number,
    title: row.title,
    translations: row.translations,
  }) as unknown as Measure

const groupFromRow = (row: Selectable<DB['plan_group']>): ItemGroup =>
  ({
    id: row.id,
    measureId: row.measure_id,
    audience: row.audience,
    text: row.text,
    translations: row.translations,
  }) as unknown as ItemGroup
