import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { CommitteeId, Mark, Member, Share } from '../judging.ts'

/** In the order in which they joined; those who left are among them. */
export async function members(db: Reader, committee: CommitteeId): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom('progress_member')
    .selectAll()
    .where('committee_id', '=', committee)
    .orderBy('joined_on')
    .orderBy('capacity')
    .orderBy('user_id')
    .execute()
  return rows.map(
    (row) =>
      ({
        committeeId: row.committee_id,
        userId: row.user_id,
        capacity: row.capacity,
        dutyId: row.duty_id,
        joinedOn: row.joined_on,
        leftOn: row.left_on,
      }) as unknown as Member,
  )
}

export async function insertMember(tx: Writer, m: Member): Promise<void> {
  const said = { capacity: m.capacity, duty_id: m.dutyId, joined_on: m.joinedOn, left_on: m.leftOn }
  await tx
    .insertInto('progress_member')
    .values({ committee_id: m.committeeId, user_id: m.userId, ...said })
    .onConflict((oc) => oc.columns(['committee_id', 'user_id']).doUpdateSet(said))
    .execute()
}

export async function memberLeaves(tx: Writer, m: Member, on: IsoDate): Promise<void> {
  await tx
    .updateTable('progress_member')
    .set({ left_on: on })
    .where('committee_id', '=', m.committeeId)
    .where('user_id', '=', m.userId)
    .execute()
}

export async function shares(db: Reader, committee: CommitteeId): Promise<readonly Share[]> {
  const rows = await db
    .selectFrom('progress_share')
    .selectAll()
    .where('committee_id', '=', committee)
    .orderBy('user_id')
    .execute()
  return rows.map(
    (row) =>
      ({
        committeeId: row.committee_id,
        itemId: row.item_id,
        userId: row.user_id,
        recused: row.recused_reason && {
          reason: row.recused_reason,
          by: row.recused_by,
          at: row.recused_at,
        },
      }) as unknown as Share,
  )
}

type Cell = Pick<Share, 'itemId' | 'userId'>

/**
 * Divides anew: what is not among these any more goes. Who had to leave an item stays noted, and an item
 * stays with whoever has begun to mark it.
 */
export async function saveShares(
  tx: Writer,
  committee: CommitteeId,
  cells: readonly Cell[],
): Promise<void> {
  await tx
    .deleteFrom('progress_share')
    .where('committee_id', '=', committee)
    .where('recused_reason', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('progress_mark as m')
            .select('m.user_id')
            .whereRef('m.committee_id', '=', 'progress_share.committee_id')
            .whereRef('m.item_id', '=', 'progress_share.item_id')
            .whereRef('m.user_id', '=', 'progress_share.user_id'),
        ),
      ),
    )
    .execute()
  if (!cells.length) return
  await tx
    .insertInto('progress_share')
    .values(cells.map((c) => ({ committee_id: committee, item_id: c.itemId, user_id: c.userId })))
    .onConflict((oc) => oc.columns(['committee_id', 'item_id', 'user_id']).doNothing())
    .execute()
}

export async function saveRecusal(tx: Writer, share: Share): Promise<void> {
  const { committeeId, itemId, userId, recused } = share
  const said = {
    recused_reason: recused?.reason ?? null,
    recused_by: recused?.by ?? null,
    recused_at: recused?.at ?? null,
  }
  await tx
    .insertInto('progress_share')
    .values({ committee_id: committeeId, item_id: itemId, user_id: userId, ...said })
    .onConflict((oc) => oc.columns(['committee_id', 'item_id', 'user_id']).doUpdateSet(said))
    .execute()
}

/** Everything that members have written. Pages and files read `seenMarks` of it, and nothing else. */
export async function allMarks(db: Reader, committee: CommitteeId): Promise<readonly Mark[]> {
  const rows = await db
    .selectFrom('progress_mark')
    .selectAll()
    .where('committee_id', '=', committee)
    .orderBy('user_id')
    .execute()
  return rows.map(
    (row) =>
      ({
        committeeId: row.committee_id,
        itemId: row.item_id,
        userId: row.user_id,
        verdict: { value: row.value, comment: row.comment, course: row.course },
        enteredBy: row.entered_by,
        state: row.state,
        ...(row.given_at && { givenAt: row.given_at }),
      }) as unknown as Mark,
  )
}

export async function saveMark(tx: Writer, mark: Mark): Promise<void> {
  const said = {
    ...mark.verdict,
    state: mark.state,
    given_at: mark.state === 'given' ? mark.givenAt : null,
    entered_by: mark.enteredBy,
  }
  await tx
    .insertInto('progress_mark')
    .values({
      committee_id: mark.committeeId,
      item_id: mark.itemId,
      user_id: mark.userId,
      ...said,
    })
    .onConflict((oc) => oc.columns(['committee_id', 'item_id', 'user_id']).doUpdateSet(said))
    .execute()
}

/** The mark of whoever leaves an item to the others goes with them. */
export async function removeMark(tx: Writer, at: Omit<Share, 'recused'>): Promise<void> {
  await tx
    .deleteFrom('progress_mark')
    .where('committee_id', '=', at.committeeId)
    .where('item_id', '=', at.itemId)
    .where('user_id', '=', at.userId)
    .execute()
}
