import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { defaultTerms, type LiaisonTerms } from '../terms.ts'

/** What holds on a day: the latest terms that have begun, or what we start from. */
export async function termsOn(db: Reader, on: IsoDate): Promise<LiaisonTerms> {
  const row = await db
    .selectFrom('liaison_terms')
    .select('terms')
    .where('from_on', '<=', on)
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...defaultTerms, ...(row.terms as object) } : defaultTerms
}

export interface DatedTerms {
  readonly from: IsoDate
  readonly terms: LiaisonTerms
  readonly setBy: string
  readonly setAt: Date
}

/** Newest first; what lies ahead is among them. */
export async function allTerms(db: Reader): Promise<readonly DatedTerms[]> {
  const rows = await db.selectFrom('liaison_terms').selectAll().orderBy('from_on', 'desc').execute()
  return rows.map((row) => ({
    from: String(row.from_on),
    terms: { ...defaultTerms, ...(row.terms as object) },
    setBy: row.set_by,
    setAt: row.set_at,
  }))
}

/** Terms set twice for one day: the later ones hold; the ledger keeps both. */
export async function saveTerms(
  tx: Writer,
  from: IsoDate,
  terms: LiaisonTerms,
  by: { readonly at: Date; readonly actorId: string },
): Promise<void> {
  const said = { terms: JSON.stringify(terms), set_by: by.actorId, set_at: by.at }
  await tx
    .insertInto('liaison_terms')
    .values({ from_on: from, ...said })
    .onConflict((oc) => oc.column('from_on').doUpdateSet(said))
    .execute()
}
