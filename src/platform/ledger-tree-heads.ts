import type { Kysely } from 'kysely'
import { type IsoDate, localDate } from './calendar.ts'
import type { Ctx } from './context.ts'
import type { Reader } from './database.ts'
import { growTree, rootAt, takeTree, treeSize } from './ledger-tree.ts'
import { type Hash, toHex } from './merkle.ts'
import type { DB } from './tables.ts'

/** 見出し: what the city published on a day. It stands for every entry up to then. */
export interface Head {
  readonly day: IsoDate
  /** How many entries. */
  readonly size: number
  /** Hexadecimal. */
  readonly root: string
  readonly at: Date
}

const fromRow = (row: { day: string; size: number; root: Hash; at: Date }): Head => ({
  day: row.day,
  size: row.size,
  root: toHex(row.root),
  at: row.at,
})

export interface HeadsAsked {
  readonly from?: IsoDate | undefined
  readonly until?: IsoDate | undefined
  /** Those of days before this one. */
  readonly before?: IsoDate | undefined
  /** Those that cover no more than so many entries. */
  readonly within?: number
  readonly limit: number
}

/** Newest first. */
export async function headsOf(db: Reader, asked: HeadsAsked): Promise<Head[]> {
  const { from, until, before, within, limit } = asked
  const rows = await db
    .selectFrom('ledger_head')
    .selectAll()
    .$if(from !== undefined, (q) => q.where('day', '>=', from ?? ''))
    .$if(until !== undefined, (q) => q.where('day', '<=', until ?? ''))
    .$if(before !== undefined, (q) => q.where('day', '<', before ?? ''))
    .$if(within !== undefined, (q) => q.where('size', '<=', within ?? 0))
    .orderBy('day', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/**
 * Grows the tree and publishes the head of today, once a day. That it was published is itself an entry,
 * which the head of tomorrow covers. `isNew` is false where today has its head already.
 */
export async function publishHead(
  db: Kysely<DB>,
  ctx: Pick<Ctx, 'now' | 'record'>,
): Promise<{ readonly head: Head; readonly isNew: boolean }> {
  const day = localDate(ctx.now)
  await growTree(db)
  const [known] = await headsOf(db, { from: day, until: day, limit: 1 })
  if (known) return { head: known, isNew: false }
  try {
    const head = await ctx.record(async (tx) => {
      // Two that publish at once: the second one finds the row of the first.
      await takeTree(tx)
      const size = await treeSize(tx)
      const root = await rootAt(tx, size)
      const row = { day, size, root: Buffer.from(root), at: ctx.now }
      const made = await tx
        .insertInto('ledger_head')
        .values(row)
        .onConflict((oc) => oc.doNothing())
        .returning('day')
        .execute()
      if (made.length === 0) throw new PublishedMeanwhile(day)
      const head = fromRow(row)
      const detail = { size, root: head.root }
      return [head, { fact: 'ledger.head-published', subject: day, basis, detail }]
    })
    return { head, isNew: true }
  } catch (thrown) {
    const [other] = await headsOf(db, { from: day, until: day, limit: 1 })
    if (!(thrown instanceof PublishedMeanwhile) || !other) throw thrown
    return { head: other, isNew: false }
  }
}

const basis = '文書管理規程(台帳の見出しの公表)'

class PublishedMeanwhile extends Error {
  override name = 'PublishedMeanwhile'
}
