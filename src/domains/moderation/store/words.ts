import type { Reader, Writer } from '#platform/database.ts'

/** Cases that nobody has decided on since then, and in which somebody's words still lie. */
export async function casesWithOldWords(
  db: Reader,
  before: Date,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('moderation_case')
    .innerJoin('moderation_decision', 'moderation_decision.case_id', 'moderation_case.id')
    .select('moderation_case.id')
    .where('moderation_case.state', 'not in', ['flagged', 'claimed', 'appealed'])
    .where((eb) =>
      eb.or([
        eb('moderation_case.appeal', 'is not', null),
        eb.exists(
          eb
            .selectFrom('moderation_flag')
            .select('moderation_flag.id')
            .whereRef('moderation_flag.case_id', '=', 'moderation_case.id')
            .where('moderation_flag.note', 'is not', null),
        ),
      ]),
    )
    .groupBy('moderation_case.id')
    .having((eb) => eb.fn.max('moderation_decision.at'), '<', before)
    .orderBy((eb) => eb.fn.max('moderation_decision.at'))
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Takes the words out; that something was flagged, on which ground, and that there was an appeal, stays. */
export async function forgetWords(tx: Writer, ids: readonly string[]): Promise<void> {
  const cases = [...ids]
  await tx.updateTable('moderation_case').set({ appeal: null }).where('id', 'in', cases).execute()
  await tx
    .updateTable('moderation_flag')
    .set({ note: null })
    .where('case_id', 'in', cases)
    .execute()
  await tx
    .updateTable('moderation_opening')
    .set({ reason: '' })
    .where('case_id', 'in', cases)
    .execute()
}
