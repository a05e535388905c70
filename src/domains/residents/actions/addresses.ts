import type { Address, AddressBook, RecipientId } from '#domains/notices/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Seal } from '#platform/seal.ts'
import type { Tongue } from '../resident.ts'
import { codeById } from '../store/codes.ts'
import { residentById } from '../store/people.ts'
import { receiptById } from '../store/receipts.ts'
import { sealedIn } from '../store/sealed.ts'
import { ownContacts } from './contacts.ts'

/** 宛名帳 for the post room: opened at the moment of sending, one by one, and kept nowhere. */
export const addresses: AddressBook = async (db, seal, ids) => {
  const known = new Map<RecipientId, Address>()
  for (const id of ids) {
    const address = await addressOf(db, seal, id)
    if (address) known.set(id, address)
  }
  return known
}

async function addressOf(db: Reader, seal: Seal, id: RecipientId): Promise<Address | undefined> {
  if (id.startsWith('cde_')) {
    const code = await codeById(db, id)
    if (!code) return undefined
    const email = seal.open(code.sealed, sealedIn.code.place(id))
    return { name: '', email, locale: code.locale }
  }
  const locale = await tongueOf(db, id)
  if (!locale) return undefined
  const contacts = await ownContacts({ db, seal }, id)
  const mail = contacts.find((c) => c.kind === 'mail' && c.isConfirmed)
  const letter = contacts.find((c) => c.kind === 'letter')
  const [name = '', postcode = '', address = ''] = letter?.text.split('\n') ?? []
  const lines = [`〒${postcode.slice(0, 3)}-${postcode.slice(3)}`, address, `${name} 様`]
  return { name: '', email: mail?.text ?? null, locale, ...(letter && { letter: lines }) }
}

async function tongueOf(db: Reader, id: string): Promise<Tongue | undefined> {
  if (id.startsWith('rcp_')) {
    const found = await receiptById(db, id)
    return found && !found.receipt.endedAt ? found.receipt.locale : undefined
  }
  if (!id.startsWith('res_')) return undefined
  const resident = await residentById(db, id)
  return resident?.state === 'active' ? resident.locale : undefined
}
