import { addDays, type IsoDate } from '#platform/calendar.ts'
import { no, type Result, yes } from '#platform/result.ts'
import type { Check, CheckState, ContactKind, Level } from './resident.ts'
import { levels } from './resident.ts'
import { terms } from './terms.ts'

/** Looks like an address that mail can go to; whether it is theirs, a code will say. */
export const readMail = (typed: string): string | undefined => {
  const mail = typed.normalize('NFKC').trim().toLowerCase()
  return /^[^\s@<>"',;]{1,64}@[^\s@<>"',;]+\.[^\s@<>"',;]+$/.test(mail) && mail.length <= 254
    ? mail
    : undefined
}

/** Ten or eleven digits from a zero; a country's prefix with its plus. */
export const readPhone = (typed: string): string | undefined => {
  const digits = typed.normalize('NFKC').replace(/[^\d+]/g, '')
  return /^(0\d{9,10}|\+\d{8,15})$/.test(digits) ? digits : undefined
}

export interface TypedContact {
  readonly reach: ContactKind | 'none'
  readonly mail: string
  readonly phone: string
  readonly name: string
  readonly postcode: string
  readonly address: string
}
export interface PlainContact {
  readonly kind: ContactKind
  /** Mail and phone as they are; a letter's name, postcode and address as three lines. */
  readonly text: string
}
export type ContactFault = Partial<
  Record<
    'mail' | 'phone' | 'name' | 'postcode' | 'address',
    'bad-mail' | 'bad-phone' | 'required' | 'bad-postcode'
  >
>

/** What was typed for the one way that was chosen; the other fields are not looked at. */
export function readContact(typed: TypedContact): {
  readonly contact: PlainContact | null
  readonly faults: ContactFault
} {
  const none = { contact: null, faults: {} }
  if (typed.reach === 'none') return none
  if (typed.reach === 'mail') {
    const mail = readMail(typed.mail)
    return mail
      ? { contact: { kind: 'mail', text: mail }, faults: {} }
      : { contact: null, faults: { mail: 'bad-mail' } }
  }
  if (typed.reach === 'phone') {
    const phone = readPhone(typed.phone)
    return phone
      ? { contact: { kind: 'phone', text: phone }, faults: {} }
      : { contact: null, faults: { phone: 'bad-phone' } }
  }
  const postcode = typed.postcode.normalize('NFKC').replace(/\D/g, '')
  const faults: ContactFault = {
    ...(!typed.name && { name: 'required' }),
    ...(!/^\d{7}$/.test(postcode) && { postcode: 'bad-postcode' }),
    ...(!typed.address && { address: 'required' }),
  }
  if (Object.keys(faults).length) return { contact: null, faults }
  const oneLine = (text: string) => text.replace(/\s+/g, ' ')
  return {
    contact: {
      kind: 'letter',
      text: [oneLine(typed.name), postcode, oneLine(typed.address)].join('\n'),
    },
    faults,
  }
}

/** When the next code to this address may go out, by when the last ones of the day went. */
export function nextCodeAt(sent: readonly Date[], now: Date): Result<null> {
  const last = sent.at(-1)
  if (!last) return yes(null)
  if (sent.length >= terms.code.perDay) return no({ kind: 'refused', reason: 'codes-used-up' })
  const { pauses } = terms.code
  const pause = pauses[Math.min(sent.length, pauses.length) - 1] ?? 0
  return +now - +last < pause ? no({ kind: 'refused', reason: 'code-just-sent' }) : yes(null)
}

/** 有効な居住の確認 */
export const isValid = (
  check: Pick<Check, 'state' | 'until'> | undefined,
  today: IsoDate,
): boolean =>
  check !== undefined &&
  (check.state === 'confirmed' || check.state === 'renewed') &&
  check.until !== null &&
  today <= check.until

export const isEnough = (has: Level, needed: Level): boolean =>
  levels.indexOf(has) >= levels.indexOf(needed)

/** Three years to the day; the last day counts. */
export function validUntil(today: IsoDate): IsoDate {
  const year = Number(today.slice(0, 4)) + terms.check.years
  return addDays(
    `${year}${today.slice(4, 8)}${today.slice(5) === '02-29' ? '28' : today.slice(8)}`,
    -1,
  )
}

export const mayRenew = (
  check: { readonly state: CheckState; readonly until: IsoDate | null },
  today: IsoDate,
): boolean =>
  check.state === 'expired' ||
  (check.until !== null && addDays(check.until, -terms.check.renewBeforeDays) <= today)

/** For what happens by the clock. */
export const { retention, session } = terms
