import type { Selectable } from 'kysely'
import { fiscalYearOf, type IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { VoiceCommentCase as Row } from '#platform/tables.ts'
import type { CaseFile, CaseId, CommentCase, Edition, Passage } from '../case.ts'

const fromRow = (row: Selectable<Row>): CommentCase =>
  ({
    id: row.id,
    version: row.version,
    number: row.number,
    title: row.title,
    basis: row.basis,
    reason: row.reason,
    section: row.section,
    contact: row.contact,
    planYear: row.plan_year,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    shortReason: row.short_reason,
    firstClosesOn: row.first_closes_on,
    extendedReason: row.extended_reason,
    resultNote: row.result_note,
    categories: row.categories,
    state: row.state,
    madeAt: row.made_at,
    madeBy: row.made_by,
    ...(row.submitted_by && { submittedBy: row.submitted_by }),
    ...(row.approved_by && { approvedBy: row.approved_by }),
    ...(row.published_on && { publishedOn: row.published_on }),
  }) as unknown as CommentCase

const toRow = (one: CommentCase) => ({
  number: one.number,
  title: one.title,
  basis: one.basis,
  reason: one.reason,
  section: one.section,
  contact: one.contact,
  plan_year: one.planYear,
  opens_on: one.opensOn,
  closes_on: one.closesOn,
  short_reason: one.shortReason,
  first_closes_on: one.firstClosesOn,
  extended_reason: one.extendedReason,
  result_note: one.resultNote,
  categories: one.categories && JSON.stringify(one.categories),
  state: one.state,
  made_at: one.madeAt,
  made_by: one.madeBy,
  submitted_by: 'submittedBy' in one ? one.submittedBy : null,
  approved_by: 'approvedBy' in one ? one.approvedBy : null,
  published_on: 'publishedOn' in one ? one.publishedOn : null,
})

export async function insertCase(tx: Writer, one: CommentCase): Promise<void> {
  await tx
    .insertInto('voice_comment_case')
    .values({ id: one.id, version: one.version, ...toRow(one) })
    .execute()
}

/** As it was read, changed; stale when somebody was sooner. */
export async function updateCase(tx: Writer, one: CommentCase): Promise<CommentCase> {
  const { numUpdatedRows } = await tx
    .updateTable('voice_comment_case')
    .set({ ...toRow(one), version: one.version + 1 })
    .where('id', '=', one.id)
    .where('version', '=', one.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
  return { ...one, version: one.version + 1 }
}

/** 2012-3: the third case of the fiscal year. */
export async function nextNumber(tx: Writer, today: IsoDate): Promise<string> {
  const year = fiscalYearOf(today)
  const rows = await tx
    .selectFrom('voice_comment_case')
    .select('number')
    .where('number', 'like', `${year}-%`)
    .execute()
  const last = Math.max(0, ...rows.map(({ number }) => Number(number.split('-')[1])))
  return `${year}-${last + 1}`
}

export async function caseById(db: Reader, id: CaseId): Promise<CommentCase | undefined> {
  const row = await db
    .selectFrom('voice_comment_case')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function caseNumbered(db: Reader, number: string): Promise<CommentCase | undefined> {
  const row = await db
    .selectFrom('voice_comment_case')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  return row && fromRow(row)
}

const all = (db: Reader) =>
  db.selectFrom('voice_comment_case').selectAll().orderBy('closes_on', 'desc').orderBy('id', 'desc')

export const allCases = async (db: Reader): Promise<readonly CommentCase[]> =>
  (await all(db).execute()).map(fromRow)

/** What everybody may know of, the latest end first. */
export const announcedCases = async (db: Reader): Promise<readonly CommentCase[]> =>
  (await all(db).where('state', 'not in', ['planned', 'ready']).execute()).map(fromRow)

/** Whose first day has come, and whose last day is over. */
export async function turningCases(db: Reader, today: IsoDate): Promise<readonly CommentCase[]> {
  const rows = await all(db)
    .where((e) =>
      e.or([
        e.and([e('state', '=', 'ready'), e('opens_on', '<=', today)]),
        e.and([e('state', '=', 'open'), e('closes_on', '<', today)]),
      ]),
    )
    .execute()
  return rows.map(fromRow)
}

export async function passagesOf(
  db: Reader,
  id: CaseId,
  edition: Edition,
): Promise<readonly Passage[]> {
  return db
    .selectFrom('voice_comment_passage')
    .select(['no', 'chapter', 'text', 'page', 'line'])
    .where('case_id', '=', id)
    .where('edition', '=', edition)
    .orderBy('no')
    .execute()
}

export async function putPassages(
  tx: Writer,
  id: CaseId,
  edition: Edition,
  passages: readonly Passage[],
): Promise<void> {
  await tx
    .deleteFrom('voice_comment_passage')
    .where('case_id', '=', id)
    .where('edition', '=', edition)
    .execute()
  if (passages.length)
    await tx
      .insertInto('voice_comment_passage')
      .values(passages.map((one) => ({ case_id: id, edition, ...one })))
      .execute()
}

const fileFrom = (row: {
  readonly id: string
  readonly case_id: string
  readonly name: string
  readonly key: string
  readonly media_type: string
  readonly bytes: number
}): CaseFile =>
  ({
    id: row.id,
    caseId: row.case_id,
    name: row.name,
    key: row.key,
    mediaType: row.media_type,
    bytes: row.bytes,
  }) as unknown as CaseFile

export async function caseFiles(db: Reader, id: CaseId): Promise<readonly CaseFile[]> {
  const rows = await db
    .selectFrom('voice_comment_file')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(fileFrom)
}

export async function insertCaseFile(
  tx: Writer,
  file: CaseFile,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  const { id, caseId, name, key, mediaType, bytes } = file
  await tx
    .insertInto('voice_comment_file')
    .values({
      id,
      case_id: caseId,
      name,
      key,
      media_type: mediaType,
      bytes,
      added_at: at,
      added_by: by,
    })
    .execute()
}
