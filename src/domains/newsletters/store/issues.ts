import type { Selectable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { DB } from '#platform/tables.ts'
import type { Content, Issue, IssueId, Segment } from '../newsletter.ts'

const fromRow = (row: Selectable<DB['newsletter_issue']>) =>
  ({
    id: row.id,
    version: row.version,
    state: row.state,
    content: row.content,
    segment: row.segment,
    authors: row.authors,
    writtenAt: row.written_at,
    submittedBy: row.submitted_by,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    note: row.note,
    sentAt: row.sent_at,
    counted: row.counted,
    posted: row.posted,
    cursor: row.cursor,
  }) as unknown as Issue

/** Newest first; what was dropped last. */
export async function allIssues(db: Reader, limit: number): Promise<readonly Issue[]> {
  const rows = await db
    .selectFrom('newsletter_issue')
    .selectAll()
    .orderBy('written_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

export async function issueById(db: Reader, id: string): Promise<Issue | undefined> {
  const row = await db
    .selectFrom('newsletter_issue')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** The same, held until the commit: two clicks at once are one after the other. */
export async function lockIssue(tx: Writer, id: string): Promise<Issue | undefined> {
  const row = await tx
    .selectFrom('newsletter_issue')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function issuesIn(db: Reader, state: Issue['state']): Promise<readonly Issue[]> {
  const rows = await db
    .selectFrom('newsletter_issue')
    .selectAll()
    .where('state', '=', state)
    .orderBy('written_at')
    .execute()
  return rows.map(fromRow)
}

const sent = (db: Reader) => db.selectFrom('newsletter_issue').where('sent_at', 'is not', null)

/** What was sent stands in public, newest first. */
export async function publicIssues(
  db: Reader,
  page: number,
  size: number,
): Promise<{ readonly list: readonly Issue[]; readonly count: number }> {
  const count = await sent(db)
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirst()
  const rows = await sent(db)
    .selectAll()
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { list: rows.map(fromRow), count: Number(count?.n ?? 0) }
}

export async function publicIssue(db: Reader, id: string): Promise<Issue | undefined> {
  const row = await sent(db).selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function insertIssue(
  tx: Writer,
  id: IssueId,
  content: Content,
  segment: Segment,
  by: { readonly author: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('newsletter_issue')
    .values({
      id,
      state: 'draft',
      content: JSON.stringify(content),
      segment: JSON.stringify(segment),
      authors: JSON.stringify([by.author]),
      written_at: by.at,
    })
    .execute()
}

/** Writes it, if nobody else has since that version. */
export async function saveIssue(
  tx: Writer,
  { id, version }: Pick<Issue, 'id' | 'version'>,
  content: Content,
  segment: Segment,
  authors: readonly string[],
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('newsletter_issue')
    .set({
      version: version + 1,
      content: JSON.stringify(content),
      segment: JSON.stringify(segment),
      authors: JSON.stringify(authors),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

interface Move {
  readonly submitted_by?: string | null
  readonly submitted_at?: Date | null
  readonly approved_by?: string | null
  readonly approved_at?: Date | null
  readonly note?: string
  readonly sent_by?: string
  readonly sent_at?: Date
  readonly counted?: number
  readonly finished_at?: Date
}

export async function moveIssue(
  tx: Writer,
  { id, version }: Pick<Issue, 'id' | 'version'>,
  state: Issue['state'],
  rest: Move,
): Promise<void> {
  await tx
    .updateTable('newsletter_issue')
    .set({ ...rest, state, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export async function goOn(tx: Writer, id: IssueId, cursor: string, posted: number): Promise<void> {
  await tx.updateTable('newsletter_issue').set({ cursor, posted }).where('id', '=', id).execute()
}
