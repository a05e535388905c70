import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Seal } from '#platform/seal.ts'
import type { CaseId, Decision } from '../case.ts'
import { sealedIn } from './sealed.ts'

/** It stays, word for word; its reason lies sealed. */
export async function insertDecision(
  tx: Writer,
  seal: Seal,
  caseId: CaseId,
  one: Decision,
): Promise<void> {
  const id = newId('mde')
  await tx
    .insertInto('moderation_decision')
    .values({
      id,
      case_id: caseId,
      at: one.at,
      by_id: one.by,
      action: one.action,
      ground: one.ground,
      reason: one.reason && seal.seal(one.reason, sealedIn.decision.place(id)),
    })
    .execute()
}

/** With their reasons open: for the author and whoever looks after the case. */
export async function decisionsOf(
  { db, seal }: { readonly db: Reader; readonly seal: Seal },
  id: CaseId,
): Promise<Decision[]> {
  const rows = await db
    .selectFrom('moderation_decision')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(
    (row) =>
      ({
        at: row.at,
        by: row.by_id,
        action: row.action,
        ground: row.ground,
        reason: row.reason && seal.open(row.reason, sealedIn.decision.place(row.id)),
      }) as Decision,
  )
}
