import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BadSetting, readConfig } from './config.ts'

const folder = () => ({ TOMONI_DATA: mkdtempSync(join(tmpdir(), 'tomoni-config-')) })
const strong = 'Zq3v8sN1xT6mB4kW9cR2yH7pL5dF0gJa'

test.each([undefined, '', 'short', 'a'.repeat(64), 'abcabcabcabcabcabcabcabcabcabcabcabc'])(
  'production does not start with the secret %s',
  (secret) => {
    const env = { ...folder(), NODE_ENV: 'production', TOMONI_SECRET: secret }
    expect(() => readConfig(env)).toThrow(BadSetting)
  },
)

test('production starts with a strong secret', () => {
  const env = { ...folder(), NODE_ENV: 'production', TOMONI_SECRET: strong }
  expect(readConfig(env)).toMatchObject({ secret: strong, production: true })
})

test('elsewhere a secret is made once, kept for its owner only, and found again', () => {
  const env = folder()
  const { secret } = readConfig(env)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(readConfig(env).secret).toBe(secret)
  expect(statSync(join(env.TOMONI_DATA, 'secret')).mode & 0o077).toBe(0)
})

test.each([
  [{ PORT: 'eighty' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ TOMONI_ORIGIN: 'javascript:alert(1)' }, 'TOMONI_ORIGIN'],
])('a wrong setting is named: %j', (wrong, name) => {
  expect(() => readConfig({ ...folder(), ...wrong })).toThrow(name)
})

test('services for residents are read from the setting, and a wrong one is refused by its place', () => {
  const title = { ja: 'LINE', easy: 'LINE', en: 'LINE', ko: 'LINE' }
  const line = {
    name: 'line',
    title,
    issuer: 'https://access.line.me',
    clientId: '1',
    clientSecret: 'twelve letters',
  }
  const read = (list: unknown) =>
    readConfig({ TOMONI_SECRET: strong, TOMONI_RESIDENT_OIDC: JSON.stringify(list) }).services
  expect(read([line]).map(({ name }) => name)).toEqual(['line'])
  expect(() => read([{ ...line, issuer: 'http://access.line.me' }])).toThrow(/https/)
  expect(() => read([{ ...line, mapping: 'js' }])).toThrow(/TOMONI_RESIDENT_OIDC/)
})
