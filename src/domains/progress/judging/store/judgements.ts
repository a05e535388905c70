import type { ItemId } from '#domains/plan/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { CommitteeId, Judgement, Settlement, Waiver } from '../judging.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly committee_id: string
  readonly item_id: string
  readonly layer: string
  readonly asked: string
  readonly value: string
  readonly comment: string
  readonly course: string | null
  readonly state: string
  readonly given_at: Date | null
  readonly given_by: string | null
}

const fromRow = (row: Row) =>
  ({
    id: row.id,
    version: row.version,
    committeeId: row.committee_id,
    itemId: row.item_id,
    layer: row.layer,
    asked: row.asked,
    verdict: { value: row.value, comment: row.comment, course: row.course },
    state: row.state,
    ...(row.given_at && { givenAt: row.given_at, givenBy: row.given_by }),
  }) as unknown as Judgement

const toRow = (j: Judgement) => ({
  id: j.id,
  version: j.version,
  committee_id: j.committeeId,
  item_id: j.itemId,
  layer: j.layer,
  asked: j.asked,
  ...j.verdict,
  state: j.state,
  given_at: j.state === 'given' ? j.givenAt : null,
  given_by: j.state === 'given' ? j.givenBy : null,
})

export async function judgements(
  db: Reader,
  committee: CommitteeId,
): Promise<readonly Judgement[]> {
  const rows = await db
    .selectFrom('progress_judgement')
    .selectAll()
    .where('committee_id', '=', committee)
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function judgementById(db: Reader, id: string): Promise<Judgement | undefined> {
  const row = await db
    .selectFrom('progress_judgement')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function insertJudgements(tx: Writer, all: readonly Judgement[]): Promise<void> {
  if (all.length) await tx.insertInto('progress_judgement').values(all.map(toRow)).execute()
}

export async function updateJudgement(tx: Writer, judgement: Judgement): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('progress_judgement')
    .set({ ...toRow(judgement), version: judgement.version + 1 })
    .where('id', '=', judgement.id)
    .where('version', '=', judgement.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

export async function waivers(db: Reader, committee: CommitteeId): Promise<readonly Waiver[]> {
  const rows = await db
    .selectFrom('progress_waiver')
    .selectAll()
    .where('committee_id', '=', committee)
    .orderBy('at')
    .execute()
  return rows.map(
    (row) =>
      ({
        id: row.id,
        committeeId: row.committee_id,
        layer: row.layer,
        itemId: row.item_id,
        reason: row.reason,
        by: row.by,
        at: row.at,
      }) as unknown as Waiver,
  )
}

export async function insertWaiver(tx: Writer, waiver: Waiver): Promise<void> {
  const { id, committeeId, itemId, layer, reason, by, at } = waiver
  await tx
    .insertInto('progress_waiver')
    .values({ id, committee_id: committeeId, item_id: itemId, layer, reason, by, at })
    .execute()
}

/** Gone from what is shown; that it was there, and why it went, stands in the ledger. */
export async function removeWaiver(tx: Writer, id: Waiver['id']): Promise<void> {
  await tx.deleteFrom('progress_waiver').where('id', '=', id).execute()
}

export async function settlements(
  db: Reader,
  which: { readonly committee?: CommitteeId; readonly items?: readonly ItemId[] },
): Promise<readonly Settlement[]> {
  if (which.items?.length === 0) return []
  const rows = await db
    .selectFrom('progress_settlement')
    .selectAll()
    .$if(which.committee !== undefined, (q) => q.where('committee_id', '=', which.committee ?? ''))
    .$if(which.items !== undefined, (q) => q.where('item_id', 'in', which.items ?? []))
    .execute()
  return rows.map(
    (row) =>
      ({
        committeeId: row.committee_id,
        itemId: row.item_id,
        verdict: { value: row.value, comment: row.comment, course: row.course },
        settledAt: row.settled_at,
        settledBy: row.settled_by,
      }) as unknown as Settlement,
  )
}

/** A meeting may come back to an item as long as it lasts. */
export async function saveSettlement(tx: Writer, s: Settlement): Promise<void> {
  const said = { ...s.verdict, settled_at: s.settledAt, settled_by: s.settledBy }
  await tx
    .insertInto('progress_settlement')
    .values({ committee_id: s.committeeId, item_id: s.itemId, ...said })
    .onConflict((oc) => oc.columns(['committee_id', 'item_id']).doUpdateSet(said))
    .execute()
}
