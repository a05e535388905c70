import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Block } from '#platform/document.ts'
import { closePdf, pdf } from './pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'tomoni-letter-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await closePdf()
})

const letter = (over: Partial<Extract<Block, { kind: 'letter' }>> = {}): Block => ({
  kind: 'letter',
  lang: 'ja',
  to: ['〒496-8686', '愛知県津島市立込町2丁目21番地', '津島 花子 様'],
  from: ['津島市 市民協働課'],
  date: '令和8年11月24日',
  title: '計画が変わりました',
  paragraphs: ['項目1-1の内容が変わりました。'],
  foot: ['津島市 市民協働課 電話 0567-24-1111'],
  ...over,
})

const put = (bytes: Uint8Array) => {
  const file = join(folder, 'letters.pdf')
  writeFileSync(file, bytes)
  return file
}
const run = (tool: string, ...options: string[]) => execFileSync(tool, options).toString()
const points = (millimetres: number) => (millimetres / 25.4) * 72

/** Where each word of the first page stands, in points from the left and the top. */
function boxes(file: string) {
  const page = run('pdftotext', '-bbox', '-l', '1', file, '-')
  return [
    ...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g),
  ].map(([, left, top, right, bottom, word = '']) => ({
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
    word,
  }))
}

test('the address stands in the window of the envelope, and nothing else does', async () => {
  const file = put(await pdf({ ...outer, blocks: [letter()] }))
  const inWindow = boxes(file).filter(
    ({ top, left }) => top >= points(46) && top < points(92) && left < points(106),
  )
  const words = inWindow.map(({ word }) => word).join('')
  expect(words).toBe('〒496-8686愛知県津島市立込町2丁目21番地津島花子様')
  for (const one of inWindow) {
    expect(one.left).toBeGreaterThanOrEqual(points(20))
    expect(one.right).toBeLessThanOrEqual(points(106))
    expect(one.top).toBeGreaterThanOrEqual(points(45))
    expect(one.bottom).toBeLessThanOrEqual(points(92))
  }
})

test('even a long address in a large building stays in the window', async () => {
  const to = [
    '〒496-8686',
    '愛知県津島市立込町2丁目21番地の10 グランドメゾン津島中央ステーションタワー西館 1234号室',
    '社会福祉法人とても長い名前の会 地域支援センター 代表 津島 花子 様',
  ]
  const file = put(await pdf({ ...outer, blocks: [letter({ to })] }))
  const address = boxes(file).filter(({ top }) => top >= points(46) && top < points(100))
  expect(
    address
      .map(({ word }) => word)
      .join('')
      .startsWith(to.join('').replaceAll(' ', '')),
  ).toBe(true)
  const last = address.filter(({ word }) => word === '様')
  expect(last).toHaveLength(1)
  for (const { bottom } of last) expect(bottom).toBeLessThanOrEqual(points(92))
})

test('each letter has its own sheet, in large print, and a title for the reader of the file', async () => {
  const file = put(
    await pdf({ ...outer, blocks: [letter(), letter({ code: '482913' }), letter()] }),
  )
  expect(run('pdfinfo', file)).toMatch(/Pages:\s+3[\s\S]*Page size:.*A4/)
  expect(run('pdfinfo', file)).toMatch(/Tagged:\s+yes/)
  expect(run('pdftotext', '-f', '2', '-l', '2', file, '-')).toContain('482913')
  const body = boxes(file).find(({ word }) => word.startsWith('項目1-1'))
  expect((body?.bottom ?? 0) - (body?.top ?? 0)).toBeGreaterThanOrEqual(12)
})

const outer = {
  title: 'お手紙',
  author: '津島市 市民協働課',
  lang: 'ja',
  date: '2026-11-24',
} as const
