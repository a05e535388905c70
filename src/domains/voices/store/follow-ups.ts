import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Id } from '#platform/id.ts'
import { Refused } from '#platform/result.ts'
import type { PointId } from '../point.ts'

export type FollowUpId = Id<'vfu'>

/** 検討します, as a dated task: what was promised, by when, and what came of it. */
export interface FollowUp {
  readonly id: FollowUpId
  readonly version: number
  readonly point: PointId
  readonly section: string
  readonly promise: string
  readonly dueOn: IsoDate
  /** null while it is open. */
  readonly done: { readonly result: string; readonly at: Date; readonly by: string } | null
}

export async function insertFollowUp(
  tx: Writer,
  { id, point, section, promise, dueOn }: Omit<FollowUp, 'version' | 'done'>,
): Promise<void> {
  await tx
    .insertInto('voice_follow_up')
    .values({ id, point_id: point, section, promise, due_on: dueOn, state: 'open' })
    .execute()
}

export async function followUpsOf(
  db: Reader,
  points: readonly PointId[],
): Promise<readonly FollowUp[]> {
  if (!points.length) return []
  const rows = await db
    .selectFrom('voice_follow_up')
    .selectAll()
    .where('point_id', 'in', points)
    .orderBy('due_on')
    .execute()
  return rows.map(
    (row) =>
      ({
        id: row.id,
        version: row.version,
        point: row.point_id,
        section: row.section,
        promise: row.promise,
        dueOn: row.due_on,
        done: row.done_at && { result: row.result, at: row.done_at, by: row.done_by },
      }) as unknown as FollowUp,
  )
}

export async function endFollowUp(
  tx: Writer,
  { id, version }: Pick<FollowUp, 'id' | 'version'>,
  { result, at, by }: NonNullable<FollowUp['done']>,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('voice_follow_up')
    .set({ state: 'done', result, done_at: at, done_by: by, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}
