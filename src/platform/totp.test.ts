import { generateSync } from 'otplib'
import { expect, test } from 'vitest'
import { base32, codeOf, fromBase32, otpauth, stepOf, stepOfCode } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

// RFC 6238, appendix B, the last six of its eight digits.
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('the code at second %i is that of the standard', (second, code) => {
  expect(codeOf(secret, stepOf(new Date(second * 1000)))).toBe(code)
})

test('apps read the secret as we mean it', () => {
  const shown = base32(secret)
  expect(shown).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(Buffer.from(fromBase32(shown))).toEqual(secret)
  const now = new Date('2013-02-01T00:00:00Z')
  expect(generateSync({ secret: shown, epoch: +now / 1000 })).toBe(codeOf(secret, stepOf(now)))
  expect(otpauth(shown, '対馬市', 'a@example.jp')).toMatch(/^otpauth:\/\/totp\/%E5.*secret=GEZD/)
})

test('a code is taken for a minute and a half, once, and no other', () => {
  const now = new Date('2013-02-01T00:00:10Z')
  const here = stepOf(now)
  for (const step of [here - 1, here, here + 1])
    expect(stepOfCode(secret, codeOf(secret, step), now, 0)).toBe(step)
  for (const step of [here - 2, here + 2])
    expect(stepOfCode(secret, codeOf(secret, step), now, 0)).toBeNull()
  expect(stepOfCode(secret, codeOf(secret, here), now, here)).toBeNull()
  for (const bad of ['', '12345', '1234567', '１２３４５６'])
    expect(stepOfCode(secret, bad, now, 0)).toBeNull()
})
