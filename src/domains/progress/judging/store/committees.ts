import type { PlanId } from '#domains/plan/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { Committee } from '../judging.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly plan_id: string
  readonly fiscal_year: number
  readonly occasion: string
  readonly name: string
  readonly scale_id: string
  readonly papers_on: string
  readonly marks_due_on: string
  readonly meeting_on: string
  readonly least_members: number
  readonly state: string
  readonly published_on: string | null
}

const fromRow = (row: Row) =>
  ({
    id: row.id,
    version: row.version,
    planId: row.plan_id,
    fiscalYear: row.fiscal_year,
    occasion: row.occasion,
    name: row.name,
    scaleId: row.scale_id,
    papersOn: row.papers_on,
    marksDueOn: row.marks_due_on,
    meetingOn: row.meeting_on,
    leastMembers: row.least_members,
    state: row.state,
    ...(row.published_on && { publishedOn: row.published_on }),
  }) as unknown as Committee

const toRow = (c: Committee) => ({
  id: c.id,
  version: c.version,
  plan_id: c.planId,
  fiscal_year: c.fiscalYear,
  occasion: c.occasion,
  name: c.name,
  scale_id: c.scaleId,
  papers_on: c.papersOn,
  marks_due_on: c.marksDueOn,
  meeting_on: c.meetingOn,
  least_members: c.leastMembers,
  state: c.state,
  published_on: c.state === 'published' ? c.publishedOn : null,
})

/** Of one plan, or of all; the newest year first, the year's end before its midterm. */
export async function committees(db: Reader, plan?: PlanId): Promise<readonly Committee[]> {
  const rows = await db
    .selectFrom('progress_committee')
    .selectAll()
    .$if(plan !== undefined, (q) => q.where('plan_id', '=', plan ?? ''))
    .orderBy('fiscal_year', 'desc')
    .orderBy('meeting_on', 'desc')
    .execute()
  return rows.map(fromRow)
}

export async function committeeById(db: Reader, id: string): Promise<Committee | undefined> {
  const row = await db
    .selectFrom('progress_committee')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function insertCommittee(tx: Writer, committee: Committee): Promise<void> {
  await tx.insertInto('progress_committee').values(toRow(committee)).execute()
}

/** Its remarks follow its state, and refuse to be published without their answers. */
export async function updateCommittee(tx: Writer, committee: Committee): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('progress_committee')
    .set({ ...toRow(committee), version: committee.version + 1 })
    .where('id', '=', committee.id)
    .where('version', '=', committee.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}
