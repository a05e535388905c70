import type { Kysely, Transaction } from 'kysely'
import type { DB } from './tables.ts'

/** Reading is open to all: the part of Kysely that can only select. */
export type Reader = Pick<Kysely<DB>, 'selectFrom' | 'withRecursive' | 'fn'>

declare const recorded: unique symbol
/** Writing needs a Writer, and only the ledger makes one: no change without an entry. */
export type Writer = Transaction<DB> & { readonly [recorded]: true }
