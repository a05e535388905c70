import type { Selectable } from 'kysely'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { standing } from '#platform/recall.ts'
import { accept, no, Refused } from '#platform/result.ts'
import type { DB } from '#platform/tables.ts'
import type { District, DistrictId, DistrictName } from '../district.ts'

/** Every district that ever was, in the city's order. */
export function districts(db: Reader): Promise<readonly District[]> {
  return standing(db, 'districts', async () => {
    const rows = await db
      .selectFrom('district_entry')
      .selectAll()
      .orderBy('position')
      .orderBy('from_on')
      .orderBy('id')
      .execute()
    return rows.map(fromRow)
  })
}

export async function districtById(db: Reader, id: string): Promise<District | undefined> {
  const row = await db
    .selectFrom('district_entry')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Refused where another one is called so. */
export async function insertDistrict(tx: Writer, one: District): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('district_entry')
    .values({ ...toRow(one), id: one.id, version: one.version })
    .onConflict((oc) => oc.column('name').where('to_on', 'is', null).doNothing())
    .executeTakeFirst()
  if (Number(numInsertedOrUpdatedRows ?? 0) === 0)
    accept(no({ kind: 'refused', reason: 'district-exists', place: one.name }))
}

/** Over the version that was read. */
export async function updateDistrict(tx: Writer, one: District): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('district_entry')
    .set({ ...toRow(one), version: one.version + 1 })
    .where('id', '=', one.id)
    .where('version', '=', one.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

/** The order of the list; it is nobody's version. */
export async function placeDistricts(tx: Writer, ids: readonly DistrictId[]): Promise<void> {
  for (const [at, id] of ids.entries())
    await tx
      .updateTable('district_entry')
      .set({ position: at + 1 })
      .where('id', '=', id)
      .execute()
}

const toRow = (one: DistrictName & Pick<District, 'position' | 'from' | 'to' | 'replacedBy'>) => ({
  name: one.name,
  reading: one.reading,
  en: one.en,
  ko: one.ko,
  position: one.position,
  from_on: one.from,
  to_on: one.to,
  replaced_by: one.replacedBy,
})

const fromRow = (row: Selectable<DB['district_entry']>): District => ({
  id: row.id as DistrictId,
  version: row.version,
  name: row.name,
  reading: row.reading,
  en: row.en,
  ko: row.ko,
  position: row.position,
  from: row.from_on as IsoDate,
  to: row.to_on as IsoDate | null,
  replacedBy: row.replaced_by as DistrictId | null,
})
