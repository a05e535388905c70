import { fieldOf, indicatorsIn, writeCell } from './cells.ts'
import { type ColumnKey, columnsFor } from './columns.ts'
import { type Likeness, match, plainText, similarity, similarTitle } from './matching.ts'
import type { Row, RowField } from './sheet.ts'

/**
 * A value before and after, as it stands in a workbook; `field` is a column, whose label names it.
 */
export interface FieldChange {
  readonly field: ColumnKey
  readonly before: string
  readonly after: string
}

export interface Change {
  readonly code: string
  readonly id?: string
  readonly title: string
  readonly fields: readonly FieldChange[]
}

/** A heading or measure reads differently: told once, with the items beneath it. */
export interface HeadingChange extends FieldChange {
  readonly codes: readonly string[]
}

export interface Move {
  readonly id?: string
  readonly title: string
  readonly from: string
  readonly to: string
}

/** What an import would do, for the check page. */
export interface Difference {
  readonly added: readonly Row[]
  readonly removed: readonly Row[]
  readonly changed: readonly Change[]
  readonly headings: readonly HeadingChange[]
  readonly moved: readonly Move[]
  /** Items that stay exactly as they are. */
  readonly unchanged: number
  readonly unknownDepartments: readonly UnknownDepartment[]
  /** Items that would have no mark. */
  readonly missingMarks: readonly string[]
}

export interface UnknownDepartment {
  readonly name: string
  readonly codes: readonly string[]
  /** The known name that looks most like it: a slip of the pen, or a new office. */
  readonly similar: string | null
}

const sameId: Likeness = (a, b) => a.id !== undefined && a.id === b.id
/** An id that both have and that differs is proof of two items. */
const mayBeOne: Likeness = (a, b) => a.id === undefined || b.id === undefined || a.id === b.id
const sameCode: Likeness = (a, b) => a.code === b.code
const sameTitle: Likeness = (a, b) => plainText(a.content.title) === plainText(b.content.title)
const alike: Likeness = (a, b) => similarity(a.content.title, b.content.title) >= similarTitle

/**
 * How an item is found again, the surest first: by id, by number and name, by name, by a like
 * name.
 */
export const sameItem: readonly Likeness[] = [
  sameId,
  (a, b) => mayBeOne(a, b) && sameCode(a, b) && sameTitle(a, b),
  (a, b) => mayBeOne(a, b) && sameTitle(a, b),
  (a, b) => mayBeOne(a, b) && sameCode(a, b) && alike(a, b),
]

/** Compares what is there with what comes in; `fields` is what the input speaks of. */
export function difference(
  current: readonly Row[],
  incoming: readonly Row[],
  departments: readonly string[],
  fields?: readonly RowField[],
): Difference {
  const { pairs, added, removed } = match(current, incoming, sameItem)
  const keys = columnsFor(indicatorsIn([...current, ...incoming])).map((column) => column.key)
  const speaks = (field: RowField | null) => field !== null && (!fields || fields.includes(field))
  const spoken = keys.filter((key) => key !== 'measureNumber' && speaks(fieldOf(key)))
  const above = new Map<string, FieldChange & { codes: string[] }>()
  const changed: Change[] = []
  const moved: Move[] = []
  let unchanged = 0
  for (const { before, after } of pairs) {
    const changes = spoken
      .map((field) => ({ field, before: writeCell(before, field), after: writeCell(after, field) }))
      .filter((change) => change.before !== change.after)
    const id = before.id ?? after.id
    const named = { title: after.content.title, ...(id !== undefined && { id }) }
    const own = changes.filter(({ field }) => field !== 'code' && !isAbove(field))
    if (own.length > 0) changed.push({ code: after.code, ...named, fields: own })
    for (const change of changes.filter(({ field }) => isAbove(field))) {
      const key = JSON.stringify([change.field, change.before, change.after])
      const told = above.get(key)
      if (told) told.codes.push(after.code)
      else above.set(key, { ...change, codes: [after.code] })
    }
    if (changes.some(({ field }) => field === 'code')) {
      moved.push({ ...named, from: before.code, to: after.code })
    }
    if (changes.length === 0) unchanged += 1
  }
  const results = [...pairs.map((pair) => takeOver(pair.before, pair.after, fields)), ...added]
  return {
    added,
    removed,
    changed,
    headings: [...above.values()],
    moved,
    unchanged,
    unknownDepartments: unknownIn(incoming, departments),
    missingMarks: results.filter((row) => row.content.lead === null).map((row) => row.code),
  }
}

const isAbove = (field: ColumnKey) =>
  /^(measureTitle|groupText)(\.|$)/.test(field) || field === 'audience'

/** The row as it will be: what the input speaks of from it, everything else as it was. */
export function takeOver(current: Row, incoming: Row, fields?: readonly RowField[]): Row {
  if (!fields) return { ...incoming, ...(current.id !== undefined && { id: current.id }) }
  const speaks = (field: RowField) => fields.includes(field)
  const { measure, group } = incoming
  const words = speaks('translations') ? incoming : current
  const taken = Object.fromEntries(
    Object.entries(incoming.content).filter(([field]) => fields.some((one) => one === field)),
  )
  return {
    ...current,
    place: incoming.place,
    code: speaks('code') ? incoming.code : current.code,
    measure: {
      number: speaks('code') ? measure.number : current.measure.number,
      title: speaks('measure') ? measure.title : current.measure.title,
      ...(words.measure.translations && { translations: words.measure.translations }),
    },
    group: {
      audience: speaks('audience') ? group.audience : current.group.audience,
      text: speaks('group') ? group.text : current.group.text,
      ...(words.group.translations && { translations: words.group.translations }),
    },
    content: { ...current.content, ...taken },
  }
}

function unknownIn(rows: readonly Row[], known: readonly string[]): UnknownDepartment[] {
  const unknown = new Map<string, string[]>()
  for (const { code, content } of rows) {
    for (const name of content.departments) {
      if (!known.includes(name)) unknown.set(name, [...(unknown.get(name) ?? []), code])
    }
  }
  return [...unknown].map(([name, codes]) => {
    const [best] = known
      .map((one) => ({ one, score: similarity(one, name) }))
      .filter(({ score }) => score >= similarTitle)
      .toSorted((a, b) => b.score - a.score)
    return { name, codes, similar: best?.one ?? null }
  })
}
