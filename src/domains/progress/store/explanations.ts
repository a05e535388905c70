import type { ItemId } from '#domains/plan/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Explanation } from '../progress.ts'

/** Newest first; the newest word on an alarm is the one that stands beside it. */
export async function explanations(
  db: Reader,
  items: readonly ItemId[],
): Promise<readonly Explanation[]> {
  if (!items.length) return []
  const rows = await db
    .selectFrom('progress_explanation')
    .selectAll()
    .where('item_id', 'in', items)
    .orderBy('said_at', 'desc')
    .execute()
  return rows.map(
    (row) =>
      ({
        id: row.id,
        itemId: row.item_id,
        alarm: row.alarm,
        text: row.text,
        saidBy: row.said_by,
        saidAt: row.said_at,
        untilOn: row.until_on,
      }) as unknown as Explanation,
  )
}

export async function insertExplanation(tx: Writer, said: Explanation): Promise<void> {
  await tx
    .insertInto('progress_explanation')
    .values({
      id: said.id,
      item_id: said.itemId,
      alarm: said.alarm,
      text: said.text,
      said_by: said.saidBy,
      said_at: said.saidAt,
      until_on: said.untilOn,
    })
    .execute()
}
