import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { defaultTerms, type NewsletterTerms } from '../terms.ts'

/** What holds on a day: the latest terms that have begun, or what we start from. */
export async function termsOn(db: Reader, on: IsoDate): Promise<NewsletterTerms> {
  const row = await db
    .selectFrom('newsletter_terms')
    .select('terms')
    .where('from_on', '<=', on)
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...defaultTerms, ...(row.terms as object) } : defaultTerms
}

/** Terms set twice for one day: the later ones hold; the ledger keeps both. */
export async function saveTerms(
  tx: Writer,
  from: IsoDate,
  terms: NewsletterTerms,
  by: { readonly at: Date; readonly actorId: string },
): Promise<void> {
  const said = { terms: JSON.stringify(terms), set_by: by.actorId, set_at: by.at }
  await tx
    .insertInto('newsletter_terms')
    .values({ from_on: from, ...said })
    .onConflict((oc) => oc.column('from_on').doUpdateSet(said))
    .execute()
}
