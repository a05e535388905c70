import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import { standing } from '#platform/recall.ts'
import type { Block, Case } from '../case.ts'

export async function insertBlock(
  tx: Writer,
  of: Case & { readonly authorId: string },
  from: IsoDate,
  until: IsoDate,
): Promise<void> {
  await tx
    .insertInto('moderation_block')
    .values({
      id: newId('mbl'),
      case_id: of.id,
      author_id: of.authorId,
      from_on: from,
      until_on: until,
    })
    .execute()
}

/** Lifts every block of the author that still runs; answers how many there were. */
export async function liftBlocks(tx: Writer, author: string, today: IsoDate): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('moderation_block')
    .set({ lifted_on: today })
    .where('author_id', '=', author)
    .where('until_on', '>=', today)
    .where('lifted_on', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The block of an author that runs on a day, the one that ends last. */
export async function blockOn(
  db: Reader,
  author: string,
  day: IsoDate,
): Promise<Block | undefined> {
  const row = await db
    .selectFrom('moderation_block')
    .selectAll()
    .where('author_id', '=', author)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .where('lifted_on', 'is', null)
    .orderBy('until_on', 'desc')
    .executeTakeFirst()
  return row && { id: row.id, from: row.from_on, until: row.until_on, liftedOn: row.lifted_on }
}

/** Everybody who may not write on a day, with the last day of it: few, and asked by every form. */
export const blocksOn = (db: Reader, day: IsoDate): Promise<ReadonlyMap<string, IsoDate>> =>
  standing(db, `moderation blocks ${day}`, async () => {
    const rows = await db
      .selectFrom('moderation_block')
      .select(['author_id', 'until_on'])
      .where('from_on', '<=', day)
      .where('until_on', '>=', day)
      .where('lifted_on', 'is', null)
      .orderBy('until_on')
      .execute()
    return new Map(rows.map((row) => [row.author_id, row.until_on]))
  })
