import { sql } from 'kysely'
import type { Reader, Writer } from './database.ts'
import { sealMark } from './seal.ts'
import type { DB } from './tables.ts'

/** A row of a sealed column: its key, and the text as it lies there. */
export interface SealedRow {
  readonly id: string
  readonly sealed: string
}

/**
 * A column of sealed texts. The only maker of places, so that nothing can be sealed for a column that nobody
 * declared; a chapter exports all of its own as `sealed` from `store/sealed.ts`, and the shell gathers them in
 * `src/sealed.ts`.
 */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  /** resident_contact.sealed */
  readonly name: string
  /** What a text is bound to when it is sealed: `table.column:key of the row`. */
  readonly place: (id: string) => string
  /** By key, a batch at a time, so that it can be taken up again where it stopped. What is empty holds nothing. */
  readonly after: (db: Reader, id: string, limit: number) => Promise<readonly SealedRow[]>
  /**
   * Was in the open before it was a sealed column: rows from then are sealed at the next start, because a
   * migration has no key.
   */
  readonly wasOpen: boolean
  /** Rows that nobody has sealed yet. */
  readonly open: (db: Reader, limit: number) => Promise<readonly SealedRow[]>
  /** Only if nobody changed it meanwhile: answers whether it did. */
  readonly put: (tx: Writer, row: SealedRow, sealed: string) => Promise<boolean>
}

type TextKey<T extends keyof DB> = Extract<keyof DB[T], string>

interface Ways<K> {
  /** The column by which a row is known; `id` where nothing else is said. */
  readonly key?: K
  readonly wasOpen?: boolean
}

export function sealedColumn<T extends Extract<keyof DB, string>>(
  table: T,
  column: TextKey<T>,
  { key, wasOpen = false }: Ways<TextKey<T>> = {},
): SealedColumn {
  const name = `${table}.${column}`
  const [rows, text, id] = [sql.table(table), sql.ref(column), sql.ref(key ?? 'id')]
  return {
    table,
    column,
    name,
    place: (of) => `${name}:${of}`,
    after: (db, last, limit) =>
      db
        .selectFrom(
          sql<SealedRow>`(select ${id} as id, ${text} as sealed from ${rows}
            where ${text} <> '' and ${id} > ${last} order by ${id} limit ${limit})`.as('one'),
        )
        .select(['id', 'sealed'])
        .orderBy('id')
        .execute(),
    wasOpen,
    open: (db, limit) =>
      db
        .selectFrom(
          sql<SealedRow>`(select ${id} as id, ${text} as sealed from ${rows}
            where ${text} <> '' and ${text} not like ${`${sealMark}%`} limit ${limit})`.as('one'),
        )
        .select(['id', 'sealed'])
        .execute(),
    put: async (tx, row, sealed) => {
      const done = await sql`update ${rows} set ${text} = ${sealed}
        where ${id} = ${row.id} and ${text} = ${row.sealed} returning ${id}`.execute(tx)
      return done.rows.length > 0
    },
  }
}
