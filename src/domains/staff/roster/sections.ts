import type { IsoDate } from '#platform/calendar.ts'
import { type Department, isOn } from '../staff.ts'
import type { RosterRow } from './sheet.ts'
import type { Choices } from './stored.ts'

/** Where a row lies: the id of a section, or `new:名前` for one that this roster brings. */
export type Place = string

export const isNewPlace = (place: Place): boolean => place.startsWith('new:')
export const newNameOf = (place: Place): string => place.slice('new:'.length)

/** A name that no section bears on the day on which the roster takes effect. */
export interface UnknownSection {
  readonly name: string
  readonly kind: 'division' | 'section'
  /** What the roster says stands above it; '' for nothing. */
  readonly division: string
  readonly places: readonly string[]
}

export interface SectionMove {
  readonly id: string
  readonly name: string
  readonly to: Place
}

export interface Sections {
  readonly placeOf: (row: Pick<RosterRow, 'division' | 'section'>) => Place
  readonly unknown: readonly UnknownSection[]
  /** Names for which nobody has said yet, or not soundly, what becomes of them. */
  readonly open: readonly string[]
  /** Sections that stand below another 部 from the day on. */
  readonly moved: readonly SectionMove[]
  /** Sections that a name takes over or that are renamed to it. */
  readonly replaced: ReadonlySet<string>
  readonly nameOf: (place: Place) => string
}

/** Puts the names of a roster beside the tree of its day. */
export function sectionsOf(
  rows: readonly RosterRow[],
  tree: readonly Department[],
  on: IsoDate,
  choices: Choices,
): Sections {
  const there = tree.filter((d) => isOn(d, on))
  const byName = new Map(there.map((d) => [d.name, d]))
  const unknown = unknownIn(rows, byName)
  const fates = new Map(unknown.map(({ name }) => [name, choices.unknown[name]]))
  const resolved = (name: string): Place => {
    const fate = fates.get(name)
    const [renamed] = fate?.what === 'rename' ? fate.of : []
    return byName.get(name)?.id ?? renamed ?? `new:${name}`
  }
  const used = [...fates.values()].flatMap((fate) =>
    fate?.what === 'create' ? [] : (fate?.of ?? []),
  )
  const isSound = (name: string) => {
    const fate = fates.get(name)
    if (!fate) return false
    if (fate.what === 'create') return true
    const known = fate.of.every((id) => there.some((d) => d.id === id))
    const once = fate.of.every((id) => used.indexOf(id) === used.lastIndexOf(id))
    const many = fate.what === 'rename' ? fate.of.length === 1 : fate.of.length > 0
    return known && once && many
  }
  const below = new Map<Place, string>()
  for (const { division, section } of rows)
    if (division && section && division !== section) below.set(resolved(section), division)
  const moved = [...below].flatMap(([place, division]): SectionMove[] => {
    const section = there.find((d) => d.id === place)
    const to = resolved(division)
    return section && section.parent !== to ? [{ id: section.id, name: section.name, to }] : []
  })
  return {
    placeOf: ({ division, section }) => resolved(section || division),
    unknown,
    open: unknown.map((one) => one.name).filter((name) => !isSound(name)),
    moved,
    replaced: new Set(used),
    nameOf: (place) => {
      if (isNewPlace(place)) return newNameOf(place)
      const renamed = [...fates].find(([, f]) => f?.what === 'rename' && f.of[0] === place)
      return renamed?.[0] ?? tree.find((d) => d.id === place && isOn(d, on))?.name ?? place
    },
  }
}

function unknownIn(
  rows: readonly RosterRow[],
  known: ReadonlyMap<string, Department>,
): UnknownSection[] {
  const found = new Map<string, UnknownSection>()
  const note = (name: string, kind: 'division' | 'section', division: string, place: string) => {
    if (!name || known.has(name)) return
    const before = found.get(name)
    const places = [...(before?.places ?? []), place]
    found.set(name, {
      name,
      kind: before?.kind ?? kind,
      division: before?.division || division,
      places,
    })
  }
  for (const { division, section, place } of rows) {
    note(division, 'division', '', place)
    if (section !== division) note(section, 'section', division, place)
  }
  // What stands above comes first, so that it is there when the rest is made.
  return [...found.values()].sort(
    (a, b) => Number(a.kind === 'section') - Number(b.kind === 'section'),
  )
}
