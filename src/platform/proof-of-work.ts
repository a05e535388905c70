import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * 計算の札: asked for only while a form is under attack. A browser finds a number so that the hash of token
 * and number begins with `bits` zeros; who has no script waits a minute and types a code instead.
 * Neither needs a third party, and neither needs a row until the form is sent.
 */
export interface Challenge {
  readonly token: string
  readonly bits: number
}

export interface ProofTerms {
  /** About 2^bits hashes: 16 take a telephone a second or two. */
  readonly bits: number
  readonly seconds: number
  /** How long the way without script takes. */
  readonly waitSeconds: number
}

export const proofTerms: ProofTerms = { bits: 16, seconds: 30 * 60, waitSeconds: 60 }

const signature = (secret: string, text: string) =>
  createHmac('sha256', secret).update(`proof:${text}`).digest('base64url')

const same = (a: string, b: string) => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

/** A task for one form, from now until it expires. */
export function challenge(
  secret: string,
  form: string,
  now: Date,
  terms: ProofTerms = proofTerms,
): Challenge {
  const begun = Math.floor(now.getTime() / 1000)
  const body = `${begun}.${terms.bits}.${randomBytes(12).toString('base64url')}`
  return { token: `${body}.${signature(secret, `${form}\n${body}`)}`, bits: terms.bits }
}

interface Read {
  readonly begun: number
  readonly bits: number
}

/** What a token says, if it is ours, for this form, and still good. */
function read(
  secret: string,
  form: string,
  token: string,
  now: Date,
  terms: ProofTerms,
): Read | null {
  const [begun = '', bits = '', nonce = '', signed = ''] = token.split('.')
  if (!same(signed, signature(secret, `${form}\n${begun}.${bits}.${nonce}`))) return null
  const age = now.getTime() / 1000 - Number(begun)
  if (age < -5 || age > terms.seconds) return null
  return { begun: Number(begun), bits: Number(bits) }
}

/** How many bits are zero at the beginning. */
export function leadingZeros(hash: Uint8Array): number {
  let zeros = 0
  for (const byte of hash) {
    if (byte !== 0) return zeros + Math.clz32(byte) - 24
    zeros += 8
  }
  return zeros
}

export const proofHash = (token: string, answer: string) =>
  createHash('sha256').update(`${token}:${answer}`).digest()

/** The code of the slow way; null while it is too early, or where the token is not good. */
export function slowCode(
  secret: string,
  form: string,
  token: string,
  now: Date,
  terms: ProofTerms = proofTerms,
): string | null {
  const known = read(secret, form, token, now, terms)
  if (!known || now.getTime() / 1000 < known.begun + terms.waitSeconds) return null
  const mac = createHmac('sha256', secret).update(`proof-code:${token}`).digest()
  return String(mac.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

/** Seconds until the code may be seen; null where the token is not good. */
export function slowWait(
  secret: string,
  form: string,
  token: string,
  now: Date,
  terms: ProofTerms = proofTerms,
): number | null {
  const known = read(secret, form, token, now, terms)
  if (!known) return null
  return Math.max(0, Math.ceil(known.begun + terms.waitSeconds - now.getTime() / 1000))
}

/** What a form brings back: `proof` the token, `answer` the number found or the code that was typed. */
export interface Proof {
  readonly token: string
  readonly answer: string
}

/**
 * Whether the work was done. `once` is told the token and says whether it is the first time: a limiter with
 * one point does. A proof serves once, for the form it was made for, until it expires.
 */
export async function isProven(
  secret: string,
  form: string,
  { token, answer }: Proof,
  now: Date,
  once: (token: string) => Promise<boolean>,
  terms: ProofTerms = proofTerms,
): Promise<boolean> {
  const known = read(secret, form, token, now, terms)
  if (!known || answer.length > 40) return false
  const typed = answer.normalize('NFKC').replace(/\s/g, '')
  const code = slowCode(secret, form, token, now, terms)
  const worked = leadingZeros(proofHash(token, answer)) >= known.bits
  if (!worked && !(code !== null && same(typed, code))) return false
  return once(token)
}
