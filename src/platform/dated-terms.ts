import { sql } from 'kysely'
import type { IsoDate } from './calendar.ts'
import type { Reader, Writer } from './database.ts'
import type { DB } from './tables.ts'

interface Row {
  readonly from_on: string
  readonly terms: unknown
  readonly set_by: string
  readonly set_at: Date
}
/** Every table of this shape: `from_on` is its key, and a day has one row at most. */
type TermsTable = {
  [T in Extract<keyof DB, string>]: keyof DB[T] extends keyof Row
    ? keyof Row extends keyof DB[T]
      ? T
      : never
    : never
}[Extract<keyof DB, string>]

export interface DatedTerms<T> {
  readonly from: IsoDate
  readonly terms: T
  readonly setBy: string
  readonly setAt: Date
}

/** 条件: what a city sets for itself, in force from a day on; what it never set is as we start from. */
export function datedTerms<T extends object>(table: TermsTable, defaults: T) {
  const rows = (db: Reader) =>
    db
      .selectFrom(sql<Row>`${sql.table(table)}`.as('one'))
      .select(['from_on', 'terms', 'set_by', 'set_at'])
      .orderBy('from_on', 'desc')
  const termsIn = ({ terms }: Pick<Row, 'terms'>): T => ({ ...defaults, ...(terms as Partial<T>) })
  return {
    /** What holds on a day: the latest terms that have begun. */
    termsOn: async (db: Reader, on: IsoDate): Promise<T> => {
      const row = await rows(db).where('from_on', '<=', on).limit(1).executeTakeFirst()
      return row ? termsIn(row) : defaults
    },
    /** Newest first; what lies ahead is among them. */
    allTerms: async (db: Reader): Promise<readonly DatedTerms<T>[]> =>
      (await rows(db).execute()).map((row) => ({
        from: row.from_on,
        terms: termsIn(row),
        setBy: row.set_by,
        setAt: row.set_at,
      })),
    /** Terms set twice for one day: the later ones hold; the ledger keeps both. */
    saveTerms: async (
      tx: Writer,
      from: IsoDate,
      terms: T,
      by: { readonly at: Date; readonly actorId: string },
    ): Promise<void> => {
      await sql`insert into ${sql.table(table)} (from_on, terms, set_by, set_at)
        values (${from}, ${JSON.stringify(terms)}::jsonb, ${by.actorId}, ${by.at})
        on conflict (from_on) do update
          set terms = excluded.terms, set_by = excluded.set_by, set_at = excluded.set_at`.execute(
        tx,
      )
    },
  }
}
