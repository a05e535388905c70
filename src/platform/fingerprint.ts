import { createHash } from 'node:crypto'
import { canonical } from './ledger-tree-entry.ts'

/** SHA-256 of bytes, as 64 hex digits. */
export const fingerprintOf = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex')

/** SHA-256 of what a value says: its canonical JSON, whatever the order of its keys. */
export const fingerprint = (value: unknown): string => fingerprintOf(canonical(value))
