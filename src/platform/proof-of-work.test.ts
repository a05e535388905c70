import { describe, expect, test } from 'vitest'
import { must } from './must.ts'
import {
  challenge,
  isProven,
  leadingZeros,
  type ProofTerms,
  proofHash,
  slowCode,
  slowWait,
} from './proof-of-work.ts'

const secret = 'a secret that only tests know, 0123456789'
const terms: ProofTerms = { bits: 10, seconds: 1800, waitSeconds: 60 }
const start = new Date('2026-11-22T09:00:00+09:00')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

function work(token: string, bits = terms.bits): string {
  for (let n = 0; ; n++) if (leadingZeros(proofHash(token, String(n))) >= bits) return String(n)
}
const unused = (token: string) => {
  for (let n = 0; ; n++) if (leadingZeros(proofHash(token, String(n))) < 4) return String(n)
}
/** As a limiter of one point would say it. */
function onceOnly() {
  const spent = new Set<string>()
  return async (token: string) => !spent.has(token) && Boolean(spent.add(token))
}
const prove = (token: string, answer: string, form = 'flag', now = start, once = onceOnly()) =>
  isProven(secret, form, { token, answer }, now, once, terms)

describe('a proof', () => {
  const { token } = challenge(secret, 'flag', start, terms)
  test('is the work, and is good until it expires', async () => {
    const answer = work(token)
    expect(await prove(token, answer)).toBe(true)
    expect(await prove(token, answer, 'flag', later(1800))).toBe(true)
    expect(await prove(token, answer, 'flag', later(1801))).toBe(false)
  })
  test('serves once', async () => {
    const once = onceOnly()
    expect(await prove(token, work(token), 'flag', start, once)).toBe(true)
    expect(await prove(token, work(token), 'flag', start, once)).toBe(false)
  })
  test('is for the form it was made for', async () => {
    expect(await prove(token, work(token), 'newsletter')).toBe(false)
  })
  test('without work is none, and does not spend the token', async () => {
    const once = onceOnly()
    for (const answer of ['', unused(token), '0'.repeat(4000)])
      expect(await prove(token, answer, 'flag', start, once)).toBe(false)
    expect(await prove(token, work(token), 'flag', start, once)).toBe(true)
  })
  test('whose token was made easier, younger or by somebody else is none', async () => {
    const [begun = '', bits = '', nonce = '', signed = ''] = token.split('.')
    const forged = [
      `${begun}.0.${nonce}.${signed}`,
      `${Number(begun) + 9000}.${bits}.${nonce}.${signed}`,
      challenge('another secret altogether, 0123456789', 'flag', start, terms).token,
      '',
      'x',
    ]
    for (const one of forged) expect(await prove(one, work(one, 1))).toBe(false)
  })
})

describe('the way without script', () => {
  const { token } = challenge(secret, 'flag', start, terms)
  test('shows its code after a minute, and not before', async () => {
    expect(slowCode(secret, 'flag', token, later(59), terms)).toBeNull()
    expect(slowWait(secret, 'flag', token, later(10), terms)).toBe(50)
    const code = must(slowCode(secret, 'flag', token, later(60), terms), 'the code')
    expect(code).toMatch(/^\d{6}$/)
    expect(await prove(token, code, 'flag', later(10))).toBe(false)
    expect(await prove(token, code, 'flag', later(61))).toBe(true)
    const wide = code.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)))
    expect(await prove(token, ` ${wide} `, 'flag', later(61))).toBe(true)
  })
  test('knows its own tokens only', () => {
    expect(slowCode(secret, 'newsletter', token, later(61), terms)).toBeNull()
    expect(slowWait(secret, 'flag', 'x', later(61), terms)).toBeNull()
  })
})
