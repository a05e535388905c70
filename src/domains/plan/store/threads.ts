import { type Selectable, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { DB } from '#platform/tables.ts'
import type { Amendment, AmendmentId } from '../amendment.ts'
import type { Threads } from '../follow.ts'
import type { Link } from '../lineage.ts'
import type { ItemId, PlanId, PlanState } from '../plan.ts'
import { itemsByIds } from './tree.ts'

/** The threads that lead into a plan from the year before. */
export async function linksInto(db: Reader, planId: PlanId): Promise<Link[]> {
  const rows = await db
    .selectFrom('plan_lineage')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('id')
    .execute()
  return rows.map(linkFromRow)
}

/** How far back and forward a life is followed: longer than any plan of a city has lasted. */
const generations = 40

/** Everything that an item comes from and what became of it, with the items themselves. */
export async function threadsOf(
  db: Reader,
  id: ItemId,
  states: readonly PlanState[],
): Promise<Threads> {
  const walk = (from: 'from_id' | 'to_id', to: 'from_id' | 'to_id') =>
    db
      .withRecursive('life(item_id, depth)', (q) =>
        q
          .selectNoFrom([sql<string | null>`${id}::text`.as('item_id'), sql<number>`0`.as('depth')])
          .union(
            q
              .selectFrom('life')
              .innerJoin('plan_lineage', `plan_lineage.${from}`, 'life.item_id')
              .select([`plan_lineage.${to} as item_id`, sql<number>`depth + 1`.as('depth')])
              .where('depth', '<', generations),
          ),
      )
      .selectFrom('life')
      .select('item_id')
      .execute()
  const ids = [...(await walk('to_id', 'from_id')), ...(await walk('from_id', 'to_id'))]
  return threadsAmong(db, [...new Set(ids.flatMap((row) => row.item_id ?? []))], states)
}

/** The years that the items of a plan have stood at 検討: only threads that stand there are followed. */
export async function considerThreads(
  db: Reader,
  planId: PlanId,
  states: readonly PlanState[],
): Promise<Threads> {
  const rows = await db
    .withRecursive('chain(item_id, depth)', (q) =>
      q
        .selectFrom('plan_item')
        .select(['id as item_id', sql<number>`0`.as('depth')])
        .where('plan_id', '=', planId)
        .where('commitment', '=', 'consider')
        .union(
          q
            .selectFrom('chain')
            .innerJoin('plan_lineage', 'plan_lineage.to_id', 'chain.item_id')
            .innerJoin('plan_item', 'plan_item.id', 'plan_lineage.from_id')
            .select(['plan_item.id as item_id', sql<number>`depth + 1`.as('depth')])
            .where('plan_item.commitment', '=', 'consider')
            .where('depth', '<', generations),
        ),
    )
    .selectFrom('chain')
    .select('item_id')
    .distinct()
    .execute()
  return threadsAmong(
    db,
    rows.map((row) => row.item_id),
    states,
  )
}

/** `states` keeps drafts out of what the public may see: their items, and what they say became of ours. */
export async function threadsAmong(
  db: Reader,
  ids: readonly string[],
  states: readonly PlanState[],
): Promise<Threads> {
  if (!ids.length) return { items: new Map(), links: [] }
  const items = await itemsByIds(db, ids, states)
  const links = await db
    .selectFrom('plan_lineage')
    .innerJoin('plan', 'plan.id', 'plan_lineage.plan_id')
    .selectAll('plan_lineage')
    .where('plan.state', 'in', states)
    .where((eb) => eb.or([eb('from_id', 'in', ids), eb('to_id', 'in', ids)]))
    .orderBy('plan_lineage.id')
    .execute()
  return { items: new Map(items.map((one) => [one.item.id, one])), links: links.map(linkFromRow) }
}

export async function insertLinks(tx: Writer, links: readonly Link[]): Promise<void> {
  if (!links.length) return
  await tx
    .insertInto('plan_lineage')
    .values(
      links.map((l) => ({
        id: newId('lin'),
        plan_id: l.planId,
        from_id: l.from,
        to_id: l.to,
        relation: l.relation,
        reason: l.reason,
      })),
    )
    .execute()
}

export async function removeLinksInto(tx: Writer, planId: PlanId): Promise<void> {
  await tx.deleteFrom('plan_lineage').where('plan_id', '=', planId).execute()
}

/** Newest first. */
export async function amendments(db: Reader, planId: PlanId): Promise<Amendment[]> {
  const rows = await db
    .selectFrom('plan_amendment')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('proposed_at', 'desc')
    .execute()
  return rows.map(amendmentFromRow)
}

export async function amendmentById(db: Reader, id: AmendmentId): Promise<Amendment | undefined> {
  const row = await db
    .selectFrom('plan_amendment')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && amendmentFromRow(row)
}

export async function insertAmendment(tx: Writer, a: Amendment): Promise<void> {
  await tx
    .insertInto('plan_amendment')
    .values({
      id: a.id,
      plan_id: a.planId,
      item_id: a.itemId,
      reason: a.reason,
      before: JSON.stringify(a.before),
      after: JSON.stringify(a.after),
      proposed_at: a.proposedAt,
      proposed_by: a.proposedBy,
      approved_on: a.approvedOn,
      approved_by: a.approvedBy,
      withdrawn: a.withdrawn,
    })
    .execute()
}

/** Settles an amendment that is still open; false when somebody else settled it first. */
export async function settleAmendment(tx: Writer, a: Amendment): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('plan_amendment')
    .set({ approved_on: a.approvedOn, approved_by: a.approvedBy, withdrawn: a.withdrawn })
    .where('id', '=', a.id)
    .where('approved_on', 'is', null)
    .where('withdrawn', '=', false)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const linkFromRow = (row: Selectable<DB['plan_lineage']>): Link => ({
  planId: row.plan_id as PlanId,
  from: row.from_id as ItemId | null,
  to: row.to_id as ItemId | null,
  relation: row.relation as Link['relation'],
  reason: row.reason,
})

const amendmentFromRow = (row: Selectable<DB['plan_amendment']>): Amendment =>
  ({
    id: row.id,
    planId: row.plan_id,
    itemId: row.item_id,
    reason: row.reason,
    before: row.before,
    after: row.after,
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by,
    approvedOn: row.approved_on,
    approvedBy: row.approved_by,
    withdrawn: row.withdrawn,
  }) as unknown as Amendment
