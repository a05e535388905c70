import type { Reader, Writer } from '#platform/database.ts'
import type { Scale, ScaleId } from '../progress.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly steps: unknown
}
const fromRow = ({ id, name, steps }: Row) => ({ id, name, steps }) as unknown as Scale

/** Every scale that the city has ever used or prepared, oldest first. */
export async function scales(db: Reader): Promise<readonly Scale[]> {
  const rows = await db.selectFrom('progress_scale').selectAll().orderBy('made_at').execute()
  return rows.map(fromRow)
}

export async function scaleById(db: Reader, id: ScaleId): Promise<Scale | undefined> {
  const row = await db
    .selectFrom('progress_scale')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** A scale is never changed: what was judged by it stays judged by it. Another one is another row. */
export async function insertScale(
  tx: Writer,
  scale: Scale,
  made: { readonly at: Date; readonly by: string },
): Promise<void> {
  const steps = JSON.stringify(scale.steps)
  await tx
    .insertInto('progress_scale')
    .values({ id: scale.id, name: scale.name, steps, made_at: made.at, made_by: made.by })
    .execute()
}
