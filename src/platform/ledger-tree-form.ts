import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from './ledger-tree-entry.ts'

/**
 * The file that `ledger export` writes and `ledger verify` reads: JSON lines, each in canonical form. The
 * first says which tree, and brings what is needed to count its root anew although the file holds only a
 * part of it; then one line an entry, with its leaf. docs/user/audit.md says the same for other programs.
 */
const hex = z.string().regex(/^[0-9a-f]{64}$/)
const whole = z.int().min(0)
const day = z.iso.date().nullable()

export const headerForm = z.strictObject({
  format: z.literal('tomoni-ledger-1'),
  /** Whose ledger. */
  origin: z.string(),
  /** The tree as it was when the file was written. */
  size: whole,
  root: hex,
  /** The days asked for. */
  from: day,
  until: day,
  /** Position in the tree of the first entry of the file, and how many positions the file covers. */
  first: whole,
  count: whole,
  /** The complete subtrees before and after these, from left to right. */
  before: z.array(hex),
  after: z.array(hex),
  /** Published heads, each with the proof that its tree is the beginning of this one. */
  heads: z.array(
    z.strictObject({ day: z.iso.date(), size: whole, root: hex, proof: z.array(hex) }),
  ),
  /** Of this line without this field: a slip of one byte is noticed. */
  sum: hex,
})
export type LedgerHeader = z.output<typeof headerForm>

export const lineForm = z.strictObject({
  /** Null: an entry that the tree does not know. */
  position: whole.nullable(),
  leaf: hex.nullable(),
  seq: whole,
  /** Null: the tree has its leaf, but the ledger no longer has it. */
  entry: z
    .strictObject({
      seq: whole,
      at: z.string(),
      actor_id: z.string(),
      request_id: z.string(),
      fact: z.string(),
      subject_id: z.string(),
      basis: z.string(),
      detail: z.unknown(),
    })
    .nullable(),
})
export type LedgerLine = z.output<typeof lineForm>

export const sumOf = ({
  sum: _sum,
  ...rest
}: LedgerHeader | (Omit<LedgerHeader, 'sum'> & { sum?: string })) =>
  createHash('sha256').update(canonical(rest)).digest('hex')
