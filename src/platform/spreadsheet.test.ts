import { strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import { closeOffice } from './office/office.ts'
import type { SheetCells, UnreadableReason, Workbook } from './spreadsheet.ts'
import { readWorkbook, Unreadable, writeWorkbook } from './spreadsheet.ts'

afterAll(closeOffice)

const departments = Array.from({ length: 40 }, (_, i) => `しまづくり推進部地域再生推進課第${i}係`)

const book: Workbook = {
  title: '進捗管理シート',
  author: '対馬市',
  date: '2026-04-01',
  sheets: [
    {
      name: '計画/進捗',
      title: '平成24年度 市民協働推進アクションプラン　進捗管理シート',
      hint: '黄色の欄に記入してください。',
      frozenColumns: 2,
      spareRows: 2,
      columns: [
        { label: '施策', width: 20, merged: true },
        { label: '番号', width: 8, align: 'center', note: '施策の番号と、その中の番号' },
        { label: 'ID', width: 10, kind: 'id', hidden: true },
        { label: '主体', width: 12, choices: ['★', '●', '◎'] },
        { label: '部署', width: 24, choices: departments, otherwise: 'warn' },
        { label: '予算額', width: 12, kind: 'yen', input: true },
        { label: '期限', width: 18, kind: 'date', input: true },
        { label: '達成率', width: 8, kind: 'percent' },
      ],
      rows: [
        ['意識を高める', '1-1', 'itm_1', '★', departments[3] ?? '', 20000, '2026-11-22', 0.25],
        ['意識を高める', '1-2', 'itm_2', '◎', '=1+1', -1234.5, null, null],
        [
          '共有する',
          '2-1',
          'itm_3',
          '',
          '改\n行',
          null,
          { value: '2027-03-31', note: '年度末' },
          1,
        ],
      ],
    },
  ],
}

const texts = (sheet: SheetCells | undefined, row: number) =>
  Object.fromEntries(
    [...(sheet?.rows.find((one) => one.row === row)?.cells ?? [])].map(([k, v]) => [k, v.text]),
  )

async function reason(bytes: Uint8Array): Promise<UnreadableReason | 'read'> {
  try {
    await readWorkbook(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof Unreadable) return error.reason
    throw error
  }
}

async function part(name: string): Promise<string> {
  return new TextDecoder().decode(unzipSync(await writeWorkbook(book))[name])
}

describe('a workbook that we write', () => {
  test('comes back cell by cell, with its addresses', async () => {
    const [sheet, lists] = await readWorkbook(await writeWorkbook(book))
    expect(sheet?.name).toBe('計画・進捗')
    expect(texts(sheet, 3).H).toBe('達成率')
    expect(texts(sheet, 4)).toEqual({
      A: '意識を高める',
      B: '1-1',
      C: 'itm_1',
      D: '★',
      E: departments[3],
      F: '20000',
      G: '2026-11-22',
      H: '0.25',
    })
    expect(sheet?.rows[3]?.cells.get('G')?.type).toBe('date')
    expect(texts(sheet, 5)).toEqual({
      A: '意識を高める',
      B: '1-2',
      C: 'itm_2',
      D: '◎',
      E: '=1+1',
      F: '-1234.5',
    })
    expect(texts(sheet, 6).E).toBe('改\n行')
    expect(sheet?.rows.some((row) => row.row > 6)).toBe(false)
    expect(lists?.hidden).toBe(true)
  })

  test('fills merged cells, or leaves them where they stand', async () => {
    const bytes = await writeWorkbook(book)
    const [filled] = await readWorkbook(bytes)
    const [first] = await readWorkbook(bytes, { merged: 'first' })
    expect(texts(filled, 5).A).toBe('意識を高める')
    expect(texts(first, 5).A).toBeUndefined()
    expect(texts(first, 6).A).toBe('共有する')
    // What lies under a merged cell would come to light when somebody parts it.
    expect(await part('xl/worksheets/sheet1.xml')).toMatch(/<c r="A5" s="\d+"\/>/)
  })

  test('holds no formula, whatever the text looks like', async () => {
    const xml = await part('xl/worksheets/sheet1.xml')
    expect(xml).not.toContain('<f>')
    expect(await part('xl/sharedStrings.xml')).toContain('=1+1')
    // As text, so that 1-1 is no date after somebody has edited it.
    expect(await part('xl/styles.xml')).toMatch(/numFmtId="49"|formatCode="@"/)
  })

  test('prints on A4 across, with its head on each page, and stays readable while scrolling', async () => {
    const xml = await part('xl/worksheets/sheet1.xml')
    expect(xml).toMatch(/<pageSetup [^>]*paperSize="9" orientation="landscape" fitToWidth="1"/)
    expect(xml).toMatch(/<pane xSplit="2" ySplit="3" topLeftCell="C4"/)
    expect(xml).toMatch(/<col min="3" max="3"[^>]*hidden="true"/)
    expect(await part('xl/workbook.xml')).toContain('$3:$3</definedName>')
  })

  test('offers lists: short ones in the cell, long ones from a hidden sheet, for new rows too', async () => {
    const xml = await part('xl/worksheets/sheet1.xml')
    expect(xml).toMatch(/sqref="D4:D8"[^>]*><formula1>"★,●,◎"/)
    expect(xml).toMatch(/sqref="E4:E8"[^>]*><formula1>'選択肢'!\$A\$1:\$A\$40</)
    expect(await part('xl/workbook.xml')).toMatch(/name="選択肢"[^>]*state="hidden"/)
  })

  test('has remarks, eras and yen', async () => {
    expect(await part('xl/comments1.xml')).toContain('施策の番号と、その中の番号')
    const styles = await part('xl/styles.xml')
    expect(styles).toContain('[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;')
    expect(styles).toContain('#,##0')
    expect(styles).toContain('FF163F5F')
  })

  test('has the same bytes each time', async () => {
    const first = await writeWorkbook(book)
    await new Promise((done) => setTimeout(done, 2100))
    expect(Buffer.compare(first, await writeWorkbook(book))).toBe(0)
  })

  test('does not lose the end of a text without a word', async () => {
    const sheet = { name: 'a', columns: [{ label: 'a', width: 9 }], rows: [['長'.repeat(32_768)]] }
    await expect(writeWorkbook({ ...book, sheets: [sheet] })).rejects.toThrow(RangeError)
  })
})

describe('a workbook from somewhere else', () => {
  test('gives the last result of a formula, times, truths and plain decimals', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '表',
          rows: [[0.1 + 0.2, true, 1e21, 1234567890123, '  前後  ']],
          cells: new Map([
            ['1,0', { value: 7, type: 'formula', formula: 'SUM(A1:B1)', formulaResult: 7 }],
            ['1,1', { value: 0.5, type: 'number', style: { numFmt: 'h:mm' } }],
            ['1,2', { value: 46113.75, type: 'number', style: { numFmt: 'yyyy/m/d h:mm' } }],
            ['1,3', { value: '', type: 'formula', formula: '"市"&"民"', formulaResult: '市民' }],
          ]),
        },
      ],
    })
    const [sheet] = await readWorkbook(bytes)
    expect(Object.values(texts(sheet, 1))).toEqual([
      '0.3',
      'TRUE',
      '1000000000000000000000',
      '1234567890123',
      '前後',
    ])
    expect(texts(sheet, 2)).toEqual({ A: '7', B: '12:00', C: '2026-04-01T18:00', D: '市民' })
  })

  test('leaves out the readings that Excel keeps for sorting', async () => {
    const parts = unzipSync(await writeXlsx({ sheets: [{ name: 'a', rows: [['地域再生']] }] }))
    const strings = new TextDecoder().decode(parts['xl/sharedStrings.xml'])
    parts['xl/sharedStrings.xml'] = strToU8(
      strings.replace(
        '<t>地域再生</t>',
        '<t>地域再生</t><rPh sb="0" eb="2"><t>チイキ</t></rPh><phoneticPr fontId="1"/>',
      ),
    )
    expect(texts((await readWorkbook(zipSync(parts)))[0], 1)).toEqual({ A: '地域再生' })
  })

  test('is told by name when it cannot be read', async () => {
    const ole = (stream: string) =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(504),
        Buffer.from(stream, 'utf16le'),
      ])
    const good = await writeWorkbook(book)
    const locked = await writeXlsx({
      sheets: [{ name: 'a', rows: [['x']] }],
      encryption: { password: 'ひみつ', spinCount: 1000 },
    })
    expect(await reason(new Uint8Array())).toBe('empty')
    expect(await reason(ole('Workbook'))).toBe('old-excel')
    expect(await reason(ole('WordDocument'))).toBe('old-word')
    expect(await reason(locked)).toBe('encrypted')
    expect(await reason(strToU8('%PDF-1.7 これは表ではない'))).toBe('other-kind')
    expect(await reason(zipSync({ 'photo.jpg': strToU8('x') }))).toBe('other-kind')
    expect(await reason(zipSync({ 'xl/workbook.bin': strToU8('x') }))).toBe('binary-excel')
    expect(await reason(zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }))).toBe(
      'open-document',
    )
    expect(await reason(good.subarray(0, good.length - 400))).toBe('broken')
    const torn = unzipSync(good)
    torn['xl/workbook.xml'] = strToU8('<workbook><sheets><sheet')
    expect(await reason(zipSync(torn))).toBe('broken')
    expect(await reason(good)).toBe('read')
  })
})

