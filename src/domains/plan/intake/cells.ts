import {
  type Commitment,
  commitments,
  type Direction,
  directions,
  type Indicator,
  quarters,
} from '../item.ts'
import {
  type Column,
  type ColumnKey,
  commitmentWords,
  directionWords,
  type IndicatorPart,
  indicatorParts,
  type TranslatedField,
  tongues,
  translatedFields,
} from './columns.ts'
import { audienceWords, markOf } from './marks.ts'
import type { Row, RowField } from './sheet.ts'

/** What a column means, for keys that are made of parts. */
export type Meaning =
  | { readonly kind: 'indicator'; readonly index: number; readonly part: IndicatorPart }
  | {
      readonly kind: 'translation'
      readonly field: TranslatedField
      readonly tongue: (typeof tongues)[number]
    }
  | { readonly kind: 'plain' }

export function meaningOf(key: ColumnKey): Meaning {
  const [head = '', tail] = key.split('.')
  const part = indicatorParts.find((one) => one === tail)
  if (part && head.startsWith('indicator')) {
    return { kind: 'indicator', index: Number(head.slice('indicator'.length)) - 1, part }
  }
  const tongue = tongues.find((one) => one === tail)
  const field = translatedFields.find((one) => one === head)
  return tongue && field ? { kind: 'translation', field, tongue } : { kind: 'plain' }
}

/** The field of a row that a column speaks of. */
export function fieldOf(key: ColumnKey): RowField | null {
  const meaning = meaningOf(key)
  if (meaning.kind === 'indicator') return 'indicators'
  if (meaning.kind === 'translation') return 'translations'
  if (quarters.some((quarter) => quarter === key)) return 'schedule'
  switch (key) {
    case 'id':
      return null
    case 'measureNumber':
      return 'code'
    case 'measureTitle':
      return 'measure'
    case 'groupText':
      return 'group'
    default:
      return plainFields.find((field) => field === key) ?? null
  }
}

const plainFields = [
  'code',
  'audience',
  'lead',
  'title',
  'description',
  'departments',
  'owner',
  'deputy',
  'commitment',
  'considerUntil',
  'citizenRole',
  'cityRole',
  'budgetYen',
  'articles',
] as const

const numberText = (value: number | null) => (value === null ? '' : String(value))

/** A row's value as a cell. The writer of a file guards against formulas (=, +, -, @), not this. */
export function writeCell(row: Row, key: ColumnKey): string {
  const { content, group, measure } = row
  const meaning = meaningOf(key)
  if (meaning.kind === 'indicator') {
    const indicator = content.indicators[meaning.index]
    return indicator ? writeIndicator(indicator, meaning.part) : ''
  }
  if (meaning.kind === 'translation') return translationOf(row, meaning.field, meaning.tongue)
  switch (key) {
    case 'id':
      return row.id ?? ''
    case 'measureNumber':
      return String(measure.number)
    case 'measureTitle':
      return measure.title
    case 'audience':
      return group.audience ? audienceWords[group.audience] : ''
    case 'groupText':
      return group.text
    case 'code':
      return row.code
    case 'lead':
      return markOf(content.lead)
    case 'title':
    case 'description':
    case 'owner':
    case 'deputy':
    case 'citizenRole':
    case 'cityRole':
      return content[key]
    case 'departments':
    case 'articles':
      return content[key].join('、')
    case 'commitment':
      return content.commitment ? commitmentWords[content.commitment] : ''
    case 'considerUntil':
      return content.considerUntil ?? ''
    case 'budgetYen':
      return numberText(content.budgetYen)
    case 'q1':
    case 'q2':
    case 'q3':
    case 'q4':
      return content.schedule[key]
    default:
      return ''
  }
}

function writeIndicator(indicator: Indicator, part: IndicatorPart): string {
  switch (part) {
    case 'name':
    case 'unit':
      return indicator[part]
    case 'direction':
      return directionWords[indicator.direction]
    default:
      return numberText(indicator[part])
  }
}

function translationOf(
  { measure, group, content }: Row,
  field: TranslatedField,
  tongue: (typeof tongues)[number],
): string {
  if (field === 'measureTitle') return measure.translations?.[tongue]?.title ?? ''
  if (field === 'groupText') return group.translations?.[tongue]?.text ?? ''
  return content.translations[tongue]?.[field] ?? ''
}

/** Rows → head and cells, for CSV, workbook and open data. `readTable` gives the same rows back. */
export const toTable = (rows: readonly Row[], columns: readonly Column[]): string[][] => [
  columns.map((column) => column.label.ja),
  ...rows.map((row) => columns.map((column) => writeCell(row, column.key))),
]

/** The most indicators that an item has; at least the three of the template. */
export const indicatorsIn = (rows: readonly Row[]): number =>
  Math.max(3, ...rows.map((row) => row.content.indicators.length))

export function readCommitment(text: string): Commitment | null {
  const word = text.replace(/[\s()（）0-9０-９.．]/g, '')
  return (
    commitments.find((one) => one === word.toLowerCase() || commitmentWords[one] === word) ?? null
  )
}

const directionSigns: Readonly<Record<Direction, readonly string[]>> = {
  up: ['↑', '増', '増加', '上げる', '上昇'],
  down: ['↓', '減', '減少', '下げる', '低下'],
  keep: ['→', '維持', '維持する', '同じ'],
}

export function readDirection(text: string): Direction | null {
  const word = text.trim().toLowerCase()
  const means = (one: Direction) =>
    one === word || directionWords[one] === word || directionSigns[one].includes(word)
  return directions.find(means) ?? null
}
