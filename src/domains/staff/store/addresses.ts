import type { AddressBook, RecipientId } from '#domains/notices/index.ts'

/** Where colleagues are written to: the address of their account. What is not `per_…` is not ours. */
export const staffAddresses: AddressBook = async (db, _seal, ids) => {
  const own = ids.filter((id) => id.startsWith('per_'))
  if (!own.length) return new Map()
  const rows = await db
    .selectFrom('staff_user')
    .select(['id', 'name', 'email'])
    .where('id', 'in', own)
    .execute()
  return new Map(
    rows.map(({ id, name, email }) => [id as RecipientId, { name, email, locale: 'ja' as const }]),
  )
}
