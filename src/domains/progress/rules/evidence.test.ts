import { expect, test } from 'vitest'
import { safeName } from './evidence.ts'
import { linkKind } from './link.ts'

test.each([
  ['浜の清掃.HEIC', 'jpg', '浜の清掃.jpg'],
  ['IMG_2031.jpeg', 'jpg', 'IMG_2031.jpg'],
  ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['C:\\Users\\me\\会議 記録.pdf', 'pdf', '会議-記録.pdf'],
  ['a.pdf.exe', 'pdf', 'a.pdf'],
  ['fdp\u202e.exe', 'pdf', 'fdp.pdf'],
  ['"><script>alert(1)</script>.csv', 'csv', 'script.csv'],
  ['', 'jpg', 'file.jpg'],
  ['.htaccess', 'csv', 'htaccess.csv'],
  ['長'.repeat(200), 'docx', `${'長'.repeat(60)}.docx`],
])('%s is saved as a safe name', (given, ending, name) => {
  expect(safeName(given, ending)).toBe(name)
})

test.each([
  ['/voices/voc_1', 'voice'],
  ['/en/meetings/mtg_1', 'meeting'],
  ['/cases/cas_1', 'case'],
  ['/plans/2012/items/2-3', 'item'],
  ['/plans/2012', 'plan'],
  ['/progress/2012', 'progress'],
  ['/publications/pub_1', 'publication'],
  ['/about', 'page'],
  ['https://www.city.example.jp/voices/1', null],
])('%s is shown as what it is', (url, kind) => {
  expect(linkKind(url)).toBe(kind)
})
