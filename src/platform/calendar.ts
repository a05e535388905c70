import holidays from '@holiday-jp/holiday_jp'

/** Every date of the product is a day in Japan, whatever the server's zone. ISO text: 2013-03-31. */
export type IsoDate = string

const japanAhead = 9 * 60 * 60 * 1000

/**
 * The day in Japan at a moment. Nine hours ahead all the year since 1952: counted, not asked of Intl, because every
 * request asks for it.
 */
export const localDate = (at: Date): IsoDate =>
  new Date(+at + japanAhead).toISOString().slice(0, 10)

const utc = (date: IsoDate) => new Date(`${date}T00:00:00Z`)

export function addDays(date: IsoDate, days: number): IsoDate {
  const at = utc(date)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** 年度: begins on 1 April (地方自治法 第208条第1項). */
export function fiscalYearOf(date: IsoDate): number {
  const year = Number(date.slice(0, 4))
  return Number(date.slice(5, 7)) >= 4 ? year : year - 1
}

export const fiscalYearStart = (year: number): IsoDate => `${year}-04-01`
export const fiscalYearEnd = (year: number): IsoDate => `${year + 1}-03-31`

/** 国民の祝日 and their substitutes, as the published list has them. */
export const isHoliday = (date: IsoDate): boolean => Object.hasOwn(holidays.holidays, date)

/** 開庁日: neither weekend, holiday, nor 29 December to 3 January. */
export function isWorkingDay(date: IsoDate): boolean {
  const weekday = utc(date).getUTCDay()
  const monthDay = date.slice(5)
  const newYear = monthDay >= '12-29' || monthDay <= '01-03'
  return weekday !== 0 && weekday !== 6 && !newYear && !isHoliday(date)
}

/** The n-th working day after a date; the date itself does not count (民法 第140条). */
export function addWorkingDays(date: IsoDate, days: number): IsoDate {
  let day = date
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

const eras = [
  { name: '令和', latin: 'Reiwa', from: '2019-05-01', first: 2019 },
  { name: '平成', latin: 'Heisei', from: '1989-01-08', first: 1989 },
  { name: '昭和', latin: 'Showa', from: '1926-12-25', first: 1926 },
] as const

function eraOf(date: IsoDate) {
  const era = eras.find((e) => date >= e.from) ?? eras[2]
  return { ...era, year: Number(date.slice(0, 4)) - era.first + 1 }
}

const nth = (year: number) => (year === 1 ? '元' : String(year))

/** 平成24年度. The era is that of 1 April, as cities name their fiscal years. */
export function eraFiscalYear(year: number): string {
  const era = eraOf(fiscalYearStart(year))
  return `${era.name}${nth(era.year)}年度`
}

/** FY2012 (Heisei 24). */
export function latinFiscalYear(year: number): string {
  const era = eraOf(fiscalYearStart(year))
  return `FY${year} (${era.latin} ${era.year})`
}

const weekdays = ['日', '月', '火', '水', '木', '金', '土']

/** 令和8年11月22日(日). */
export function eraDate(date: IsoDate): string {
  const era = eraOf(date)
  const [, month = '', day = ''] = date.split('-')
  return `${era.name}${nth(era.year)}年${Number(month)}月${Number(day)}日(${weekdays[utc(date).getUTCDay()]})`
}

/** Midnight of a day in Japan, for formats that want a moment. */
export const dayStart = (date: IsoDate): Date => new Date(`${date}T00:00:00+09:00`)

export function fiscalYearIn(locale: 'ja' | 'easy' | 'en' | 'ko', year: number): string {
  if (locale === 'en') return latinFiscalYear(year)
  if (locale === 'ko') return `${year}년도`
  if (locale === 'ja') return eraFiscalYear(year)
  return `${eraFiscalYear(year).replace(/^(..)(.+)年度$/, (_, era: string, n: string) => `{${era}|${eraReadings[era] ?? ''}}${n}{年度|ねんど}`)}（${year}{年度|ねんど}）`
}
const eraReadings: Record<string, string> = { 令和: 'れいわ', 平成: 'へいせい', 昭和: 'しょうわ' }
