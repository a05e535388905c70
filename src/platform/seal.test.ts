import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { BrokenSeal, readSeal } from './seal.ts'

const secret = 'a secret that only tests know, 0123456789'
const key = (name: string) => `${name}=${randomBytes(32).toString('base64')}`

test('what is sealed cannot be read, and opens in its place', () => {
  const seal = readSeal(key('2026'), secret)
  const sealed = seal.seal('対馬 花子', 'resident_contact.name:res_1')
  expect(sealed).not.toContain('花子')
  expect(seal.open(sealed, 'resident_contact.name:res_1')).toBe('対馬 花子')
  expect(seal.seal('対馬 花子', 'resident_contact.name:res_1')).not.toBe(sealed)
})

test("a sealed text in another person's row does not open", () => {
  const seal = readSeal(key('2026'), secret)
  const sealed = seal.seal('hanako@example.jp', 'resident_contact.email:res_1')
  expect(() => seal.open(sealed, 'resident_contact.email:res_2')).toThrow(BrokenSeal)
})

test.each([0, 20, -1])('one changed character is noticed (at %i)', (at) => {
  const seal = readSeal(key('2026'), secret)
  const sealed = seal.seal('厳原町国分1441', 'a.b:c')
  const body = sealed.lastIndexOf('.') + 1
  const place = at < 0 ? sealed.length - 4 : body + Math.min(at, sealed.length - body - 4)
  const other = sealed[place] === 'A' ? 'B' : 'A'
  const changed = sealed.slice(0, place) + other + sealed.slice(place + 1)
  expect(() => seal.open(changed, 'a.b:c')).toThrow(BrokenSeal)
})

test('a new key seals, the old one still opens, and its texts are known as old', () => {
  const old = key('2025')
  const before = readSeal(old, secret)
  const sealed = before.seal('0920-53-6111', 'a.b:c')
  const now = readSeal(`${key('2026')},${old}`, secret)
  expect(now.open(sealed, 'a.b:c')).toBe('0920-53-6111')
  expect(now.isOld(sealed)).toBe(true)
  expect(now.isOld(now.seal('x', 'a.b:c'))).toBe(false)
  expect(() => readSeal(key('2026'), secret).open(sealed, 'a.b:c')).toThrow(/2025/)
})

test('a mark finds the same text again whatever the keys, and differs by purpose and installation', () => {
  const one = readSeal(key('2025'), secret)
  const two = readSeal(key('2026'), secret)
  expect(two.mark('hanako@example.jp', 'email')).toBe(one.mark('hanako@example.jp', 'email'))
  expect(one.mark('hanako@example.jp', 'other')).not.toBe(one.mark('hanako@example.jp', 'email'))
  const elsewhere = readSeal(key('2025'), `${secret}!`)
  expect(elsewhere.mark('a', 'email')).not.toBe(one.mark('a', 'email'))
})

test.each(['2026', '2026=short', `a b=${randomBytes(32).toString('base64')}`])(
  'a key that is none is refused: %s',
  (given) => expect(() => readSeal(given, secret)).toThrow(/TOMONI_SEAL_KEYS/),
)
