import { fold } from '#platform/search.ts'
import { type Lead, leads } from './item.ts'
import type { Locale } from './plan.ts'
import { say } from './said.ts'
import type { Placed } from './tree.ts'

/** What a reader has narrowed the year's list down to. Its address can be sent to someone. */
export interface Filter {
  readonly measure: number | null
  readonly lead: Lead | null
  readonly department: string
  readonly text: string
}

type Query = Readonly<Record<string, string | undefined>>

/** Whatever is not a known choice narrows nothing down. */
export function readFilter(query: Query): Filter {
  const measure = Number(query.measure)
  return {
    measure: Number.isInteger(measure) && measure > 0 ? measure : null,
    lead: leads.find((lead) => lead === query.lead) ?? null,
    department: (query.department ?? '').slice(0, 60),
    text: (query.text ?? '').slice(0, 100),
  }
}

export const filtersInUse = (f: Filter) =>
  [f.measure, f.lead, f.department, f.text.trim()].filter(Boolean).length

/** Half and full width, kana variants and case are one, in the reader's language and in Japanese. */
export function matches(filter: Filter, { measure, group, item }: Placed, locale: Locale): boolean {
  if (filter.measure !== null && measure.number !== filter.measure) return false
  if (filter.lead && item.lead !== filter.lead) return false
  if (filter.department && !item.departments.includes(filter.department)) return false
  const words = fold(filter.text).split(/\s+/u).filter(Boolean)
  if (!words.length) return true
  const texts = fold(
    [
      item.title,
      item.description,
      item.citizenRole,
      item.cityRole,
      group.text,
      say(item, 'title', locale).text,
      say(item, 'description', locale).text,
      ...item.departments,
    ].join('\n'),
  )
  return words.every((word) => texts.includes(word))
}
