import type { Reader, Writer } from '#platform/database.ts'
import type { Seal } from '#platform/seal.ts'
import type { CaseId, Opening } from '../case.ts'
import { sealedIn } from './sealed.ts'

export async function insertOpening(
  tx: Writer,
  { seal }: { readonly seal: Pick<Seal, 'seal'> },
  one: Opening,
): Promise<void> {
  await tx
    .insertInto('moderation_opening')
    .values({
      id: one.id,
      case_id: one.caseId,
      at: one.at,
      actor_id: one.by,
      who: one.who,
      purpose: one.purpose,
      reason: seal.seal(one.reason, sealedIn.opening.place(one.id)),
    })
    .execute()
}

/** Of one case, newest first. What staff wrote as their reason is empty when its term is over. */
export async function openingsOf(
  { db, seal }: { readonly db: Reader; readonly seal: Pick<Seal, 'open'> },
  id: CaseId,
): Promise<Opening[]> {
  const rows = await db
    .selectFrom('moderation_opening')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(
    (row) =>
      ({
        id: row.id,
        caseId: row.case_id,
        at: row.at,
        by: row.actor_id,
        who: row.who,
        purpose: row.purpose,
        reason: row.reason && seal.open(row.reason, sealedIn.opening.place(row.id)),
      }) as Opening,
  )
}
