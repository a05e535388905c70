import type { Reader, Writer } from '#platform/database.ts'
import type { ContactKind, SealedContact } from '../resident.ts'

const columns = ['id', 'owner_id', 'kind', 'sealed', 'mark', 'confirmed_at', 'created_at'] as const

function fromRow(row: {
  id: string
  owner_id: string
  kind: string
  sealed: string
  mark: string
  confirmed_at: Date | null
  created_at: Date
}): SealedContact {
  return {
    id: row.id as SealedContact['id'],
    owner: row.owner_id as SealedContact['owner'],
    kind: row.kind as ContactKind,
    sealed: row.sealed,
    mark: row.mark,
    confirmedAt: row.confirmed_at,
    createdAt: row.created_at,
  }
}

export const contactsOf = async (db: Reader, owner: string): Promise<SealedContact[]> =>
  (
    await db
      .selectFrom('resident_contact')
      .select(columns)
      .where('owner_id', '=', owner)
      .orderBy('kind')
      .execute()
  ).map(fromRow)

/** One of each kind for each owner: a new one takes the place of the old. */
export async function putContact(tx: Writer, contact: SealedContact) {
  const { id, owner, kind, sealed, mark, confirmedAt, createdAt } = contact
  await tx
    .deleteFrom('resident_contact')
    .where('owner_id', '=', owner)
    .where('kind', '=', kind)
    .execute()
  await tx
    .insertInto('resident_contact')
    .values({
      id,
      owner_id: owner,
      kind,
      sealed,
      mark,
      confirmed_at: confirmedAt,
      created_at: createdAt,
    })
    .execute()
}

export async function confirmContact(
  tx: Writer,
  owner: string,
  mark: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('resident_contact')
    .set({ confirmed_at: at })
    .where('owner_id', '=', owner)
    .where('kind', '=', 'mail')
    .where('mark', '=', mark)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function forgetContacts(
  tx: Writer,
  owners: readonly string[],
  kinds?: readonly ContactKind[],
): Promise<number> {
  if (!owners.length) return 0
  const { numDeletedRows } = await tx
    .deleteFrom('resident_contact')
    .where('owner_id', 'in', owners)
    .$if(kinds !== undefined, (q) => q.where('kind', 'in', kinds ?? []))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Exact only: a mark cannot be searched by a part of what it hides. */
export const ownersMarked = async (
  db: Reader,
  kind: ContactKind,
  mark: string,
): Promise<string[]> => [
  ...new Set(
    (
      await db
        .selectFrom('resident_contact')
        .select('owner_id')
        .where('kind', '=', kind)
        .where('mark', '=', mark)
        .limit(20)
        .execute()
    ).map((r) => r.owner_id),
  ),
]

/** Contacts by mail that nobody confirmed in time. */
export const unconfirmedSince = async (db: Reader, before: Date): Promise<SealedContact[]> =>
  (
    await db
      .selectFrom('resident_contact')
      .select(columns)
      .where('kind', '=', 'mail')
      .where('confirmed_at', 'is', null)
      .where('created_at', '<', before)
      .execute()
  ).map(fromRow)

export async function forgetContact(tx: Writer, id: string) {
  await tx.deleteFrom('resident_contact').where('id', '=', id).execute()
}
