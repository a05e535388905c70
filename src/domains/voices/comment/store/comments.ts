import type { Selectable } from 'kysely'
import type { Tongue } from '#domains/residents/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { VoiceComment as Row, VoiceCommentOpinion } from '#platform/tables.ts'
import type { CaseId } from '../case.ts'
import type { Comment, CommentId, Opinion, OpinionId } from '../comment.ts'

const fromRow = (row: Selectable<Row>): Comment =>
  ({
    id: row.id,
    caseId: row.case_id,
    receipt: row.receipt_id,
    number: row.number,
    channel: row.channel,
    receivedOn: row.received_on,
    takenAt: row.taken_at,
    takenBy: row.taken_by,
    language: row.language,
    tie: row.tie,
  }) as unknown as Comment

export async function insertComment(
  tx: Writer,
  one: Comment,
  senderMark: string | null,
): Promise<void> {
  await tx
    .insertInto('voice_comment')
    .values({
      id: one.id,
      case_id: one.caseId,
      receipt_id: one.receipt,
      number: one.number,
      channel: one.channel,
      received_on: one.receivedOn,
      taken_at: one.takenAt,
      taken_by: one.takenBy,
      language: one.language,
      tie: one.tie,
      sender_mark: senderMark,
    })
    .execute()
}

/** As a second person read it from the paper. */
export async function changeComment(
  tx: Writer,
  { id, tie, language }: Comment,
  senderMark: string | null,
): Promise<void> {
  await tx
    .updateTable('voice_comment')
    .set({ tie, language, sender_mark: senderMark })
    .where('id', '=', id)
    .execute()
}

/** In the order in which they came. */
export async function commentsOf(db: Reader, id: CaseId): Promise<readonly Comment[]> {
  const rows = await db
    .selectFrom('voice_comment')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('received_on')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function commentById(db: Reader, id: CommentId): Promise<Comment | undefined> {
  const row = await db
    .selectFrom('voice_comment')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function commentOfReceipt(db: Reader, receipt: string): Promise<Comment | undefined> {
  const row = await db
    .selectFrom('voice_comment')
    .selectAll()
    .where('receipt_id', '=', receipt)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** 提出者数: whoever gave no name is somebody of their own each time, because nobody can know better. */
export async function personsOf(db: Reader, id: CaseId): Promise<number> {
  const { persons } = await db
    .selectFrom('voice_comment')
    .select((e) => e.fn.count<string>(e.fn.coalesce('sender_mark', 'id')).distinct().as('persons'))
    .where('case_id', '=', id)
    .executeTakeFirstOrThrow()
  return Number(persons)
}

type SealedTable = 'voice_comment_original' | 'voice_comment_sender'

export async function putSealed(
  tx: Writer,
  table: SealedTable,
  id: CommentId,
  sealed: string,
): Promise<void> {
  await tx
    .insertInto(table)
    .values({ comment_id: id, sealed })
    .onConflict((on) => on.column('comment_id').doUpdateSet({ sealed }))
    .execute()
}

export async function sealedOf(
  db: Reader,
  table: SealedTable,
  id: CommentId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom(table)
    .select('sealed')
    .where('comment_id', '=', id)
    .executeTakeFirst()
  return row?.sealed
}

/** All words of a case, under their seals; none of those that are not kept any more. */
export async function sealedWordsOf(
  db: Reader,
  id: CaseId,
): Promise<
  readonly { readonly comment: CommentId; readonly language: Tongue; readonly sealed: string }[]
> {
  const rows = await db
    .selectFrom('voice_comment as c')
    .innerJoin('voice_comment_original as o', 'o.comment_id', 'c.id')
    .select(['c.id', 'c.language', 'o.sealed'])
    .where('c.case_id', '=', id)
    .execute()
  return rows.map(({ id: comment, language, sealed }) => ({
    comment: comment as CommentId,
    language: language as Tongue,
    sealed,
  }))
}

const opinionFrom = (row: Selectable<VoiceCommentOpinion>): Opinion =>
  ({
    id: row.id,
    version: row.version,
    caseId: row.case_id,
    comment: row.comment_id,
    no: row.no,
    passage: row.passage_no,
    place: row.place,
    gist: row.gist,
    category: row.category,
    cityView: row.city_view,
    changed: row.changed,
    sameAs: row.same_as,
  }) as unknown as Opinion

const opinionRow = (one: Opinion) => ({
  passage_no: one.passage,
  place: one.place,
  gist: one.gist,
  category: one.category,
  city_view: one.cityView,
  changed: one.changed,
  same_as: one.sameAs,
})

export async function opinionsOf(db: Reader, id: CaseId): Promise<readonly Opinion[]> {
  const rows = await db
    .selectFrom('voice_comment_opinion')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('no')
    .execute()
  return rows.map(opinionFrom)
}

export async function opinionById(db: Reader, id: string): Promise<Opinion | undefined> {
  const row = await db
    .selectFrom('voice_comment_opinion')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && opinionFrom(row)
}

/** As the next number of the case. */
export async function insertOpinion(
  tx: Writer,
  one: Omit<Opinion, 'no' | 'version'>,
): Promise<Opinion> {
  const { last } = await tx
    .selectFrom('voice_comment_opinion')
    .select((e) => e.fn.max('no').as('last'))
    .where('case_id', '=', one.caseId)
    .executeTakeFirstOrThrow()
  const opinion: Opinion = { ...one, version: 1, no: Number(last ?? 0) + 1 }
  await tx
    .insertInto('voice_comment_opinion')
    .values({
      id: opinion.id,
      version: opinion.version,
      case_id: opinion.caseId,
      comment_id: opinion.comment,
      no: opinion.no,
      ...opinionRow(opinion),
    })
    .execute()
  return opinion
}

export async function updateOpinion(tx: Writer, one: Opinion): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('voice_comment_opinion')
    .set({ ...opinionRow(one), version: one.version + 1 })
    .where('id', '=', one.id)
    .where('version', '=', one.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

/** Its number stays unused: a gap is better than a row that changes its name. */
export async function deleteOpinion(tx: Writer, id: OpinionId): Promise<void> {
  await tx.deleteFrom('voice_comment_opinion').where('id', '=', id).execute()
}
