import type { AddressBook, RecipientId } from '#domains/notices/index.ts'
import { sealedIn } from '../store/sealed.ts'
import { reachOf } from '../store/subscribers.ts'

/** 宛名帳 of subscribers: opened at the moment of sending, and kept nowhere. They have no names. */
export const addresses: AddressBook = async (db, seal, ids) => {
  const own = ids.filter((id) => id.startsWith('sub_'))
  const known = await reachOf(db, own)
  return new Map(
    known.map(({ id, sealed, locale }) => [
      id as RecipientId,
      { name: '', email: seal.open(sealed, sealedIn.address.place(id)), locale },
    ]),
  )
}
