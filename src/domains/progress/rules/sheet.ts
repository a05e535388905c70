import type { PlanItem } from '#domains/plan/index.ts'
import type { ReportContent, Scale } from '../progress.ts'
import { isWritable, type Line, type ReportField, reportChanges } from './desk.ts'
import { isLink } from './link.ts'
import { readingsFor } from './report.ts'
import type { Where } from './where.ts'

/** 報告の様式: one row an item. What is not `write` is ours and is not read back. */
export interface Column {
  readonly key: string
  readonly label: string
  readonly width: number
  readonly write: boolean
  readonly kind?: 'id' | 'number' | 'yen' | 'text'
  readonly note: string
}

export const sheetName = '報告'
export const idLabel = '報告の番号'

const own = (key: string, label: string, width: number, note = ''): Column => ({
  key,
  label,
  width,
  write: false,
  kind: 'id',
  note,
})
const asked = (
  key: string,
  label: string,
  width: number,
  note: string,
  kind: Column['kind'] = 'text',
): Column => ({ key, label, width, write: true, kind, note })

/** As many columns of indicators as the item with the most has. */
export function columnsFor(
  items: readonly Pick<PlanItem, 'indicators'>[],
  where: Where,
): readonly Column[] {
  const most = Math.max(0, ...items.map(({ indicators }) => indicators.length))
  return [
    own('code', '番号', 8),
    own('title', '取り組み', 30),
    own('lastValue', '前回の区分', 12),
    own('lastResult', '前回したこと', 40),
    asked('value', '区分', 12, '一覧から選びます。'),
    ...(where.choices.length
      ? [asked('districts', '地区', 20, '「、」で区切ります。市全体のときは空けておきます。')]
      : []),
    asked('result', 'したこと', 50, 'いつ、どこで、だれと、何を。'),
    asked('figures', '数字', 30, '1行に1つ。例: 参加者 213 人'),
    ...Array.from({ length: most }, (_, i) => [
      own(`indicator${i}`, `指標${i + 1}`, 24),
      asked(`actual${i}`, `指標${i + 1}の実績`, 12, '数だけを書きます。', 'number'),
      asked(`unmeasured${i}`, `指標${i + 1}が測れない理由`, 24, '測れないときだけ書きます。'),
    ]).flat(),
    asked('evidence', '確かめられるもの', 30, '1行に1つ。例: 説明会の記録 https://…'),
    asked('issues', '課題', 30, '「やめた」「評価できない」のときは理由を書きます。'),
    asked('next', '次にすること', 30, '次に何をするか。'),
    asked('hours', 'かけた時間', 12, '時間の数だけを書きます。', 'number'),
    asked('yen', '使ったお金(円)', 14, '円の数だけを書きます。', 'yen'),
    own('id', idLabel, 26, '消さないでください。'),
    own('version', '版', 6, '消さないでください。'),
  ]
}

/** The texts of one row, by the columns’ keys. */
export function cellsOf(
  { report, item, last }: Line,
  where: Where,
): Readonly<Record<string, string | number | null>> {
  const { content } = report
  const readings = readingsFor(item, content.readings)
  return {
    code: item.code,
    title: item.title,
    lastValue: last?.content.value ?? '',
    lastResult: last?.content.result ?? '',
    value: content.value,
    districts: where.now(content.districts).map(where.name).join('、'),
    result: content.result,
    figures: content.figures.map((f) => `${f.name} ${f.value} ${f.unit}`.trim()).join('\n'),
    ...Object.fromEntries(
      readings.flatMap(({ name, actual, unmeasured }, i) => [
        [`indicator${i}`, name],
        [`actual${i}`, actual],
        [`unmeasured${i}`, unmeasured],
      ]),
    ),
    evidence: content.evidence.map(({ title, url }) => `${title} ${url}`).join('\n'),
    issues: content.issues,
    next: content.next,
    hours: content.hours,
    yen: content.yen,
    id: report.id,
    version: String(report.version),
  }
}

export interface SheetFault {
  readonly sheet: string
  readonly cell: string
  readonly reason: SheetFaultReason
  readonly found: string
}
export const sheetFaultReasons = [
  'no-sheet',
  'no-column',
  'unknown-report',
  'unknown-value',
  'unknown-district',
  'not-a-number',
  'bad-figure',
  'bad-link',
  'title-needed',
  'too-long',
  'twice',
] as const
export type SheetFaultReason = (typeof sheetFaultReasons)[number]

/** One sheet as it was read: texts by the letter of their column. */
export interface ReadSheet {
  readonly name: string
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<string, string> }[]
}

/** What a row of the file would do to its report. */
export interface RowChange {
  readonly line: Line
  readonly content: ReportContent
  readonly fields: readonly ReportField[]
  /** Somebody has written on it since the sheet was made. */
  readonly stale: boolean
  /** Handed in already: stays as it is. */
  readonly fixed: boolean
}

export interface SheetReading {
  readonly faults: readonly SheetFault[]
  readonly changes: readonly RowChange[]
}

const clean = (text: string) => text.replace(/\r\n?/g, '\n').trim()
const digits = (text: string) => text.normalize('NFKC').replace(/[,\s円]/g, '')
const longest: Readonly<Record<string, number>> = { result: 3000, issues: 1500, next: 1500 }

