import type { ItemId } from '#domains/plan/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { CommitteeId, CommitteeState, Remark } from '../judging.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly committee_id: string
  readonly item_id: string
  readonly kind: string
  readonly position: number
  readonly text: string
  readonly section: string
  readonly state: string
  readonly stance: string | null
  readonly reason: string
  readonly follow_kind: string | null
  readonly follow_id: string | null
  readonly answered_at: Date | null
  readonly answered_by: string | null
  readonly approved_at: Date | null
  readonly approved_by: string | null
  readonly return_reason: string
}

const fromRow = (row: Row) =>
  ({
    id: row.id,
    version: row.version,
    committeeId: row.committee_id,
    itemId: row.item_id,
    kind: row.kind,
    position: row.position,
    text: row.text,
    section: row.section,
    state: row.state,
    answer: {
      stance: row.stance,
      reason: row.reason,
      follow: row.follow_kind && { kind: row.follow_kind, id: row.follow_id },
    },
    ...(row.answered_at && { answeredAt: row.answered_at, answeredBy: row.answered_by }),
    ...(row.approved_at && { approvedAt: row.approved_at, approvedBy: row.approved_by }),
    ...(row.return_reason && { returnReason: row.return_reason }),
  }) as unknown as Remark

/** Everything but where it hangs: `committee_state` follows the committee by itself. */
const said = (r: Remark) => ({
  version: r.version,
  section: r.section,
  state: r.state,
  stance: r.answer.stance,
  reason: r.answer.reason,
  follow_kind: r.answer.follow?.kind ?? null,
  follow_id: r.answer.follow?.id ?? null,
  answered_at: 'answeredAt' in r ? r.answeredAt : null,
  answered_by: 'answeredBy' in r ? r.answeredBy : null,
  approved_at: r.state === 'approved' ? r.approvedAt : null,
  approved_by: r.state === 'approved' ? r.approvedBy : null,
  return_reason: r.state === 'returned' ? r.returnReason : '',
})

export async function remarks(
  db: Reader,
  which: { readonly committee?: CommitteeId } = {},
): Promise<readonly Remark[]> {
  const rows = await db
    .selectFrom('progress_remark')
    .selectAll()
    .$if(which.committee !== undefined, (q) => q.where('committee_id', '=', which.committee ?? ''))
    .orderBy('item_id')
    .orderBy('position')
    .execute()
  return rows.map(fromRow)
}

export async function remarkById(db: Reader, id: string): Promise<Remark | undefined> {
  const row = await db
    .selectFrom('progress_remark')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** What the meeting says of an item, in the place of what it said before in the same meeting. */
export async function replaceRemarks(
  tx: Writer,
  committee: { readonly id: CommitteeId; readonly state: CommitteeState },
  item: ItemId,
  list: readonly Remark[],
): Promise<void> {
  await tx
    .deleteFrom('progress_remark')
    .where('committee_id', '=', committee.id)
    .where('item_id', '=', item)
    .execute()
  if (!list.length) return
  await tx
    .insertInto('progress_remark')
    .values(
      list.map((r) => ({
        id: r.id,
        committee_id: r.committeeId,
        committee_state: committee.state,
        item_id: r.itemId,
        kind: r.kind,
        position: r.position,
        text: r.text,
        ...said(r),
      })),
    )
    .execute()
}

export async function updateRemark(tx: Writer, remark: Remark): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('progress_remark')
    .set({ ...said(remark), version: remark.version + 1 })
    .where('id', '=', remark.id)
    .where('version', '=', remark.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}
