import encoding from 'encoding-japanese'
import { describe, expect, test } from 'vitest'
import { readCsv, readPasted, writeCsv } from './csv.ts'
import { Unreadable } from './office/unreadable.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const cellsOf = (text: string) => readCsv(bytes(text)).rows.map((row) => row.cells)

const japanese = '施策,項目,部署\r\n1,協働(共働)の意識を高める①㈱髙,地域再生推進本部\r\n'

function encoded(text: string, to: 'SJIS' | 'EUCJP' | 'JIS'): Uint8Array {
  return Uint8Array.from(encoding.convert(encoding.stringToCode(text), { from: 'UNICODE', to }))
}

describe('a file of comma separated values', () => {
  test('opens in Excel: UTF-8 with its mark and CRLF', () => {
    expect(
      writeCsv([
        ['番号', '予算'],
        ['1-1', 20000],
        ['', null],
      ]),
    ).toBe('\ufeff番号,予算\r\n1-1,20000\r\n,\r\n')
  })

  test('never hands a formula to a spreadsheet', () => {
    for (const start of ['=', '+', '-', '@', '\t', '＝', '＠']) {
      const line = writeCsv([[`${start}SUM(1)`]])
      expect(line.replace(/^\ufeff"?/, '').startsWith("'"), start).toBe(true)
    }
    expect(writeCsv([[-5, '協働']])).toBe('\ufeff-5,協働\r\n')
  })

  test('comes back as it went', () => {
    const rows = [
      ['=1+1', '-', "'=x", "''+y", "'普通の引用'", '＋α'],
      ['改\n行,「"」', ' 前後 ', '\tタブ', '', '@市', 'x'],
    ]
    expect(readCsv(bytes(writeCsv(rows))).rows.map((row) => row.cells)).toEqual(rows)
  })

  test.each([
    ['shift_jis', encoded(japanese, 'SJIS')],
    ['euc-jp', encoded(japanese.replace('①㈱髙', ''), 'EUCJP')],
    ['iso-2022-jp', encoded(japanese.replace('①㈱髙', ''), 'JIS')],
    ['utf-8', bytes(japanese)],
    ['utf-8', bytes(`\ufeff${japanese}`)],
    ['utf-16le', Buffer.from(`\ufeff${japanese.replaceAll(',', '\t')}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${japanese.replaceAll(',', '\t')}`, 'utf16le').swap16()],
  ])('is read in %s', (name, file) => {
    const read = readCsv(file)
    expect(read.encoding).toBe(name)
    expect(read.rows[0]?.cells).toEqual(['施策', '項目', '部署'])
    expect(read.rows[1]?.cells[1]?.startsWith('協働(共働)の意識を高める')).toBe(true)
  })

  test('is not taken for Shift_JIS when it is EUC, though both would do', () => {
    const file = encoded('おしえて,こたえ\n', 'EUCJP')
    expect(() => new TextDecoder('shift_jis', { fatal: true }).decode(file)).not.toThrow()
    expect(readCsv(file).rows[0]?.cells).toEqual(['おしえて', 'こたえ'])
  })

  test('keeps what only Windows has in Shift_JIS', () => {
    const file = Uint8Array.from([0x87, 0x40, 0x2c, 0x87, 0x8a, 0x2c, 0xfb, 0xfc, 0x0d, 0x0a])
    expect(readCsv(file).rows[0]?.cells).toEqual(['①', '㈱', '髙'])
  })

  test('tells the line on which a row begins, in every kind of line break', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const file = ['a,b', '"一', '二",c', '', ',,', 'd,e'].join(end)
      expect(readCsv(bytes(file)).rows).toEqual([
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['一\n二', 'c'] },
        { line: 6, cells: ['d', 'e'] },
      ])
    }
  })

  test('sees tabs, also when commas stand within the words', () => {
    expect(cellsOf('項目\t内容\n1\t集め,提供し,まとめる\n')).toEqual([
      ['項目', '内容'],
      ['1', '集め,提供し,まとめる'],
    ])
  })

  test('a quote in the middle is a quote; a file that just ends is read to its end', () => {
    expect(cellsOf('5"管,x\n"閉じない,y')).toEqual([['5"管', 'x'], ['閉じない,y']])
    expect(cellsOf('')).toEqual([])
  })

  test('a picture is not a text', () => {
    expect(() => readCsv(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]))).toThrow(Unreadable)
    expect(() => readCsv(Uint8Array.from([0xff, 0xff, 0x80, 0xa0]))).toThrow(Unreadable)
  })
})

describe('pasted cells', () => {
  const pasted = (text: string) => readPasted(text).map((row) => row.cells)

  test('from Excel: a cell of two lines comes in quotes, one with quotes does not', () => {
    expect(pasted('1-1\t"一行目\r\n二行目と""引用"""\t市\r\n1-2\t"協働"とは\t"市"\r\n')).toEqual([
      ['1-1', '一行目\n二行目と"引用"', '市'],
      ['1-2', '"協働"とは', '"市"'],
    ])
  })

  test('from Word: a cell of two paragraphs breaks the row, and is made whole', () => {
    expect(pasted('主体\t項目\t部署\r\n●\t一段\r\n二段\u000b改行\t市\r\n◎\tb\tc\r\n')).toEqual([
      ['主体', '項目', '部署'],
      ['●', '一段\n二段\n改行', '市'],
      ['◎', 'b', 'c'],
    ])
  })

  test('rows that are only short stay as they are', () => {
    expect(pasted('a\tb\tc\nd\te\nf\tg\th\n単独の行\n')).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
      ['f', 'g', 'h'],
      ['単独の行'],
    ])
    expect(readPasted('a\tb\n\n"x\ny"\tz\nq\tr').map((row) => row.line)).toEqual([1, 3, 5])
  })
})
