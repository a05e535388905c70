import type { Selectable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { DB } from '#platform/tables.ts'
import type { FiscalYear, Plan, PlanId } from '../plan.ts'

export async function planOf(db: Reader, fiscalYear: FiscalYear): Promise<Plan | undefined> {
  const row = await db
    .selectFrom('plan')
    .selectAll()
    .where('fiscal_year', '=', fiscalYear)
    .executeTakeFirst()
  return row && planFromRow(row)
}

export async function planById(db: Reader, id: PlanId): Promise<Plan | undefined> {
  const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst()
  return row && planFromRow(row)
}

/** Every plan without its tree, newest year first. */
export async function plans(db: Reader): Promise<Plan[]> {
  const rows = await db.selectFrom('plan').selectAll().orderBy('fiscal_year', 'desc').execute()
  return rows.map(planFromRow)
}

export async function insertPlan(tx: Writer, plan: Plan): Promise<void> {
  await tx.insertInto('plan').values(planToRow(plan)).execute()
}

/** Saves over the version that was read; someone else's change in between refuses this one. */
export async function updatePlan(tx: Writer, plan: Plan): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('plan')
    .set({ ...planToRow(plan), version: plan.version + 1 })
    .where('id', '=', plan.id)
    .where('version', '=', plan.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

/** Remembers who wrote, so that the same person cannot decide. Does not count as an edit of the plan. */
export async function addAuthor(tx: Writer, plan: Plan, author: string): Promise<void> {
  if (plan.authors.includes(author)) return
  await tx
    .updateTable('plan')
    .set({ authors: [...plan.authors, author] })
    .where('id', '=', plan.id)
    .execute()
}

function planToRow(plan: Plan) {
  return {
    id: plan.id,
    version: plan.version,
    fiscal_year: plan.fiscalYear,
    state: plan.state,
    title: plan.title,
    subtitle: plan.subtitle,
    purpose: plan.purpose,
    aim: plan.aim,
    goals: [...plan.goals],
    levels: JSON.stringify(plan.levels),
    translations: JSON.stringify(plan.translations),
    authors: [...plan.authors],
    comment_until: plan.commentUntil,
    decided_on: 'decidedOn' in plan ? plan.decidedOn : null,
    decided_by: 'decidedBy' in plan ? plan.decidedBy : null,
    published_on: 'publishedOn' in plan ? plan.publishedOn : null,
  }
}

export function planFromRow(row: Selectable<DB['plan']>): Plan {
  return {
    state: row.state,
    id: row.id,
    version: row.version,
    fiscalYear: row.fiscal_year,
    title: row.title,
    subtitle: row.subtitle,
    purpose: row.purpose,
    aim: row.aim,
    goals: row.goals,
    levels: row.levels,
    translations: row.translations,
    authors: row.authors,
    commentUntil: row.comment_until,
    // The CHECKs of the table promise these in the states that need them.
    ...(row.decided_on !== null && { decidedOn: row.decided_on, decidedBy: row.decided_by }),
    ...(row.published_on !== null && { publishedOn: row.published_on }),
  } as unknown as Plan
}
