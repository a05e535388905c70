import type { Reader, Writer } from '#platform/database.ts'
import type { Notice, NoticeId, RecipientId } from '../notice.ts'

type Row = {
  readonly id: string
  readonly kind: string
  readonly thing: string
  readonly path: string
  readonly said: unknown
  readonly sealed: string | null
  readonly posted_at: Date
  readonly expires_at: Date | null
}
const columns = [
  'id',
  'kind',
  'thing',
  'path',
  'said',
  'sealed',
  'posted_at',
  'expires_at',
] as const

const fromRow = (row: Row) =>
  ({
    id: row.id,
    kind: row.kind,
    thing: row.thing,
    path: row.path,
    said: row.said,
    sealed: row.sealed,
    postedAt: row.posted_at,
    expiresAt: row.expires_at,
  }) as Notice

/** Whether it is new: the same key a second time is nothing. */
export async function insertNotice(tx: Writer, notice: Notice, key: string): Promise<boolean> {
  const row = await tx
    .insertInto('notice')
    .values({
      id: notice.id,
      key,
      kind: notice.kind,
      thing: notice.thing,
      path: notice.path,
      said: JSON.stringify(notice.said),
      sealed: notice.sealed,
      posted_at: notice.postedAt,
      expires_at: notice.expiresAt,
    })
    .onConflict((oc) => oc.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function isKeyTaken(db: Reader, key: string): Promise<boolean> {
  const row = await db.selectFrom('notice').select('id').where('key', '=', key).executeTakeFirst()
  return row !== undefined
}

export async function insertRecipients(
  tx: Writer,
  id: NoticeId,
  to: readonly RecipientId[],
  inList: boolean,
): Promise<void> {
  await tx
    .insertInto('notice_recipient')
    .values(to.map((one) => ({ notice_id: id, recipient_id: one, in_list: inList })))
    .execute()
}

export async function noticesById(
  db: Reader,
  ids: readonly NoticeId[],
): Promise<ReadonlyMap<NoticeId, Notice>> {
  if (!ids.length) return new Map()
  const rows = await db
    .selectFrom('notice')
    .select(columns)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(fromRow).map((notice) => [notice.id, notice]))
}

export interface Listed extends Notice {
  readonly readAt: Date | null
}

/** A person's list, newest first. */
export async function listOf(db: Reader, id: RecipientId, limit: number): Promise<Listed[]> {
  const rows = await db
    .selectFrom('notice_recipient')
    .innerJoin('notice', 'notice.id', 'notice_recipient.notice_id')
    .select(columns.map((column) => `notice.${column}` as const))
    .select('notice_recipient.read_at')
    .where('notice_recipient.recipient_id', '=', id)
    .where('notice_recipient.in_list', '=', true)
    .orderBy('notice.posted_at', 'desc')
    .orderBy('notice.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...fromRow(row), readAt: row.read_at }))
}

export async function unreadCount(db: Reader, id: RecipientId): Promise<number> {
  const row = await db
    .selectFrom('notice_recipient')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('recipient_id', '=', id)
    .where('in_list', '=', true)
    .where('read_at', 'is', null)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** The recipient's own, of these ids or all of them; how many were unread until now. */
export async function setRead(
  tx: Writer,
  recipient: RecipientId,
  ids: readonly string[] | 'all',
  at: Date,
): Promise<number> {
  const all = tx
    .updateTable('notice_recipient')
    .set({ read_at: at })
    .where('recipient_id', '=', recipient)
    .where('read_at', 'is', null)
  const { numUpdatedRows } = await (ids === 'all'
    ? all
    : all.where('notice_id', 'in', [...ids])
  ).executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Forgets what was secret in a notice that is on its way to nobody any more. */
export async function wipeSecret(tx: Writer, ids: readonly NoticeId[]): Promise<void> {
  if (!ids.length) return
  await tx
    .updateTable('notice')
    .set({ sealed: null })
    .where('id', 'in', [...ids])
    .where('sealed', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('notice_delivery')
            .select('notice_delivery.id')
            .whereRef('notice_delivery.notice_id', '=', 'notice.id')
            .where('notice_delivery.state', 'in', ['waiting', 'sending']),
        ),
      ),
    )
    .execute()
}
