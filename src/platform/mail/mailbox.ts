/** Somebody who writes or is written to, as a mail names them. Made by `mailbox` only, so it is sound. */
export interface Mailbox {
  readonly name: string
  readonly address: string
}

/** An address that no mail may be sent to or from: a list, a route, a line break, a space. */
export class BadAddress extends Error {
  override name = 'BadAddress'
}

// The dot-atom of RFC 5322 and a host name: quoted local parts and address literals are nobody's mail.
const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const host =
  /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/
/** What the telephones of 2005 gave out, and still have: `a..b@docomo.ne.jp`, `ab.@ezweb.ne.jp`. */
const oldPhone = /^[A-Za-z0-9][A-Za-z0-9._-]*$/
const oldPhoneHosts = /^(docomo\.ne\.jp|ezweb\.ne\.jp|au\.com)$/i

/** RFC 5321 4.5.3.1: 64 octets before the sign, 254 in all. */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const [before, after] = [text.slice(0, at), text.slice(at + 1)]
  if (at < 1 || text.length > 254 || before.length > 64 || !host.test(after)) return false
  return local.test(before) || (oldPhoneHosts.test(after) && oldPhone.test(before))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const unseen = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

/** Line breaks and other controls end a header or hide in it: a name has none. */
export const oneLine = (text: string): string => text.toWellFormed().replace(unseen, ' ').trim()

/** Throws `BadAddress`; the name may be anything, and is made one line. */
export function mailbox(address: string, name = ''): Mailbox {
  if (!isAddress(address)) throw new BadAddress('not an e-mail address')
  return { name: oneLine(name), address }
}

/** 市役所 <kyodo@city.example.jp>, as settings write it. */
export function readMailbox(text: string): Mailbox {
  const named = /^([^<>]*)<([^<>]*)>$/.exec(text.trim())
  return named
    ? mailbox(named[2] ?? '', named[1]?.trim().replace(/^"(.*)"$/s, '$1'))
    : mailbox(text.trim())
}

/** k•••@c•••.jp: enough to recognise one's own, too little to write to. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@')
  const last = address.lastIndexOf('.')
  const ending = last > at ? address.slice(last) : ''
  return `${address.slice(0, 1)}•••@${address.slice(at + 1, at + 2)}•••${ending}`
}
