import type { ItemId } from '#domains/plan/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { FileId } from '../evidence.ts'
import type { Report, ReportContent, ReportId, RoundId } from '../progress.ts'
import { filesOf } from './evidence.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly round_id: string
  readonly item_id: string
  readonly side: string
  readonly asked: string
  readonly state: string
  readonly content: unknown
  readonly requested_at: Date
  readonly submitted_at: Date | null
  readonly submitted_by: string | null
  readonly confirmed_at: Date | null
  readonly confirmed_by: string | null
  readonly return_reason: string
}

/** What was written before reports named districts named none. */
const wholeContent = (content: unknown) => ({ districts: [], ...(content as object) })

const fromRow = (row: Row) =>
  ({
    id: row.id,
    version: row.version,
    roundId: row.round_id,
    itemId: row.item_id,
    side: row.side,
    asked: row.asked,
    state: row.state,
    content: wholeContent(row.content),
    requestedAt: row.requested_at,
    ...(row.submitted_at && { submittedAt: row.submitted_at, submittedBy: row.submitted_by }),
    ...(row.confirmed_at && { confirmedAt: row.confirmed_at, confirmedBy: row.confirmed_by }),
    ...(row.return_reason && { returnReason: row.return_reason }),
  }) as unknown as Report

const toRow = (r: Report) => ({
  id: r.id,
  version: r.version,
  round_id: r.roundId,
  item_id: r.itemId,
  side: r.side,
  asked: r.asked,
  state: r.state,
  content: JSON.stringify(r.content),
  requested_at: r.requestedAt,
  submitted_at: 'submittedAt' in r ? r.submittedAt : null,
  submitted_by: 'submittedBy' in r ? r.submittedBy : null,
  confirmed_at: r.state === 'confirmed' ? r.confirmedAt : null,
  confirmed_by: r.state === 'confirmed' ? r.confirmedBy : null,
  return_reason: r.state === 'returned' ? r.returnReason : '',
})

export interface WhichReports {
  readonly rounds?: readonly RoundId[]
  readonly items?: readonly ItemId[]
}

/** The city's first, then the groups', in the order in which they were asked. */
export async function reports(db: Reader, which: WhichReports): Promise<readonly Report[]> {
  if (which.rounds?.length === 0 || which.items?.length === 0) return []
  const rows = await db
    .selectFrom('progress_report')
    .selectAll()
    .$if(which.rounds !== undefined, (q) => q.where('round_id', 'in', which.rounds ?? []))
    .$if(which.items !== undefined, (q) => q.where('item_id', 'in', which.items ?? []))
    .orderBy('side')
    .orderBy('requested_at')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function reportById(db: Reader, id: ReportId): Promise<Report | undefined> {
  const row = await db
    .selectFrom('progress_report')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function insertReport(tx: Writer, report: Report): Promise<void> {
  await tx.insertInto('progress_report').values(toRow(report)).execute()
}

export async function updateReport(tx: Writer, report: Report): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('progress_report')
    .set({ ...toRow(report), version: report.version + 1 })
    .where('id', '=', report.id)
    .where('version', '=', report.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

/** What was handed in, as it was: a later hand-in stands beside it. */
export interface HandedIn {
  readonly no: number
  readonly content: ReportContent
  /** What it was proved with. */
  readonly files: readonly FileId[]
  readonly at: Date
  readonly by: string
}

export async function keepVersion(
  tx: Writer,
  id: ReportId,
  handed: Omit<HandedIn, 'no' | 'files'>,
): Promise<void> {
  const { n } = await tx
    .selectFrom('progress_report_version')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('report_id', '=', id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('progress_report_version')
    .values({
      report_id: id,
      no: Number(n) + 1,
      content: JSON.stringify(handed.content),
      files: JSON.stringify((await filesOf(tx, [id])).map((file) => file.id)),
      at: handed.at,
      by: handed.by,
    })
    .execute()
}

/** Everything that was ever handed in for a report, first first. */
export async function versions(db: Reader, id: ReportId): Promise<readonly HandedIn[]> {
  const rows = await db
    .selectFrom('progress_report_version')
    .select(['no', 'content', 'files', 'at', 'by'])
    .where('report_id', '=', id)
    .orderBy('no')
    .execute()
  return rows.map((row) => ({
    ...row,
    content: wholeContent(row.content),
  })) as unknown as readonly HandedIn[]
}
