import type { Reader, Writer } from '#platform/database.ts'
import type { RoundId, SheetId } from '../progress.ts'

interface HandedSheet {
  readonly id: SheetId
  readonly roundId: RoundId
  readonly section: string
  readonly key: string
  readonly at: Date
  readonly by: string
}

export async function insertSheet(tx: Writer, sheet: HandedSheet): Promise<void> {
  await tx
    .insertInto('progress_sheet')
    .values({
      id: sheet.id,
      round_id: sheet.roundId,
      section: sheet.section,
      key: sheet.key,
      handed_in_at: sheet.at,
      handed_in_by: sheet.by,
    })
    .execute()
}

/** Where its bytes lie; nothing of another round or section, nor once its time of keeping is over. */
export async function sheetKey(
  db: Reader,
  id: SheetId,
  of: { readonly round: RoundId; readonly section: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('progress_sheet')
    .select('key')
    .where('id', '=', id)
    .where('round_id', '=', of.round)
    .where('section', '=', of.section)
    .where('forgotten_at', 'is', null)
    .executeTakeFirst()
  return row?.key
}

/** Handed in before a moment, and still in the store. */
export async function sheetsBefore(
  db: Reader,
  before: Date,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('progress_sheet')
    .select('id')
    .where('handed_in_at', '<', before)
    .where('forgotten_at', 'is', null)
    .orderBy('handed_in_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Their bytes go from the store in the same night. */
export async function forgetSheets(
  tx: Writer,
  ids: readonly string[],
  { now }: { readonly now: Date },
): Promise<void> {
  await tx.updateTable('progress_sheet').set({ forgotten_at: now }).where('id', 'in', ids).execute()
}

/** What the store still holds of the forgotten; a sheet that came in again since is kept for that one. */
export async function forgottenSheets(
  db: Reader,
): Promise<readonly { readonly id: string; readonly keys: readonly string[] }[]> {
  const rows = await db
    .selectFrom('progress_sheet as sheet')
    .select(['sheet.id', 'sheet.key'])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('progress_sheet as living')
            .select('living.id')
            .whereRef('living.key', '=', 'sheet.key')
            .where('living.forgotten_at', 'is', null),
        )
        .as('kept'),
    )
    .where('sheet.forgotten_at', 'is not', null)
    .where('sheet.key', '<>', '')
    .execute()
  return rows.map(({ id, key, kept }) => ({ id, keys: kept ? [] : [key] }))
}

export async function dropSheetKeys(tx: Writer, ids: readonly string[]): Promise<void> {
  await tx.updateTable('progress_sheet').set({ key: '' }).where('id', 'in', ids).execute()
}
