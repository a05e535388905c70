import type { Reader } from '#platform/database.ts'
import { groupBy } from '#platform/group.ts'
import { standing } from '#platform/recall.ts'
import { type Cover, hiddenStates } from '../case.ts'

/**
 * Everything of a kind that is hidden now, by its id. A city hides few things and every public page asks: they are
 * read as a whole, once until something happens. A cover is nowhere else: what is hidden comes back by itself.
 */
export async function coversOf(db: Reader, kind: string): Promise<ReadonlyMap<string, Cover>> {
  const all = await standing(db, 'moderation covers', async () => {
    const rows = await db
      .selectFrom('moderation_case')
      .select(['subject_kind', 'subject_id', 'state', 'ground', 'decided_at', 'appealed_at'])
      .where('state', 'in', [...hiddenStates])
      .execute()
    return groupBy(rows, (row) => row.subject_kind)
  })
  const own = all.get(kind) ?? []
  return new Map(
    own.map(({ subject_id, state, ground, decided_at, appealed_at }) => [
      subject_id,
      { state, ground: ground ?? '', at: appealed_at ?? decided_at } as Cover,
    ]),
  )
}
