import { plain } from '#platform/ruby.ts'
import type { Locale } from './view.ts'

const zone = { timeZone: 'Asia/Tokyo' } as const
const day = { year: 'numeric', month: 'long', day: 'numeric', ...zone } as const

const formats = {
  ja: new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', weekday: 'short', ...day }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', ...day }),
  ko: new Intl.DateTimeFormat('ko-KR', { weekday: 'short', ...day }),
}

const iso = new Intl.DateTimeFormat('sv-SE', zone)

const readings = {
  令和: 'れいわ',
  平成: 'へいせい',
  昭和: 'しょうわ',
  元年: 'がんねん',
  年: 'ねん',
  月: 'がつ',
  日: 'にち',
} as const

const isRead = (word: string): word is keyof typeof readings => word in readings

const withReadings = (date: string) =>
  date
    .replace(/\((.)\)$/, '')
    .replace(/令和|平成|昭和|元年|年|月|日/g, (word) =>
      isRead(word) ? `{${word}|${readings[word]}}` : word,
    )

/** 令和8年11月22日(日) for people; easy Japanese with its readings. */
export function longDate(locale: Locale, date: Date): string {
  if (locale === 'en') return formats.en.format(date)
  if (locale === 'ko') return formats.ko.format(date)
  return locale === 'easy' ? withReadings(formats.ja.format(date)) : formats.ja.format(date)
}

/** 2026-11-22 in the city's own time, for machines. */
export function isoDate(date: Date): string {
  return iso.format(date)
}

/** For places that cannot hold readings. */
export function plainDate(locale: Locale, date: Date): string {
  return plain(longDate(locale, date))
}

const numbers = {
  ja: new Intl.NumberFormat('ja-JP'),
  easy: new Intl.NumberFormat('ja-JP'),
  en: new Intl.NumberFormat('en-GB'),
  ko: new Intl.NumberFormat('ko-KR'),
} satisfies Record<Locale, Intl.NumberFormat>

/** 1,234 */
export function figure(locale: Locale, value: number): string {
  return numbers[locale].format(value)
}
