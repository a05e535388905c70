import { sql } from 'kysely'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import type { PointId } from '../point.ts'
import type { VoiceId } from '../voice.ts'
import type { FollowUp, FollowUpId } from './follow-ups.ts'

/** A promise as the desk lists it: with the voice to which it was made. */
export interface MadePromise extends FollowUp {
  readonly voice: VoiceId
  readonly number: string
  readonly gist: string
}

const promises = (db: Reader) =>
  db
    .selectFrom('voice_follow_up as f')
    .innerJoin('voice_point as p', 'p.id', 'f.point_id')
    .innerJoin('voice as v', 'v.id', 'p.voice_id')
    .select([
      ...(['f.id', 'f.version', 'f.point_id', 'f.section', 'f.promise', 'f.due_on'] as const),
      ...(['f.result', 'f.done_at', 'f.done_by', 'p.voice_id', 'p.gist', 'v.number'] as const),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof promises>['execute']>>[number]

const fromRow = (row: Row): MadePromise => ({
  id: row.id as FollowUpId,
  version: row.version,
  point: row.point_id as PointId,
  section: row.section,
  promise: row.promise,
  dueOn: row.due_on,
  done: row.done_at && { result: row.result, at: row.done_at, by: row.done_by ?? '' },
  voice: row.voice_id as VoiceId,
  number: row.number,
  gist: row.gist,
})

export async function promiseById(db: Reader, id: string): Promise<MadePromise | undefined> {
  const row = await promises(db).where('f.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Promises that nobody has kept or closed, the nearest day first. null: of every section. */
export async function openPromises(
  db: Reader,
  sections: readonly string[] | null,
  {
    after,
    limit,
  }: {
    readonly after?: { readonly on: IsoDate; readonly id: string } | undefined
    readonly limit: number
  },
): Promise<readonly MadePromise[]> {
  const rows = await promises(db)
    .where('f.state', '=', 'open')
    .$if(sections !== null, (q) => q.where('f.section', 'in', sections?.length ? sections : ['']))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(f.due_on, f.id) > (${after?.on}::date, ${after?.id})`),
    )
    .orderBy('f.due_on')
    .orderBy('f.id')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}
