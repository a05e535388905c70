import { writeCsv } from '#platform/csv.ts'
import { pdf } from '#platform/pdf/pdf.ts'
import { writeWorkbook } from '#platform/spreadsheet.ts'
import { type PrintedResult, resultCells, resultColumns, resultDocument } from './chapter.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** 結果の表 as one takes it along. */
export const resultFiles = {
  pdf: {
    type: 'application/pdf',
    make: async (printed: PrintedResult) => new Uint8Array(await pdf(resultDocument(printed))),
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    make: async ({ rows }: PrintedResult) =>
      bytesOf(writeCsv([[...resultColumns], ...rows.map((row) => [...resultCells(row)])])),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: async ({ one, rows, site }: PrintedResult) =>
      new Uint8Array(
        await writeWorkbook({
          title: one.title,
          author: site.name.ja,
          date: one.publishedOn,
          sheets: [
            {
              name: '意見と市の考え方',
              title: one.title,
              columns: resultColumns.map((label, i) => ({
                label,
                width: [8, 16, 50, 50, 24, 24][i] ?? 20,
                kind: 'text' as const,
              })),
              rows: rows.map((row) => [...resultCells(row)]),
            },
          ],
        }),
      ),
  },
} as const
export type ResultFile = keyof typeof resultFiles
