import { commitments, directions, type ItemContent, leads } from '../item.ts'
import { audiences } from '../plan.ts'
import { tongues } from './columns.ts'
import type { Row } from './sheet.ts'

/**
 * Rows of every shape, for tests that say something of all rows. The same seed gives the same
 * rows.
 */
export function randomRows(seed: number): Row[] {
  let state = seed * 2654435761
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0
    return state / 2 ** 32
  }
  const upTo = (count: number) => Math.floor(next() * count)
  const chars = [
    ...'市民と職員が地域づくりへ「共」に歩む(共有)アクションABC12%"=+-@\',、。;\n★●◎０〇🏝',
  ]
  const text = (max: number) => {
    const made = Array.from({ length: 1 + upTo(max) }, () => chars[upTo(chars.length)] ?? '').join(
      '',
    )
    return `あ${made}。`
  }
  const maybe = <T>(make: () => T, none: T): T => (next() < 0.5 ? make() : none)
  const one = <T>(list: readonly [T, ...T[]]): T => list[upTo(list.length)] ?? list[0]
  const names = () =>
    Array.from({ length: 1 + upTo(3) }, (_, i) => `第${i + 1}${next() < 0.5 ? '室' : '・企画課'}`)
  const number = () =>
    maybe<number | null>(() => (upTo(2_000_000) - 1_000_000) / one([1, 8, 3]), null)
  const words = <F extends string>(fields: readonly F[]) => {
    const found: { [T in (typeof tongues)[number]]?: { [K in F]?: string } } = {}
    for (const tongue of tongues) {
      const texts: { [K in F]?: string } = {}
      for (const field of fields) if (next() < 0.3) texts[field] = text(9)
      if (Object.keys(texts).length > 0) found[tongue] = texts
    }
    return found
  }
  const optional = <T extends object>(translations: T) =>
    Object.keys(translations).length > 0 ? { translations } : {}

  const content = (): ItemContent => ({
    lead: maybe(() => one(leads), null),
    title: text(20),
    description: maybe(() => text(60), ''),
    departments: maybe(names, []),
    owner: maybe(() => text(6), ''),
    deputy: maybe(() => text(6), ''),
    commitment: maybe(() => one(commitments), null),
    considerUntil: maybe<string | null>(
      () => `20${10 + upTo(30)}-0${1 + upTo(9)}-1${upTo(10)}`,
      null,
    ),
    citizenRole: maybe(() => text(20), ''),
    cityRole: maybe(() => text(20), ''),
    indicators: Array.from({ length: upTo(5) }, () => ({
      name: text(8),
      unit: maybe(() => '人', ''),
      baseline: number(),
      target: number(),
      direction: one(directions),
    })),
    schedule: {
      q1: maybe(() => text(9), ''),
      q2: maybe(() => text(9), ''),
      q3: maybe(() => text(9), ''),
      q4: maybe(() => text(9), ''),
    },
    budgetYen: maybe<number | null>(() => upTo(90_000_000), null),
    articles: maybe(() => ['第9条第2項', `第${1 + upTo(33)}条`], []),
    translations: words(['title', 'description', 'citizenRole', 'cityRole']),
  })

  const rows: Row[] = []
  for (let m = 1, measures = 1 + upTo(4); m <= measures; m += 1) {
    const measure = { number: m, title: `${m}番目${text(9)}`, ...optional(words(['title'])) }
    let count = 0
    for (let g = 0, groups = 1 + upTo(3); g < groups; g += 1) {
      const audience = maybe(() => one(audiences), null)
      const group = { audience, text: `${g}${text(20)}`, ...optional(words(['text'])) }
      for (let i = 0, items = 1 + upTo(3); i < items; i += 1) {
        count += 1
        const id = next() < 0.5 ? { id: `itm_${seed}x${m}x${count}` } : {}
        rows.push({ place: '', measure, group, code: `${m}-${count}`, ...id, content: content() })
      }
    }
  }
  return rows
}
