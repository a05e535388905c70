import { writeCsv } from '#platform/csv.ts'
import { pdf } from '#platform/pdf/pdf.ts'
import { stepOf } from '../rules/report.ts'
import { type Printed, papersDocument, sheetDocument } from './chapter.ts'
import { layers, onPaper } from './judging.ts'
import { ja as d } from './messages/desk-ja.ts'
import { ja as t } from './messages/ja.ts'
import { judgementRows } from './rules/rows.ts'
import { type JudgedItem, type JudgingYear, layersOf } from './rules/year.ts'

/** For members before the meeting, for the council and the public after it. */
export const packFile = async (printed: Printed): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await pdf(papersDocument(printed)))

export const sheetFile = async (
  printed: Printed,
  items: readonly JudgedItem[],
  member: string,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await pdf(sheetDocument(printed, items, member)))

export const judgementJson = (years: readonly JudgingYear[], licence: string): string =>
  `${JSON.stringify({ licence, items: years.flatMap(judgementRows) }, null, 2)}\n`

export function judgementCsv(years: readonly JudgingYear[]): Uint8Array<ArrayBuffer> {
  const head = [
    '年度',
    '時期',
    '施策',
    '項目番号',
    '項目名',
    ...layers.flatMap((layer) => [
      t.short[layer],
      `${t.short[layer]}(${t.course})`,
      `${t.short[layer]}(${t.comment})`,
    ]),
    t.spread,
    '意見の数',
    t.remarks,
  ]
  const rows = years.flatMap((year) =>
    year.items.map((judged) => {
      const { item, measure } = judged.progress
      const said = layersOf(judged, year.scale)
      const answered = judged.remarks.filter(({ state }) => state === 'approved')
      return [
        year.committee.fiscalYear,
        t.occasions[year.committee.occasion],
        measure.number,
        item.code,
        item.title,
        ...layers.flatMap((layer) => {
          const one = said[layer]
          if (!one) return [judged.waived[layer] ? d.waived : '', '', judged.waived[layer] ?? '']
          return [one.step?.label ?? '', one.course ? t.courses[one.course] : '', one.comment]
        }),
        [...judged.spread].map(([value, n]) => `${value}:${n}`).join(' '),
        answered.length,
        answered
          .map(
            ({ kind, text, answer }) =>
              `${t.kinds[kind]}「${text}」→ ${answer.stance ? t.stances[answer.stance] : ''}: ${answer.reason}`,
          )
          .join('\n'),
      ]
    }),
  )
  return new TextEncoder().encode(writeCsv([head, ...rows]))
}

/** The marks as far as whoever takes them may see them. */
export function marksCsv(
  year: JudgingYear,
  nameOf: (user: string) => string,
): Uint8Array<ArrayBuffer> {
  const head = ['項目番号', '項目名', d.members, d.value, d.course, d.commentOfMember, d.onPaper]
  const rows = year.items.flatMap(({ progress: { item }, marks }) =>
    marks
      .filter(({ state }) => state === 'given')
      .map((mark) => [
        item.code,
        item.title,
        nameOf(mark.userId),
        stepOf(year.scale, mark.verdict.value)?.label ?? '',
        mark.verdict.course ? d.courses[mark.verdict.course] : '',
        mark.verdict.comment,
        onPaper(mark) ? '○' : '',
      ]),
  )
  return new TextEncoder().encode(writeCsv([head, ...rows]))
}
