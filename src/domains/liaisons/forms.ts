import {
  blank,
  choice,
  date,
  type Field,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  several,
  text,
  wholeNumber,
} from '#platform/form.ts'
import { collaborationForms, type InventoryRow, inventoryLimit, trainingLevels } from './liaison.ts'

export const nameForm = { user: text(60) }
export const reasonForm = { reason: text(200) }
export const endForm = { lastDay: date, reason: text(200) }
export const excuseForm = { reason: text(200) }

/** One form for every way to show a duty; which of its fields has to be filled depends on the duty. */
export const dutyForm = {
  note: optionalLongText(1000),
  count: wholeNumber(100_000),
  link: optionalText(500),
}
export const noteNeeded = { ...dutyForm, note: longText(1000) }

export const trainingForm = {
  title: text(100),
  level: choice(trainingLevels),
  heldOn: date,
  place: optionalText(100),
  materials: optionalLongText(1000),
}
export const reportForm = { report: longText(400) }
export const presentForm = { present: several(500, 60) }

/** Month and day as people write them: 8/31 or 08-31. */
export const yearDay: Field<string | null> = {
  ...optionalText(10),
  schema: optionalText(10).schema.transform((raw, issue) => {
    const [, month = '', day = ''] =
      /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(raw.normalize('NFKC')) ?? []
    const padded = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    // 29 February is not in every year.
    const at = new Date(`2015-${padded}T00:00:00Z`)
    if (month && !Number.isNaN(+at) && at.toISOString().slice(5, 10) === padded) return padded
    issue.addIssue({ code: 'custom', message: 'not-a-date' })
    return null
  }) as unknown as Field<string | null>['schema'],
}

export const termsForm = {
  from: date,
  names: choice(['hide', 'show'] as const),
  posts: text(60),
  remindAfterDays: wholeNumber(365),
  quietAfterDays: wholeNumber(365),
}
/** The duties of the terms, two fields each: asked or not, and by when. */
export const dutyTermsForm = (kinds: readonly string[]) =>
  Object.fromEntries(
    kinds.flatMap((kind) => [
      [`due.${kind}`, yearDay],
      [`asked.${kind}`, choice(['yes', 'no'] as const)],
    ]),
  ) as Record<string, Field<unknown>>

const rowFields = {
  work: optionalText(100),
  now: optionalText(200),
  partner: optionalText(100),
  form: optionalChoice(collaborationForms),
  season: optionalText(60),
  remark: optionalText(200),
} as const
export type RowField = keyof typeof rowFields
export const rowFieldNames = Object.keys(rowFields) as readonly RowField[]

/** `work.0`, `work.1`, …: as many lines as there are, and some to spare. */
export const inventoryForm = (lines: number) =>
  Object.fromEntries(
    Array.from({ length: Math.min(lines, inventoryLimit) }, (_, i) =>
      rowFieldNames.map((name) => [`${name}.${i}`, rowFields[name]] as const),
    ).flat(),
  ) as Record<string, Field<unknown>>

/** Lines in which something stands, in order; an empty line is no entry. */
export function rowsFrom(values: Readonly<Record<string, unknown>>, lines: number): InventoryRow[] {
  return Array.from({ length: lines }, (_, i) => {
    const said = (name: RowField) => String(values[`${name}.${i}`] ?? '')
    return {
      work: said('work'),
      now: said('now'),
      partner: said('partner'),
      form: (values[`form.${i}`] ?? null) as InventoryRow['form'],
      season: said('season'),
      remark: said('remark'),
    }
  }).filter((row) => Object.values(row).some((value) => value !== '' && value !== null))
}

export const blankInventory = (rows: readonly InventoryRow[], lines: number) =>
  blank(
    inventoryForm(lines),
    Object.fromEntries(
      rows.flatMap((row, i) => rowFieldNames.map((name) => [`${name}.${i}`, row[name] ?? ''])),
    ),
  )
