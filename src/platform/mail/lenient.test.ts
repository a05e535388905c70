import encoding from 'encoding-japanese'
import { expect, test } from 'vitest'
import { readLeniently } from './lenient.ts'

const bytesOf = (text: string, to: 'SJIS' | 'EUCJP' | 'JIS' | 'UTF8') =>
  Uint8Array.from(encoding.convert(encoding.stringToCode(text), { from: 'UNICODE', to }))
const words = '用水路の柵が壊れていて、子どもが落ちそうです。'

test.each(['SJIS', 'EUCJP', 'JIS', 'UTF8'] as const)(
  'a letter without any head is read in its encoding: %s',
  async (to) => {
    const read = await readLeniently(bytesOf(words, to))
    expect(read.text).toBe(words)
    expect(read.from).toBeNull()
  },
)

test('whatever the bytes are, there is an answer, without controls', async () => {
  const all = Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256)
  for (const bytes of [new Uint8Array(), all, all.subarray(0, 1), bytesOf('From: ', 'UTF8')]) {
    const read = await readLeniently(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may reach a page.
    expect(read.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/)
  }
})

test('of a long one the beginning is shown, and that there is more', async () => {
  const head = 'From: hanako@example.jp\r\nSubject: test\r\n\r\n'
  const bytes = new TextEncoder().encode(`${head}${'あ'.repeat(70_000)}`)
  const read = await readLeniently(bytes)
  expect([...read.text]).toHaveLength(60_000)
  expect(read).toMatchObject({ from: 'hanako@example.jp', subject: 'test', isCut: true })
  expect((await readLeniently(bytes.subarray(0, 100), bytes.length)).isCut).toBe(true)
})
