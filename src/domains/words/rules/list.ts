import { wordForm } from '#platform/personal.ts'
import { type Entry, lengths, mostWords } from '../word.ts'

/** The columns of the file, as the city's offices read them. */
export const columns = ['言葉', '言いかえ', 'わけ', 'そのままでよい言葉'] as const

export const listFaults = [
  'no-columns',
  'empty-word',
  'too-long',
  'twice',
  'same-as-instead',
  'too-many',
] as const
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

/** Several longer words in one cell: 障害者手帳、障害者基本法. */
export const severalIn = (text: string): readonly string[] =>
  text
    .split(/[、,，;；\n]/u)
    .map((one) => one.trim())
    .filter(Boolean)

/** Whether a line says what it should, alone. A word that its own replacement holds would never be done with. */
export function faultOf({ word, why, instead, within }: Entry): ListFault | null {
  if (!wordForm(word)) return 'empty-word'
  const size = (text: string) => [...text].length
  if (
    size(word) > lengths.word ||
    size(why) > lengths.why ||
    size(instead) > lengths.instead ||
    within.length > lengths.withins ||
    within.some((one) => size(one) > lengths.within)
  )
    return 'too-long'
  if (instead && wordForm(instead).includes(wordForm(word))) return 'same-as-instead'
  return null
}

/** A file of the list: every line that is wrong is named, and nothing is taken where one is. */
export function readList(rows: readonly Row[]): {
  readonly entries: readonly Entry[]
  readonly faults: readonly FaultAt[]
} {
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const place = (name: string) => head?.cells.findIndex((cell) => cell.trim() === name) ?? -1
  const [word, instead, why, within] = columns.map(place) as [number, number, number, number]
  if (word < 0)
    return { entries: [], faults: [{ line: 1, fault: 'no-columns', found: columns[0] }] }
  if (body.length > mostWords)
    return { entries: [], faults: [{ line: 1, fault: 'too-many', found: String(body.length) }] }
  const faults: FaultAt[] = []
  const seen = new Set<string>()
  const entries = body.map(({ line, cells }) => {
    const cell = (at: number) => (at < 0 ? '' : (cells[at] ?? '').trim())
    const entry: Entry = {
      word: cell(word),
      instead: cell(instead),
      why: cell(why),
      within: severalIn(cell(within)),
    }
    const form = wordForm(entry.word)
    const fault = faultOf(entry) ?? (seen.has(form) ? 'twice' : null)
    if (fault) faults.push({ line, fault, found: entry.word })
    seen.add(form)
    return entry
  })
  return { entries, faults }
}

/** The same list as rows of a file: `readList` reads them back as they were. */
export const listRows = (entries: readonly Entry[]): readonly (readonly string[])[] => [
  columns,
  ...entries.map(({ word, instead, why, within }) => [word, instead, why, within.join('、')]),
]

export const isSame = (a: Entry, b: Entry): boolean =>
  a.word === b.word &&
  a.why === b.why &&
  a.instead === b.instead &&
  a.within.join('\n') === b.within.join('\n')
