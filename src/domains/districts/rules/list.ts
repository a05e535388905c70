import { type DistrictName, lengths, mostDistricts } from '../district.ts'

/** The columns of the file, as the city's offices read them. */
export const columns = ['地区', 'よみ', '英語', '韓国語'] as const

export const listFaults = ['no-columns', 'empty-name', 'too-long', 'twice', 'too-many'] as const
export type ListFault = (typeof listFaults)[number]

export interface FaultAt {
  readonly line: number
  readonly fault: ListFault
  readonly found: string
}

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

const tooLong = (entry: DistrictName): boolean =>
  (['name', 'reading', 'en', 'ko'] as const).some((key) => [...entry[key]].length > lengths[key])

/** A file of the list: every line that is wrong is named, and nothing is taken where one is. */
export function readList(rows: readonly Row[]): {
  readonly entries: readonly DistrictName[]
  readonly faults: readonly FaultAt[]
} {
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const place = (name: string) => head?.cells.findIndex((cell) => cell.trim() === name) ?? -1
  const [name, reading, en, ko] = columns.map(place) as [number, number, number, number]
  const nothing = (fault: ListFault, found: string) => ({
    entries: [],
    faults: [{ line: head?.line ?? 1, fault, found }],
  })
  if (name < 0) return nothing('no-columns', columns[0])
  if (body.length > mostDistricts) return nothing('too-many', String(body.length))
  const faults: FaultAt[] = []
  const seen = new Set<string>()
  const entries = body.map(({ line, cells }) => {
    const cell = (at: number) => (at < 0 ? '' : (cells[at] ?? '').normalize('NFC').trim())
    const entry = { name: cell(name), reading: cell(reading), en: cell(en), ko: cell(ko) }
    const twice = seen.has(entry.name) && ('twice' as const)
    const fault = entry.name
      ? tooLong(entry)
        ? ('too-long' as const)
        : twice
      : ('empty-name' as const)
    if (fault) faults.push({ line, fault, found: entry.name })
    seen.add(entry.name)
    return entry
  })
  return { entries, faults }
}

/** The same list as rows of a file: `readList` reads them back as they were. */
export const listRows = (all: readonly DistrictName[]): readonly (readonly string[])[] => [
  columns,
  ...all.map(({ name, reading, en, ko }) => [name, reading, en, ko]),
]

export const isSame = (a: DistrictName, b: DistrictName): boolean =>
  a.name === b.name && a.reading === b.reading && a.en === b.en && a.ko === b.ko
