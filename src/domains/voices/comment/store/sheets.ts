import type { Reader } from '#platform/database.ts'
import type { EntryId } from '../../paper.ts'
import type { CaseId } from '../case.ts'
import type { CommentId } from '../comment.ts'
import type { Sheet } from '../sheet.ts'

/** Papers of comments: rows of `voice_entry` whose batch belongs to a case. */
const sheets = (db: Reader) =>
  db
    .selectFrom('voice_entry as n')
    .innerJoin('voice_batch as b', 'b.id', 'n.batch_id')
    .leftJoin('voice_comment as c', 'c.id', 'n.comment_id')
    .where('b.case_id', 'is not', null)
    .select([
      'n.id',
      'n.version',
      'n.position',
      'n.state',
      'n.sealed',
      'n.comment_id',
      'n.typed_by',
      'n.typed_at',
      'n.phrase',
      'n.left_out_why',
      'n.check_state',
      'b.id as batch',
      'b.case_id',
      'b.channel',
      'b.received_on',
      'c.number',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof sheets>['executeTakeFirstOrThrow']>>

const fromRow = (row: Row): Sheet =>
  ({
    id: row.id,
    version: row.version,
    caseId: row.case_id,
    batch: row.batch,
    position: row.position,
    channel: row.channel,
    receivedOn: row.received_on,
    state: row.state,
    ...(row.state === 'waiting' && { sealed: row.sealed }),
    ...(row.state === 'taken' && {
      comment: row.comment_id,
      number: row.number,
      phrase: row.phrase,
      check: row.check_state,
    }),
    ...(row.state === 'left-out' && { why: row.left_out_why }),
    ...(row.typed_by && { typedBy: row.typed_by, typedAt: row.typed_at }),
  }) as unknown as Sheet

export async function sheetById(db: Reader, id: EntryId): Promise<Sheet | undefined> {
  const row = await sheets(db).where('n.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The paper from which a comment was typed. */
export async function sheetOf(db: Reader, comment: CommentId): Promise<Sheet | undefined> {
  const row = await sheets(db).where('n.comment_id', '=', comment).executeTakeFirst()
  return row && fromRow(row)
}

/** All papers of a case, in the order in which they came. */
export async function sheetsOf(db: Reader, id: CaseId): Promise<readonly Sheet[]> {
  const rows = await sheets(db)
    .where('b.case_id', '=', id)
    .orderBy('b.begun_at')
    .orderBy('b.id')
    .orderBy('n.position')
    .execute()
  return rows.map(fromRow)
}
