import { departments } from '#domains/staff/index.ts'
import { fiscalYearStart } from '#platform/calendar.ts'
import { writeCsv } from '#platform/csv.ts'
import type { Reader } from '#platform/database.ts'
import type { Document } from '#platform/document.ts'
import { pdf } from '#platform/pdf/pdf.ts'
import { siteProfile } from '#platform/site.ts'
import { writeWorkbook } from '#platform/spreadsheet.ts'
import { planDocument } from './chapter.ts'
import { toTable } from './intake/cells.ts'
import { toPlanJson } from './intake/json.ts'
import { headOf, publicRowsOf, rowsOf } from './intake/rows.ts'
import type { Plan } from './plan.ts'
import { planStates, publicStates } from './plan.ts'
import { publicAmendments, yearView } from './store/views.ts'
import type { Format } from './urls.ts'
import { planWorkbook, publicColumns, staffColumns, templateWorkbook } from './workbook.ts'

export const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const satisfies Record<Format, string>

export const isFormat = (text: string): text is Format => text in mediaTypes

/** `staff` has also who answers within the city hall; it never goes through a public address. */
export type Readership = 'public' | 'staff'

/** A plan as a file to take away. All are made of the same rows or blocks, so none can say otherwise. */
export async function filled(
  db: Reader,
  plan: Plan,
  format: Format,
  readership: Readership,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'pdf') return new Uint8Array(await pdf(await documentOf(db, plan, readership)))
  const { tree } = await yearView(db, plan)
  const rows = readership === 'staff' ? rowsOf(tree) : publicRowsOf(tree)
  if (format === 'json') return utf8(`${JSON.stringify(toPlanJson(headOf(plan), rows), null, 2)}\n`)
  const columns = readership === 'staff' ? staffColumns(rows) : publicColumns(rows)
  if (format === 'csv') return utf8(writeCsv(toTable(rows, columns)))
  const site = await siteProfile(db)
  const book = planWorkbook({
    title: plan.title,
    author: site.name.ja,
    date: `${plan.fiscalYear}-04-01`,
    rows,
    columns,
    departments: (await departments(db, fiscalYearStart(plan.fiscalYear))).map((d) => d.name),
    spareRows: readership === 'staff' ? 20 : 0,
  })
  return new Uint8Array(await writeWorkbook(book))
}

export async function documentOf(
  db: Reader,
  plan: Plan,
  readership: Readership,
): Promise<Document> {
  const states = readership === 'staff' ? planStates : publicStates
  const { tree, considerYears } = await yearView(db, plan, states)
  return planDocument({
    tree,
    site: await siteProfile(db),
    considerYears,
    amendments: await publicAmendments(db, plan.id),
  })
}

/** The empty workbook that the secretariat sends to the departments. */
export async function template(db: Reader, date: string): Promise<Uint8Array<ArrayBuffer>> {
  const site = await siteProfile(db)
  return new Uint8Array(
    await writeWorkbook(
      templateWorkbook({
        title: 'アクションプラン取込様式',
        author: site.name.ja,
        date,
        departments: (await departments(db, date)).map((d) => d.name),
      }),
    ),
  )
}

const utf8 = (text: string) => new TextEncoder().encode(text)
