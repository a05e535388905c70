import { type PlainContact, readContact } from '#domains/residents/index.ts'

/** A mail is wanted only where one was written; undefined where it cannot be one. */
export function mailContact(written: string): PlainContact | null | undefined {
  const mail = written.trim()
  if (!mail) return null
  const none = { phone: '', name: '', postcode: '', address: '' }
  return readContact({ reach: 'mail', mail, ...none }).contact ?? undefined
}
