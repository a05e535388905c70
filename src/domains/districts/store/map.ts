import type { Reader, Writer } from '#platform/database.ts'
import { standing } from '#platform/recall.ts'
import { Refused } from '#platform/result.ts'
import type { CityMap } from '../map.ts'

/** 市の地図; undefined in a city that has handed in none. */
export function cityMap(db: Reader): Promise<CityMap | undefined> {
  return standing(db, 'city map', async () => {
    const row = await db
      .selectFrom('district_map')
      .selectAll()
      .where('id', '=', 'city')
      .executeTakeFirst()
    return row && { ...(row.shape as unknown as Omit<CityMap, 'version'>), version: row.version }
  })
}

/** The whole map, over the one before. */
export async function putMap(tx: Writer, map: Omit<CityMap, 'version'>): Promise<void> {
  const shape = JSON.stringify(map)
  await tx
    .insertInto('district_map')
    .values({ id: 'city', shape })
    .onConflict((oc) =>
      oc.column('id').doUpdateSet((eb) => ({ shape, version: eb('district_map.version', '+', 1) })),
    )
    .execute()
}

/** The version that was looked at, and no other. */
export async function dropMap(tx: Writer, version: number): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('district_map')
    .where('id', '=', 'city')
    .where('version', '=', version)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new Refused({ kind: 'stale' })
}
