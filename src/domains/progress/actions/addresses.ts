import type { AddressBook, RecipientId } from '#domains/notices/index.ts'
import { groupsById } from '../store/groups.ts'
import { sealedIn } from '../store/sealed.ts'

/** 宛名帳 of groups: opened at the moment of sending, and kept nowhere. */
export const addresses: AddressBook = async (db, seal, ids) => {
  const known = await groupsById(
    db,
    ids.filter((id) => id.startsWith('pgr_')),
  )
  return new Map(
    known
      .filter(({ sealed }) => sealed)
      .map(({ id, name, language, sealed }) => [
        id as RecipientId,
        { name, email: seal.open(sealed, sealedIn.mail.place(id)), locale: language },
      ]),
  )
}
