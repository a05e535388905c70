import type { IsoDate } from './calendar.ts'

/** How the first year of an era counts; 明治 and 大正 are still in birth dates and old lists. */
const eraStarts = new Map([
  ['令和', 2019],
  ['平成', 1989],
  ['昭和', 1926],
  ['大正', 1912],
  ['明治', 1868],
  ['R', 2019],
  ['H', 1989],
  ['S', 1926],
  ['T', 1912],
  ['M', 1868],
])

/** For patterns of one's own: two groups, the era or nothing, and the count in it. */
const writtenYear = '(?:(令和|平成|昭和|大正|明治|[RHSTMrhstm])\\s*)?(元|\\d{1,4})'

/** Every fiscal year that stands in a text, in the groups that `readYear` reads. */
export const writtenFiscalYears = new RegExp(`${writtenYear}\\s*年\\s*度`, 'g')

/** What the two groups of a written year mean; null where no year is meant: 24年 without an era. */
export function readYear(era: string | undefined, count: string | undefined): number | null {
  const n = count === '元' ? 1 : Number(count)
  const first = era === undefined ? undefined : eraStarts.get(era.toUpperCase())
  if (first !== undefined) return n < 100 ? first + n - 1 : null
  return n >= 1868 && n < 2200 ? n : null
}

// A spreadsheet's day may carry a time behind it.
const written = new RegExp(
  `^${writtenYear}\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T].*)?$`,
)

/** 2012-10-31, 2012/10/31, 平成24年10月31日, H24.10.31 → 2012-10-31; null when there is no such day. */
export function readDay(text: string): IsoDate | null {
  const [, era, count, month = '', day = ''] = written.exec(text.normalize('NFKC').trim()) ?? []
  const year = count === undefined ? null : readYear(era, count)
  if (year === null) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(+at) && at.toISOString().startsWith(iso) ? iso : null
}
