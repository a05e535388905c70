import { createHmac, timingSafeEqual } from 'node:crypto'

/** RFC 6238 with what every app takes: SHA-1, six digits, thirty seconds. */
const period = 30
const digits = 6

/** RFC 4648 without padding. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** How the secret is shown and typed. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => letters[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

export function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

/** The code of one step. */
export function codeOf(secret: Uint8Array, step: number): string {
  const moment = Buffer.alloc(8)
  moment.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(moment).digest()
  const at = mac.readUInt8(mac.length - 1) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

export const stepOf = (now: Date): number => Math.floor(+now / 1000 / period)

/**
 * The step to which a code belongs, or null: the present one or a neighbour, for clocks are never quite
 * right, and later than `after`, so that a code that was seen over a shoulder is worth nothing.
 */
export function stepOfCode(
  secret: Uint8Array,
  code: string,
  now: Date,
  after: number,
): number | null {
  const given = Buffer.from(code)
  const here = stepOf(now)
  const fits = (step: number) => {
    const expected = Buffer.from(codeOf(secret, step))
    return expected.length === given.length && timingSafeEqual(expected, given)
  }
  return [here - 1, here, here + 1].filter((step) => step > after).find(fits) ?? null
}

/** What the square carries: `otpauth://totp/…`. */
export function otpauth(secret: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}
