import type { PlanItem } from '#domains/plan/index.ts'
import {
  type Body,
  blank,
  choice,
  date,
  decimal,
  type Field,
  type Filled,
  fill,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  several,
  text,
  wholeNumber,
  within,
} from '#platform/form.ts'
import { tongues, ways } from './group.ts'
import { alarms, emptyReport, kinds, periods, type ReportContent } from './progress.ts'
import { unchangedReasons } from './rules/desk.ts'
import { isLink } from './rules/link.ts'
import { readingsFor } from './rules/report.ts'

/** A day that has to be said. */
export const day: Field<string> = {
  ...date,
  required: true,
  schema: date.schema.refine(
    (one) => one !== null,
    'required',
  ) as unknown as Field<string>['schema'],
}

export const planYearForm = { scaleId: text(60) }
export const roundForm = {
  scaleId: text(60),
  opensOn: day,
  dueOn: day,
  note: optionalLongText(500),
}
export const newRoundForm = { period: choice(periods), ...roundForm }
export const giveBackForm = { reason: longText(500) }
export const reassignForm = { asked: text(60) }
/** 団体に頼む: without an address the link is handed over on paper. */
export const askGroupForm = { name: text(80), mail: optionalText(254), language: choice(tongues) }
/** 聞き取り: how, when and with whom what staff type for a group was confirmed. */
export const heardForm = { way: choice(ways), on: day, from: text(80) }
export const explainForm = { alarm: choice(alarms), text: longText(600), untilOn: date }

/** 報告: the texts of one item; rows of figures, readings and evidence stand beside. */
export const reportForm = {
  value: optionalText(40),
  districts: several(300, 60),
  result: optionalLongText(3000),
  issues: optionalLongText(1500),
  next: optionalLongText(1500),
  hours: decimal,
  yen: wholeNumber(999_999_999_999),
  why: optionalChoice(unchangedReasons),
  unchanged: optionalText(300),
}
export const figureForm = { name: optionalText(80), value: decimal, unit: optionalText(20) }
export const readingForm = { actual: decimal, unmeasured: optionalText(200) }
export const evidenceForm = { title: optionalText(120), url: optionalText(500) }
/** 写真と資料: what it shows, and the consent of whoever is in it. */
export const fileForm = { title: optionalText(120), consent: several(1, 3) }

export type ReportFault =
  | 'name-needed'
  | 'number-needed'
  | 'bad-link'
  | 'link-needed'
  | 'title-needed'

/** A report as it stands in its form: everything typed, right or wrong. */
export interface ReportTyped {
  readonly main: Filled<typeof reportForm>
  readonly figures: readonly Filled<typeof figureForm>[]
  readonly readings: readonly Filled<typeof readingForm>[]
  readonly evidence: readonly Filled<typeof evidenceForm>[]
  /** What the fields themselves cannot say, by the field's name: `figure0.name`. */
  readonly faults: Readonly<Record<string, ReportFault>>
  /** When nothing is wrong. */
  readonly content?: ReportContent
}

const most = 30
const fewestRows = 3

/** Rows that were sent, or at least three. */
const rowsIn = (body: Body, name: string): Body[] => {
  const rows = Array.from({ length: most }, (_, i) => within(body, `${name}${i}`))
  const last = rows.findLastIndex((row) => Object.keys(row).length > 0)
  return rows.slice(0, Math.max(last + 1, 0))
}

