import type { Reader, Writer } from '#platform/database.ts'

/** Columns of this chapter that hold sealed texts: a new one joins rotation by a line here. */
export const sealedTables = ['resident_contact', 'resident_code', 'resident_addition'] as const
export type SealedTable = (typeof sealedTables)[number]

export const sealedPlace = (table: SealedTable, id: string) => `${table}.sealed:${id}`

/** By id, a batch at a time, so that it can be taken up again where it stopped. */
export const sealedAfter = (db: Reader, table: SealedTable, after: string, limit: number) =>
  db
    .selectFrom(table)
    .select(['id', 'sealed'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()

/** Only if nobody changed it meanwhile. */
export async function reseal(
  tx: Writer,
  table: SealedTable,
  id: string,
  before: string,
  after: string,
) {
  await tx
    .updateTable(table)
    .set({ sealed: after })
    .where('id', '=', id)
    .where('sealed', '=', before)
    .execute()
}
