import type { Serving } from '#domains/staff/index.ts'
import { addDays, type IsoDate } from '#platform/calendar.ts'
import type { HandoverTerms } from '../terms.ts'

/** Assignments that end in the window, where the person does not go on serving in the same section. */
export function leaving(
  service: readonly Serving[],
  terms: HandoverTerms,
  today: IsoDate,
): readonly (Serving & { readonly until: IsoDate })[] {
  const [first, last] = [addDays(today, -terms.daysBehind), addDays(today, terms.daysAhead)]
  const goesOn = (one: Serving, until: IsoDate) =>
    service.some(
      (other) =>
        other.user === one.user &&
        other.department === one.department &&
        other.from <= addDays(until, 1) &&
        (other.until === null || other.until > until),
    )
  return service.flatMap((one) => {
    const { until } = one
    return until !== null && first <= until && until <= last && !goesOn(one, until)
      ? [{ ...one, until }]
      : []
  })
}

/** 後任: who holds the same post of the same section on the next day; else its head. */
export function successorOf(
  service: readonly Serving[],
  one: Serving,
  lastDay: IsoDate,
): Serving | undefined {
  const next = addDays(lastDay, 1)
  const there = service.filter(
    (other) =>
      other.department === one.department &&
      other.user !== one.user &&
      other.from <= next &&
      (other.until === null || other.until >= next),
  )
  const same = there.filter((other) => other.post === one.post)
  const { rank } = one
  return (
    same.find((other) => other.from === next) ??
    same[0] ??
    (rank === 'head' ? there.find((other) => other.rank === 'head') : undefined) ??
    there.find((other) => other.rank === 'head') ??
    there.find((other) => other.rank === 'deputy')
  )
}

const bare = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '')

/** Whether an owner, written as text, is this person: by the name, with or without that of the section. */
export const isNamed = (text: string, name: string, sections: readonly string[]): boolean =>
  text !== '' &&
  [name, ...sections.flatMap((s) => [`${s}${name}`, `${s}の${name}`])].some(
    (one) => bare(one) === bare(text) || sections.some((s) => bare(one) === bare(`${s}${text}`)),
  )
