import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { localFiles } from './files.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'tomoni-files-'))
const bytes = (text: string) => new TextEncoder().encode(text)

test('what is put is got back, once, however often it is handed in', async () => {
  const dir = folder()
  const files = localFiles(dir)
  const key = await files.put(bytes('計画'))
  expect(await files.put(bytes('計画'))).toBe(key)
  expect(await files.get(key)).toEqual(bytes('計画'))
  expect(readdirSync(dir, { recursive: true })).toHaveLength(2)
})

test('what is not there is not there, and no key leads out of the folder', async () => {
  const dir = folder()
  const files = localFiles(join(dir, 'files'))
  writeFileSync(join(dir, 'secret'), 'x')
  const absent = `00/${'0'.repeat(64)}`
  for (const key of [absent, '../secret', '/etc/passwd', '..%2fsecret', '00/..', ''])
    expect(await files.get(key)).toBeUndefined()
})

test('what lies on a shelf is thrown away without touching the same file elsewhere', async () => {
  const files = localFiles(folder())
  const everywhere = await files.put(bytes('証拠'))
  const key = await files.put(bytes('証拠'), 'evidence')
  expect(key).toBe(`evidence/${everywhere}`)
  await files.remove(everywhere)
  await files.remove(key)
  await files.remove(key)
  await files.remove('evidence/../../x')
  expect(await files.get(key)).toBeUndefined()
  expect(await files.get(everywhere)).toEqual(bytes('証拠'))
})
