import type { IsoDate } from '#platform/calendar.ts'
import type { District, DistrictId, DistrictName } from '../district.ts'

type Known = readonly District[]

/** Whether a district is called so on a day; both ends counted. */
export const isOn = ({ from, to }: Pick<District, 'from' | 'to'>, day: IsoDate): boolean =>
  from <= day && (to === null || day <= to)

/** What can be chosen on a day, in the city's order. */
export const districtsOn = (all: Known, day: IsoDate): Known =>
  all.filter((one) => isOn(one, day)).toSorted((a, b) => a.position - b.position)

/**
 * What a district is on a day: itself, or what it has become by then. One that ended without a successor stays
 * what it was; nothing for an id that nobody knows.
 */
export function becameBy(all: Known, id: string, day: IsoDate): District | undefined {
  let one = all.find((known) => known.id === id)
  // As many steps as there are districts: whoever wrote a circle does not stop the page.
  for (let left = all.length; one?.to && one.to < day && one.replacedBy && left > 0; left -= 1) {
    const next = one.replacedBy
    one = all.find((known) => known.id === next) ?? one
  }
  return one
}

/** The district and all that have become it: who lives in one of them lives here. */
export const partsOf = (all: Known, id: string): readonly string[] => {
  const parts = new Set<string>([id])
  for (const _ of all)
    for (const one of all) if (one.replacedBy && parts.has(one.replacedBy)) parts.add(one.id)
  return [...parts]
}

/**
 * All ids that mean, on a day, the district that this one is by then: what was filed under any of them belongs to
 * it. A merger that is decided but lies ahead changes nothing; what no list knows is itself.
 */
export function sameOn(all: Known, id: string, day: IsoDate): readonly string[] {
  const now = becameBy(all, id, day)
  if (!now) return [id]
  return all.filter((one) => becameBy(all, one.id, day)?.id === now.id).map((one) => one.id)
}

/** As people type it: width and blanks make no difference, and a 地区 at its end neither. */
const plainName = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/(?<=.)地区$/u, '')

/** The one of these districts that is called so. */
export const districtNamed = (among: Known, text: string): District | undefined =>
  among.find(({ name }) => plainName(name) === plainName(text))

type Locale = 'ja' | 'easy' | 'en' | 'ko'

/** As a reader of a language calls it: 厳原, {厳原|いづはら}, Izuhara. Japanese where nobody said it otherwise. */
export function nameIn(district: DistrictName, locale: Locale): string {
  const { name, reading } = district
  if (locale === 'ja') return name
  if (locale === 'easy') return reading && reading !== name ? `{${name}|${reading}}` : name
  return district[locale] || name
}

/** Names by the ids that were kept; what is no id is what somebody once typed, and stays. */
export const namer =
  (all: Known, day: IsoDate, locale: Locale = 'ja') =>
  (kept: string): string => {
    const one = becameBy(all, kept, day)
    return one ? nameIn(one, locale) : kept
  }

/** What a form offers on a day. */
export const choicesOn = (all: Known, day: IsoDate, locale: Locale = 'ja') =>
  districtsOn(all, day).map((one) => ({ value: one.id as string, label: nameIn(one, locale) }))

/** Kept ids as they are on a day, each once, in the city's order; what nobody knows is left out. */
export function currentIds(all: Known, kept: readonly string[], day: IsoDate): DistrictId[] {
  const now = kept.flatMap((id) => becameBy(all, id, day) ?? [])
  return [...new Set(now)].toSorted((a, b) => a.position - b.position).map(({ id }) => id)
}

/** Which of the choices a kept value is; itself where it is none, so that no form loses it. */
export const chosenOf = (all: Known, kept: string | null, day: IsoDate): string =>
  kept === null ? '' : (becameBy(all, kept, day)?.id ?? kept)

/** The place of one among the others, one up or down; null at the end. */
export function moved(list: Known, id: string, to: 'up' | 'down'): Known | null {
  const at = list.findIndex((one) => one.id === id)
  const other = at + (to === 'up' ? -1 : 1)
  const [a, b] = [list[at], list[other]]
  if (!a || !b) return null
  return list.map((one, i) => (i === at ? b : i === other ? a : one))
}