/** Changes what the list of contents says about the size of an entry. */
function claiming(zip: Uint8Array, name: string, size: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  for (let at = 0; at < zip.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const found = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + name.length))
    if (found === name) view.setUint32(at + 24, size, true)
  }
  return zip
}

describe('a bomb', () => {
  const zeros = new Uint8Array(3 * 1024 * 1024)
  const noise = () => Uint8Array.from({ length: 300_000 }, () => Math.floor(Math.random() * 256))

  test('of much in little is refused before it is unpacked', async () => {
    const parts = unzipSync(await writeWorkbook(book))
    expect(await reason(zipSync({ ...parts, 'xl/a.xml': zeros }))).toBe('too-large')
    const total = zipSync({ ...parts, 'xl/a.bin': noise() })
    expect(await reason(total)).toBe('read')
    expect(await reason(claiming(total, 'xl/a.bin', 51 * 1024 * 1024))).toBe('too-large')
  })

  test('of many entries is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}`, strToU8('x')]))
    expect(await reason(zipSync(many))).toBe('too-large')
  })

  test('that lies about its size is stopped at the size it promised', async () => {
    const parts = unzipSync(await writeWorkbook(book))
    const bomb = claiming(zipSync({ ...parts, 'xl/z.xml': zeros }), 'xl/z.xml', 1000)
    expect(await reason(bomb)).toBe('broken')
    // Stopped, not measured afterwards.
    await expect(readWorkbook(bomb)).rejects.toThrow(/larger than 1000 bytes/)
  })

  test('of entities, and of one cell in the farthest corner, is refused', async () => {
    const parts = unzipSync(await writeWorkbook(book))
    const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
    const dtd = '<!DOCTYPE a [<!ENTITY b "ひとつ">]>'
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    const withDtd = strToU8(xml.replace('<worksheet', `${dtd}<worksheet`))
    const withFar = strToU8(xml.replace('</sheetData>', far))
    expect(await reason(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': withDtd }))).toBe('broken')
    expect(await reason(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': withFar }))).toBe('broken')
    const wide = strToU8(
      xml.replace('</sheetData>', far.replaceAll('1048576', '3000').replace('XFD', 'CV')),
    )
    expect(await reason(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': wide }))).toBe('too-large')
  })
})
