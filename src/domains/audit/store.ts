import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { RetentionTerm } from './audit.ts'

/** What the city has set, of all days; the newest day first. */
export async function retentionTerms(db: Reader): Promise<RetentionTerm[]> {
  const rows = await db
    .selectFrom('audit_retention_term')
    .selectAll()
    .orderBy('class')
    .orderBy('from_on', 'desc')
    .execute()
  return rows.map((row) => ({
    name: row.class,
    from: row.from_on,
    amount: row.amount,
    reason: row.reason,
    setBy: row.set_by,
    setAt: row.set_at,
  }))
}

/** What holds on a day, by class. */
export async function termsOn(db: Reader, day: IsoDate): Promise<ReadonlyMap<string, number>> {
  const all = (await retentionTerms(db)).filter(({ from }) => from <= day)
  // Newest first: of one class the last one wins, so they are entered from the oldest.
  return new Map(all.toReversed().map(({ name, amount }) => [name, amount]))
}

/** A term that has not begun may be set anew; the ledger keeps what it was. */
export async function saveTerm(tx: Writer, term: RetentionTerm): Promise<void> {
  const row = {
    amount: term.amount,
    reason: term.reason,
    set_by: term.setBy,
    set_at: term.setAt,
  }
  await tx
    .insertInto('audit_retention_term')
    .values({ class: term.name, from_on: term.from, ...row })
    .onConflict((oc) => oc.columns(['class', 'from_on']).doUpdateSet(row))
    .execute()
}