/** Reads one report out of a form; the names of the readings are the plan's, whatever is sent. */
export function readReport(body: Body, item: Pick<PlanItem, 'indicators'>): ReportTyped {
  const main = fill(reportForm, body)
  const figures = rowsIn(body, 'figure').map((row) => fill(figureForm, row))
  const evidence = rowsIn(body, 'evidence').map((row) => fill(evidenceForm, row))
  const readings = item.indicators.map((_, i) => fill(readingForm, within(body, `reading${i}`)))
  const faults = { ...figureFaults(figures), ...linkFaults(evidence) }
  const typed = { main, figures, readings, evidence, faults }
  const whole = [main, ...figures, ...evidence, ...readings].every(({ values }) => values)
  if (!main.values || !whole || Object.keys(faults).length) return typed
  const { why: _why, unchanged: _unchanged, ...texts } = main.values
  const content: ReportContent = {
    ...emptyReport,
    ...texts,
    figures: figures.flatMap(({ values }) =>
      values?.name && values.value !== null
        ? [{ name: values.name, value: values.value, unit: values.unit }]
        : [],
    ),
    readings: item.indicators.map(({ name }, i) => ({
      name,
      actual: readings[i]?.values?.actual ?? null,
      unmeasured: readings[i]?.values?.unmeasured ?? '',
    })),
    evidence: evidence.flatMap(({ values }) =>
      values?.url ? [{ title: values.title, url: values.url }] : [],
    ),
  }
  return { ...typed, content }
}

/** A form that starts from what the report says. */
export function reportTyped(
  content: ReportContent,
  item: Pick<PlanItem, 'indicators'>,
  unchanged: Partial<Record<'why' | 'unchanged', string>> = {},
): ReportTyped {
  const { value, districts, result, issues, next, hours, yen } = content
  const rows = (filled: number) => Math.min(Math.max(filled + 1, fewestRows), most)
  const each = <T>(count: number, of: (i: number) => T) =>
    Array.from({ length: count }, (_, i) => of(i))
  return {
    main: blank(reportForm, { value, districts, result, issues, next, hours, yen, ...unchanged }),
    figures: each(rows(content.figures.length), (i) =>
      blank(figureForm, { ...content.figures[i] }),
    ),
    readings: readingsFor(item, content.readings).map(({ actual, unmeasured }) =>
      blank(readingForm, { actual, unmeasured }),
    ),
    evidence: each(rows(content.evidence.length), (i) =>
      blank(evidenceForm, { ...content.evidence[i] }),
    ),
    faults: {},
    content,
  }
}

/** A number without a name says nothing, and a name without a number neither. */
function figureFaults(rows: readonly Filled<typeof figureForm>[]): Record<string, ReportFault> {
  const found = rows.flatMap(({ values }, i): [string, ReportFault][] => {
    if (!values) return []
    if (values.value !== null && !values.name) return [[`figure${i}.name`, 'name-needed']]
    if (values.name && values.value === null) return [[`figure${i}.value`, 'number-needed']]
    return []
  })
  return Object.fromEntries(found)
}

function linkFaults(rows: readonly Filled<typeof evidenceForm>[]): Record<string, ReportFault> {
  const found = rows.flatMap(({ values }, i): [string, ReportFault][] => {
    if (!values) return []
    if (values.title && !values.url) return [[`evidence${i}.url`, 'link-needed']]
    if (values.url && !isLink(values.url)) return [[`evidence${i}.url`, 'bad-link']]
    if (values.url && !values.title) return [[`evidence${i}.title`, 'title-needed']]
    return []
  })
  return Object.fromEntries(found)
}

/** 尺度: up to twelve values, in the order in which the city reads them. */
export const scaleNameForm = { name: text(60) }
export const stepForm = {
  code: optionalText(12),
  label: optionalText(30),
  meaning: optionalText(120),
  kind: choice(kinds),
  rank: optionalChoice(['0', '1', '2', '3', '4'] as const),
}
export const stepRows = 12

export const termsForm = {
  from: day,
  ...Object.fromEntries(periods.map((one) => [`period.${one}`, choice(['yes', 'no'] as const)])),
  daysToReport: wholeNumber(120),
  remindDaysBefore: wholeNumber(60),
  headAfterDays: wholeNumber(60),
  secretariatAfterDays: wholeNumber(120),
  silentAfterDays: wholeNumber(730),
  lagPercent: wholeNumber(100),
} as Record<string, Field<unknown>>
