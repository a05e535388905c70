import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BadSetting, readConfig } from '../../src/config.ts'
import { inFolder } from '../support/files.ts'

const strong = 'Zq8x!mK2p9vRt5Lw3nBc7yHd4fGs6jAe'

describe('in production it starts with a secret of its own or not at all', () => {
  test.each([
    undefined,
    '',
    ' ',
    'secret',
    'changeme',
    'a'.repeat(64),
    'abababababababababababababababababababab',
    '0123456789'.repeat(4),
    strong.slice(0, 31),
  ])('%j is refused', (secret) => {
    const env = { NODE_ENV: 'production', TOMONI_DATA: '/nowhere/at/all', TOMONI_SECRET: secret }
    expect(() => readConfig(env)).toThrow(BadSetting)
    expect(existsSync('/nowhere')).toBe(false)
  })

  test('a strong one is taken, and no file is written', async () => {
    await inFolder(async (dataDir) => {
      const env = { NODE_ENV: 'production', TOMONI_DATA: dataDir, TOMONI_SECRET: strong }
      expect(readConfig(env).secret).toBe(strong)
      expect(existsSync(join(dataDir, 'secret'))).toBe(false)
    })
  })

  test('a file beside the data does not stand in for it', async () => {
    await inFolder(async (dataDir) => {
      await writeFile(join(dataDir, 'secret'), strong)
      expect(() => readConfig({ NODE_ENV: 'production', TOMONI_DATA: dataDir })).toThrow(BadSetting)
    })
  })
})

describe('elsewhere', () => {
  test('a weak secret that somebody gave is refused all the same', () => {
    expect(() => readConfig({ TOMONI_SECRET: 'secret' })).toThrow(BadSetting)
  })

  test('one is made, kept for its owner only, and found again', async () => {
    await inFolder(async (dataDir) => {
      const { secret } = readConfig({ TOMONI_DATA: dataDir })
      expect(secret.length).toBeGreaterThanOrEqual(48)
      expect(readConfig({ TOMONI_DATA: dataDir }).secret).toBe(secret)
      const path = join(dataDir, 'secret')
      expect((await stat(path)).mode & 0o077).toBe(0)
      expect((await readFile(path, 'utf8')).trim()).toBe(secret)
    })
  })

  test('a kept one that was emptied or cut is not signed with', async () => {
    await inFolder(async (dataDir) => {
      for (const kept of ['', '\n', 'short']) {
        await writeFile(join(dataDir, 'secret'), kept)
        expect(() => readConfig({ TOMONI_DATA: dataDir }), JSON.stringify(kept)).toThrow(BadSetting)
      }
    })
  })
})

test('an address that is none is refused by its name', () => {
  const env = { TOMONI_SECRET: strong }
  for (const origin of ['plan.example.jp', 'ftp://plan.example.jp', 'javascript:alert(1)'])
    expect(() => readConfig({ ...env, TOMONI_ORIGIN: origin })).toThrow(/TOMONI_ORIGIN/)
  for (const port of ['x', '-1', '70000', '80.5'])
    expect(() => readConfig({ ...env, PORT: port })).toThrow(/PORT/)
})

test('it listens to this machine alone unless somebody says otherwise', () => {
  expect(readConfig({ TOMONI_SECRET: strong }).host).toBe('127.0.0.1')
})
