import { rowsOf } from '#domains/plan/intake/rows.ts'
import type { Row } from '#domains/plan/intake/sheet.ts'
import type { PlanItem } from '#domains/plan/item.ts'
import type { Plan } from '#domains/plan/plan.ts'
import { planOf } from '#domains/plan/store/plans.ts'
import { treeOf } from '#domains/plan/store/tree.ts'
import { itemsOf, type PlanTree } from '#domains/plan/tree.ts'
import type { Reader } from '#platform/database.ts'
import { must } from '#platform/must.ts'

export const planIn = async (db: Reader, year: number): Promise<Plan> =>
  must(await planOf(db, year), `the plan of ${year}`)

export const treeIn = async (db: Reader, year: number): Promise<PlanTree> =>
  treeOf(db, await planIn(db, year))

export const itemsIn = async (db: Reader, year: number): Promise<readonly PlanItem[]> =>
  itemsOf(await treeIn(db, year))

export const itemIn = async (db: Reader, year: number, code: string): Promise<PlanItem> =>
  must(
    (await itemsIn(db, year)).find((item) => item.code === code),
    `item ${code} of ${year}`,
  )

/** What the printed page of 2012 says of an item, and nothing that was added since. */
export const printedRow = ({ measure, group, code, content }: Row) => ({
  measure: [measure.number, measure.title],
  audience: group.audience,
  heading: group.text,
  code,
  lead: content.lead,
  title: content.title,
  description: content.description,
  departments: content.departments,
})

export const printedRows = async (db: Reader, year: number) =>
  rowsOf(await treeIn(db, year)).map(printedRow)

export interface Entry {
  readonly fact: string
  readonly actor: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** The ledger from its first entry on, or from after entry `since`. */
export async function facts(db: Reader, since = 0): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('ledger')
    .select(['fact', 'actor_id', 'detail'])
    .where('seq', '>', since)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    fact: row.fact,
    actor: row.actor_id,
    detail: (row.detail ?? {}) as Entry['detail'],
  }))
}

export async function lastSeq(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('ledger')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  return Number(row?.seq ?? 0)
}
