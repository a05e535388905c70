import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { audienceWords, markOf } from '#domains/plan/intake/marks.ts'
import type { Reading } from '#domains/plan/intake/sheet.ts'

const cell = (text: string) =>
  new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)) })
const table = (rows: readonly (readonly string[])[]) =>
  new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) })

/** A plan as an office types it in Word: 施策 and ■ as paragraphs, the items beneath in tables. */
export async function wordFile({ head, rows }: Reading): Promise<Uint8Array<ArrayBuffer>> {
  const children: (Paragraph | Table)[] = [
    new Paragraph(head.title ?? ''),
    new Paragraph(head.subtitle ?? ''),
    new Paragraph(`指針の目的　${head.purpose ?? ''}`),
    new Paragraph('協働(共働)のねらい'),
    new Paragraph(head.aim ?? ''),
    ...(head.goals ?? []).map((goal, i) => new Paragraph(`${'①②③'[i]} ${goal}`)),
  ]
  let lines: string[][] = []
  const close = () => {
    if (lines.length) children.push(table(lines))
    lines = []
  }
  for (const [i, row] of rows.entries()) {
    const above = rows[i - 1]
    const { measure, group, content } = row
    if (above?.measure.number !== measure.number) {
      close()
      children.push(new Paragraph(`施策${measure.number}　${measure.title}`))
      children.push(new Paragraph('★市民が主体　●市が主体　◎市民と市が主体'))
    }
    if (above?.group.text !== group.text || above.group.audience !== group.audience) {
      close()
      if (group.audience)
        lines.push([`■${audienceWords[group.audience]}`, `■${group.text}`, '', ''])
      else children.push(new Paragraph(`■${group.text}`))
      lines.push(['', '項目', 'アクションプランの内容', '関係部署'])
    }
    const { lead, title, description, departments } = content
    lines.push([lead ? markOf(lead) : '', title, description, departments.join('\n')])
  }
  close()
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }))
  return new Uint8Array(bytes)
}
