import type { Selectable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { Id } from '#platform/id.ts'
import { accept, no, Refused } from '#platform/result.ts'
import type { VoiceObjection } from '#platform/tables.ts'
import type { PointId } from '../point.ts'

/** 要旨への申し出 — the sender says that a gist is not what they meant. The words lie sealed. */
export type ObjectionId = Id<'vob'>

export interface Objection {
  readonly id: ObjectionId
  readonly point: PointId
  readonly sealed: string
  readonly at: Date
  /** null while nobody has looked at it. */
  readonly settled: {
    readonly outcome: 'changed' | 'kept'
    readonly reason: string
    readonly at: Date
    readonly by: string
  } | null
}

const fromRow = (row: Selectable<VoiceObjection>): Objection =>
  ({
    id: row.id,
    point: row.point_id,
    sealed: row.sealed,
    at: row.at,
    settled: row.settled_at && {
      outcome: row.outcome,
      reason: row.reason,
      at: row.settled_at,
      by: row.settled_by,
    },
  }) as unknown as Objection

/** All that was objected to these points, oldest first. */
export async function objectionsOf(
  db: Reader,
  points: readonly PointId[],
): Promise<readonly Objection[]> {
  if (!points.length) return []
  const rows = await db
    .selectFrom('voice_objection')
    .selectAll()
    .where('point_id', 'in', points)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** What waits for somebody to look at it, oldest first. */
export async function openObjections(db: Reader, limit: number): Promise<readonly Objection[]> {
  const rows = await db
    .selectFrom('voice_objection')
    .selectAll()
    .where('settled_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** Refused where one is open already: a second form of the same page. */
export async function insertObjection(
  tx: Writer,
  { id, point, sealed, at }: Omit<Objection, 'settled'>,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('voice_objection')
    .values({ id, point_id: point, sealed, at })
    .onConflict((oc) => oc.column('point_id').where('settled_at', 'is', null).doNothing())
    .executeTakeFirst()
  if (Number(numInsertedOrUpdatedRows ?? 0) === 0)
    accept(no({ kind: 'refused', reason: 'objection-open', place: 'objection' }))
}

/** Stale when somebody was sooner. */
export async function settle(
  tx: Writer,
  id: ObjectionId,
  { outcome, reason, at, by }: NonNullable<Objection['settled']>,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('voice_objection')
    .set({ outcome, reason, settled_at: at, settled_by: by })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}
