import type { IsoDate } from '#platform/calendar.ts'
import type { Level } from './resident.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The numbers that a city sets. Milliseconds where it is time. */
export const terms = {
  code: {
    life: 15 * minute,
    tries: 5,
    /** Before the next code to the same address may go out; the last one repeats. */
    pauses: [30_000, minute, 2 * minute, 5 * minute, 15 * minute, hour],
    perDay: 10,
    /** For a walk to the letter box and back. */
    letterLife: 30 * day,
  },
  receipt: {
    /** The page stays open in a browser. */
    open: 30 * minute,
    /** Wrong phrases a day for one number; with 42 bits it is no lock, only an end to noise. */
    missesPerDay: 100,
    additions: 50,
  },
  /** `fresh`: how somebody comes in is changed only so soon after they have shown who they are. */
  session: { life: 30 * day, idle: 7 * day, fresh: 10 * minute },
  /** A device answers at once or not at all; `most` keys for one person. */
  passkey: { answer: 5 * minute, most: 10 },
  assist: { life: 30 * minute },
  check: { years: 3, renewBeforeDays: 60 },
  sheet: { most: 300, days: 60 },
  retention: { unconfirmedDays: 30, codeDays: 1, inactiveYears: 3, noticeDays: 60 },
} as const

/** 行為ごとに求める確認, dated: a city may ask more of an act from a day on. */
const needs: readonly { readonly act: string; readonly level: Level; readonly from: IsoDate }[] = [
  { act: 'follow', level: 'none', from: '1947-05-03' },
  { act: 'voice', level: 'none', from: '1947-05-03' },
  { act: 'proposal', level: 'mail', from: '1947-05-03' },
  { act: 'vote', level: 'resident', from: '1947-05-03' },
]

/** What an act asks for on a day; an act that nobody has thought of asks for the most. */
export function needOf(act: string, today: IsoDate): Level {
  const lines = needs.filter((need) => need.act === act && need.from <= today)
  return lines.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1)?.level ?? 'resident'
}
