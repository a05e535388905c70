import type { PlanId } from '#domains/plan/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import { periods, type Round, type RoundId } from '../progress.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly plan_id: string
  readonly fiscal_year: number
  readonly period: string
  readonly scale_id: string
  readonly opens_on: unknown
  readonly due_on: unknown
  readonly state: string
  readonly note: string
}

const fromRow = (row: Row) =>
  ({
    id: row.id,
    version: row.version,
    planId: row.plan_id,
    fiscalYear: row.fiscal_year,
    period: row.period,
    scaleId: row.scale_id,
    opensOn: row.opens_on,
    dueOn: row.due_on,
    state: row.state,
    note: row.note,
  }) as unknown as Round

const toRow = (r: Round) => ({
  id: r.id,
  version: r.version,
  plan_id: r.planId,
  fiscal_year: r.fiscalYear,
  period: r.period,
  scale_id: r.scaleId,
  opens_on: r.opensOn,
  due_on: r.dueOn,
  state: r.state,
  note: r.note,
})

/** Of one plan, or of all, in the order of the year. */
export async function rounds(db: Reader, plan?: PlanId): Promise<readonly Round[]> {
  const rows = await db
    .selectFrom('progress_round')
    .selectAll()
    .$if(plan !== undefined, (q) => q.where('plan_id', '=', plan ?? ''))
    .orderBy('fiscal_year')
    .orderBy('due_on')
    .execute()
  const place = ({ period }: Round) => periods.indexOf(period)
  return rows.map(fromRow).sort((a, b) => a.fiscalYear - b.fiscalYear || place(a) - place(b))
}

export async function roundById(db: Reader, id: RoundId): Promise<Round | undefined> {
  const row = await db
    .selectFrom('progress_round')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function insertRound(tx: Writer, round: Round): Promise<void> {
  await tx.insertInto('progress_round').values(toRow(round)).execute()
}

export async function updateRound(tx: Writer, round: Round): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('progress_round')
    .set({ ...toRow(round), version: round.version + 1 })
    .where('id', '=', round.id)
    .where('version', '=', round.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}
