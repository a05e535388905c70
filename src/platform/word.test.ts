import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { closeOffice } from './office/office.ts'
import { readWord, Unreadable } from './word.ts'

afterAll(closeOffice)

const cell = (
  text: string,
  rest: { columnSpan?: number; verticalMerge?: 'restart' | 'continue' } = {},
) => new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)), ...rest })

async function docx(...children: (Paragraph | Table)[]): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

test('paragraphs with their styles, and tables in their place', async () => {
  const { blocks } = await readWord(
    await docx(
      new Paragraph({ text: '施策1　意識を高める!!', heading: HeadingLevel.HEADING_1 }),
      new Paragraph(''),
      new Paragraph({
        children: [new TextRun('一行目'), new TextRun({ text: '二行目', break: 1 })],
      }),
      new Table({
        rows: [
          new TableRow({ children: [cell('主体'), cell('項目'), cell('部署')] }),
          new TableRow({ children: [cell('◎'), cell('事例集の\n作成'), cell('関係各部')] }),
        ],
      }),
      new Paragraph('おわり'),
    ),
  )
  expect(blocks).toEqual([
    {
      kind: 'paragraph',
      text: '施策1　意識を高める!!',
      style: expect.stringMatching(/^heading 1$/i),
    },
    { kind: 'paragraph', text: '一行目\n二行目' },
    {
      kind: 'table',
      rows: [
        ['主体', '項目', '部署'],
        ['◎', '事例集の\n作成', '関係各部'],
      ],
    },
    { kind: 'paragraph', text: 'おわり' },
  ])
})

test('merged cells stand in each place they cover, a table in a cell is its text', async () => {
  const inner = new Table({ rows: [new TableRow({ children: [cell('中1'), cell('中2')] })] })
  const { blocks } = await readWord(
    await docx(
      new Table({
        rows: [
          new TableRow({ children: [cell('見出し', { columnSpan: 2 }), cell('右')] }),
          new TableRow({
            children: [
              cell('施策1', { verticalMerge: VerticalMergeType.RESTART }),
              cell('1-1'),
              new TableCell({ children: [new Paragraph('外'), inner, new Paragraph('')] }),
            ],
          }),
          new TableRow({
            children: [
              cell('', { verticalMerge: VerticalMergeType.CONTINUE }),
              cell('1-2'),
              cell('c'),
            ],
          }),
        ],
      }),
    ),
  )
  expect(blocks).toEqual([
    {
      kind: 'table',
      rows: [
        ['見出し', '見出し', '右'],
        ['施策1', '1-1', '外\n中1 中2'],
        ['施策1', '1-2', 'c'],
      ],
    },
  ])
})

test('a word with its reading keeps the word, without the reading', async () => {
  const parts = unzipSync(await docx(new Paragraph('ここにREADINGを推進します。')))
  const ruby =
    '</w:t></w:r><w:r><w:ruby><w:rubyPr><w:hps w:val="10"/></w:rubyPr><w:rt><w:r><w:t>きょうどう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>協働</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t xml:space="preserve">'
  const xml = new TextDecoder().decode(parts['word/document.xml'])
  parts['word/document.xml'] = strToU8(xml.replace('READING', ruby))
  const { blocks } = await readWord(zipSync(parts))
  expect(blocks).toEqual([{ kind: 'paragraph', text: 'ここに協働を推進します。' }])
})

test('what was struck out in tracked changes is gone, what was put in is there', async () => {
  const parts = unzipSync(await docx(new Paragraph('前XX後')))
  const tracked =
    '</w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:t>'
  const xml = new TextDecoder().decode(parts['word/document.xml'])
  parts['word/document.xml'] = strToU8(xml.replace('XX', tracked))
  expect((await readWord(zipSync(parts))).blocks).toEqual([{ kind: 'paragraph', text: '前新後' }])
})

test('pictures and bombs are not unpacked; what is no Word file says so', async () => {
  const parts = unzipSync(await docx(new Paragraph('本文')))
  const picture = crypto.getRandomValues(new Uint8Array(60_000))
  const { blocks } = await readWord(zipSync({ ...parts, 'word/media/image1.png': picture }))
  expect(blocks).toEqual([{ kind: 'paragraph', text: '本文' }])
  const bomb = zipSync({ ...parts, 'word/a.xml': new Uint8Array(3 * 1024 * 1024) })
  await expect(readWord(bomb)).rejects.toMatchObject({ reason: 'too-large' })
  await expect(readWord(strToU8('ただの文'))).rejects.toBeInstanceOf(Unreadable)
  parts['word/document.xml'] = strToU8('<w:document')
  await expect(readWord(zipSync(parts))).rejects.toMatchObject({ reason: 'broken' })
})
