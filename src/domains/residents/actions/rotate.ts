import type { Reader, Writer } from '#platform/database.ts'
import { reseal, sealedAfter, sealedPlace, sealedTables } from '../store/sealed.ts'

/** A column of sealed texts, for the command that seals anew with the newest key; other chapters have the same shape. */
export interface SealedColumn {
  /** resident_contact.sealed */
  readonly name: string
  readonly after: (
    db: Reader,
    id: string,
    limit: number,
  ) => Promise<readonly { readonly id: string; readonly sealed: string }[]>
  readonly place: (id: string) => string
  readonly put: (tx: Writer, id: string, before: string, after: string) => Promise<void>
}

export const sealedColumns: readonly SealedColumn[] = sealedTables.map((table) => ({
  name: `${table}.sealed`,
  after: (db, id, limit) => sealedAfter(db, table, id, limit),
  place: (id) => sealedPlace(table, id),
  put: (tx, id, before, after) => reseal(tx, table, id, before, after),
}))