/** Reads a filled-in sheet against the reports that this person may write. Faults name sheet and cell. */
export function readSheets(
  sheets: readonly ReadSheet[],
  lines: readonly Line[],
  scale: Scale,
  where: Where,
): SheetReading {
  const sheet = sheets.find(({ name }) => name === sheetName)
  const wrong = (cell: string, reason: SheetFaultReason, found = ''): SheetFault => ({
    sheet: sheet?.name ?? sheetName,
    cell,
    reason,
    found,
  })
  if (!sheet) return { faults: [wrong('', 'no-sheet')], changes: [] }
  const head = sheet.rows.find(({ cells }) => [...cells.values()].includes(idLabel))
  if (!head) return { faults: [wrong('', 'no-column', idLabel)], changes: [] }
  const columns = columnsFor(
    lines.map(({ item }) => item),
    where,
  )
  const letters = new Map([...head.cells].map(([letter, text]) => [clean(text), letter]))
  // A sheet that was made before the city had districts says nothing of them.
  const mayMiss = (key: string) => key === 'districts'
  const missing = columns.filter(
    ({ key, label, write }) => write && !mayMiss(key) && !letters.has(label),
  )
  if (missing.length)
    return { faults: missing.map(({ label }) => wrong('', 'no-column', label)), changes: [] }
  const faults: SheetFault[] = []
  const changes: RowChange[] = []
  const seen = new Set<string>()
  for (const { row, cells } of sheet.rows.filter((one) => one.row > head.row)) {
    const at = (key: string) =>
      letters.get(columns.find((column) => column.key === key)?.label ?? '') ?? ''
    const text = (key: string) => clean(cells.get(at(key)) ?? '')
    const id = text('id')
    const fault = (key: string, reason: SheetFaultReason, found = text(key)) =>
      faults.push(wrong(`${at(key)}${row}`, reason, found))
    if (!id) {
      if (columns.some(({ key, write }) => write && text(key))) fault('id', 'unknown-report')
      continue
    }
    const line = lines.find(({ report }) => report.id === id)
    if (!line) fault('id', 'unknown-report')
    else if (seen.has(id)) fault('id', 'twice')
    if (!line || seen.has(id)) continue
    seen.add(id)
    const named = at('districts') ? text('districts') : null
    const content = {
      ...contentIn(line, scale, text, fault),
      districts: districtsIn(line, where, named, (found) =>
        fault('districts', 'unknown-district', found),
      ),
    }
    const fields = reportChanges(line.report.content, content)
    if (fields.length)
      changes.push({
        line,
        content,
        fields,
        stale: Number(text('version')) !== line.report.version,
        fixed: !isWritable(line.report),
      })
  }
  return { faults, changes }
}

/** Districts by their names; nothing changes where the sheet has no such column. */
function districtsIn(
  { report }: Line,
  where: Where,
  named: string | null,
  fault: (found: string) => void,
): readonly string[] {
  const before = where.now(report.content.districts)
  if (named === null) return before
  const ids = named
    .split(/[、,，;；\n]/u)
    .map(clean)
    .filter(Boolean)
    .flatMap((name) => {
      const id = where.named(name)
      if (id === null) fault(name)
      return id === null ? [] : [id]
    })
  return where.now(ids)
}

function contentIn(
  { report, item }: Line,
  scale: Scale,
  text: (key: string) => string,
  fault: (key: string, reason: SheetFaultReason, found?: string) => void,
): ReportContent {
  const number = (key: string, form: RegExp) => {
    const typed = digits(text(key))
    if (typed === '') return null
    if (form.test(typed)) return Number(typed)
    fault(key, 'not-a-number')
    return null
  }
  const decimal = /^-?\d{1,12}(\.\d{1,4})?$/
  const linesOf = (key: string) => text(key).split('\n').map(clean).filter(Boolean)
  for (const [key, most] of Object.entries(longest))
    if ([...text(key)].length > most) fault(key, 'too-long', '')
  const value = text('value')
  if (value && !scale.steps.some(({ code }) => code === value)) fault('value', 'unknown-value')
  return {
    ...report.content,
    value,
    result: text('result'),
    issues: text('issues'),
    next: text('next'),
    hours: number('hours', decimal),
    yen: number('yen', /^\d{1,12}$/),
    figures: linesOf('figures').flatMap((one) => {
      const [, name = '', typed = '', unit = ''] =
        /^(.{1,100}?)[ \u3000:：]{1,9}([-−]?[\d０-９][\d０-９,.，．]{0,20})[ \u3000]{0,9}(.*)$/.exec(
          one,
        ) ?? []
      const amount = Number(digits(typed).replace('−', '-'))
      if (name && Number.isFinite(amount)) return [{ name, value: amount, unit }]
      fault('figures', 'bad-figure', one)
      return []
    }),
    readings: item.indicators.map(({ name }, i) => ({
      name,
      actual: number(`actual${i}`, decimal),
      unmeasured: text(`unmeasured${i}`),
    })),
    evidence: linesOf('evidence').flatMap((one) => {
      const [, title = '', url = ''] = /^(?:(.*?)[ \u3000])?(\S+)$/.exec(one) ?? []
      const named = clean(title)
      if (isLink(url) && named) return [{ title: named, url }]
      fault('evidence', isLink(url) ? 'title-needed' : 'bad-link', one)
      return []
    }),
  }
}
