import { type Hash, leafHash } from './merkle.ts'

/** An entry of the ledger as its leaf covers it: every column, the moment in UTC to the microsecond. */
export interface LedgerRow {
  readonly seq: number
  /** 2012-04-02T00:00:00.000000Z */
  readonly at: string
  readonly actor_id: string
  readonly request_id: string
  readonly fact: string
  readonly subject_id: string
  readonly basis: string
  readonly detail: unknown
}

/**
 * One text for one value, so that equal things have equal hashes: JSON without spaces, the keys of every
 * object sorted by UTF-16 code units, numbers and texts as JSON.stringify writes them (RFC 8785).
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${pairs.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/** The bytes of a leaf are the canonical JSON of the whole entry, in UTF-8. */
export const leafOf = (row: LedgerRow): Hash => leafHash(canonical(row))
