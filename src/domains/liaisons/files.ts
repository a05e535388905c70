import type { Department } from '#domains/staff/index.ts'
import { eraFiscalYear, localDate } from '#platform/calendar.ts'
import { writeCsv } from '#platform/csv.ts'
import { writeWorkbook } from '#platform/spreadsheet.ts'
import { type Attendance, collaborationForms, type Inventory, type Training } from './liaison.ts'
import { ja } from './messages/desk-ja.ts'
import { rosterWords } from './messages/public.ts'
import type { RosterLine } from './section-year.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const csv = 'text/csv; charset=utf-8'

export interface MadeFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly name: string
}

const utf8 = (text: string) => new TextEncoder().encode(text)

/** The public roster. The city hall's telephone stands where a section has none of its own. */
export function rosterFile(lines: readonly RosterLine[], phone: string): MadeFile {
  const t = rosterWords.ja
  const named = lines.some((line) => line.names.length > 0)
  const head = [t.section, `${t.section}(en)`, t.phone, `${t.who}の人数`, ...(named ? [t.who] : [])]
  const rows = lines.map((line) => [
    line.section,
    line.translations.en ?? '',
    line.phone || phone,
    line.liaisons,
    ...(named ? [line.names.join('、')] : []),
  ])
  return { bytes: utf8(writeCsv([head, ...rows])), type: csv, name: 'liaisons.csv' }
}

type Listed = readonly { readonly section: Department; readonly inventory: Inventory }[]

const columns = [
  [ja.section, 20],
  [ja.fields.work, 30],
  [ja.fields.now, 36],
  [ja.fields.partner, 24],
  [ja.fields.form, 16],
  [ja.fields.season, 16],
  [ja.fields.remark, 30],
] as const

const rowsOf = (list: Listed): string[][] =>
  list.flatMap(({ section, inventory }) =>
    inventory.rows.map((row) => [
      section.name,
      row.work,
      row.now,
      row.partner,
      row.form ? ja.forms[row.form] : '',
      row.season,
      row.remark,
    ]),
  )

/** All inventories of a year, one line a piece of work. */
export async function inventoryFile(
  list: Listed,
  year: number,
  format: 'xlsx' | 'csv',
  by: { readonly author: string; readonly now: Date },
): Promise<MadeFile> {
  const rows = rowsOf(list)
  const name = `inventories-${year}.${format}`
  if (format === 'csv')
    return { bytes: utf8(writeCsv([columns.map(([label]) => label), ...rows])), type: csv, name }
  const title = `業務の棚卸 ${eraFiscalYear(year)}`
  const book = await writeWorkbook({
    title,
    author: by.author,
    date: localDate(by.now),
    sheets: [
      {
        name: '業務の棚卸',
        title,
        columns: columns.map(([label, width]) => ({
          label,
          width,
          kind: 'text',
          ...(label === ja.fields.form && {
            choices: collaborationForms.map((form) => ja.forms[form]),
            otherwise: 'warn',
          }),
        })),
        rows,
        frozenColumns: 1,
      },
    ],
  })
  return { bytes: new Uint8Array(book), type: xlsx, name }
}

/** Who was invited to which training of a year, and who came. */
export function attendanceFile(
  year: number,
  list: readonly {
    readonly training: Training
    readonly attendance: Attendance
    readonly section: string
    readonly name: string
  }[],
): MadeFile {
  const head = [ja.trainingTitle, ja.level, ja.heldOn, ja.section, ja.liaisons, ja.state, ja.report]
  const rows = list.map(({ training, attendance, section, name }) => [
    training.title,
    ja.levels[training.level],
    training.heldOn,
    section,
    name,
    ja.attendances[attendance.state],
    attendance.report,
  ])
  return { bytes: utf8(writeCsv([head, ...rows])), type: csv, name: `trainings-${year}.csv` }
}
