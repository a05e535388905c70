import type { Reader, Writer } from '#platform/database.ts'
import type { CaseId } from '../comment/case.ts'
import type { Batch, BatchId } from '../paper.ts'
import type { PointId } from '../point.ts'
import type { VoiceId } from '../voice.ts'

/** A batch of which sheets still wait to be typed. */
export interface OpenBatch extends Pick<Batch, 'id' | 'receivedOn' | 'begunBy'> {
  /** The draft on which it comments; null for voices. */
  readonly caseId: CaseId | null
  readonly waiting: number
}

/** Batches that are not done, of one person or of all; oldest first. */
export async function openBatches(
  db: Reader,
  { by, limit }: { readonly by?: string; readonly limit: number },
): Promise<readonly OpenBatch[]> {
  const rows = await db
    .selectFrom('voice_batch as b')
    .innerJoin('voice_entry as n', 'n.batch_id', 'b.id')
    .where('n.state', '=', 'waiting')
    .$if(by !== undefined, (q) => q.where('b.begun_by', '=', by ?? ''))
    .select((e) => [
      'b.id',
      'b.received_on',
      'b.begun_by',
      'b.case_id',
      e.fn.countAll<string>().as('waiting'),
    ])
    .groupBy(['b.id', 'b.received_on', 'b.begun_by', 'b.case_id'])
    .orderBy('b.received_on')
    .orderBy('b.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id as BatchId,
    receivedOn: row.received_on,
    begunBy: row.begun_by,
    caseId: row.case_id as CaseId | null,
    waiting: Number(row.waiting),
  }))
}

/** False where it is somebody else's by now. */
export async function giveBatch(
  tx: Writer,
  id: BatchId,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('voice_batch')
    .set({ begun_by: to })
    .where('id', '=', id)
    .where('begun_by', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** An answer that somebody handed in and that has not gone out. */
export interface HandedIn {
  readonly id: PointId
  readonly voice: VoiceId
  readonly number: string
  readonly no: number
  readonly section: string
  readonly state: 'submitted' | 'returned'
  readonly gist: string
}

export async function handedInBy(
  db: Reader,
  person: string,
  limit: number,
): Promise<readonly HandedIn[]> {
  const rows = await db
    .selectFrom('voice_point as p')
    .innerJoin('voice as v', 'v.id', 'p.voice_id')
    .select(['p.id', 'p.voice_id', 'v.number', 'p.no', 'p.section', 'p.state', 'p.gist'])
    .where('p.state', 'in', ['submitted', 'returned'])
    .where('p.submitted_by', '=', person)
    .orderBy('p.due_on')
    .orderBy('p.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, voice: row.voice_id }) as unknown as HandedIn)
}
