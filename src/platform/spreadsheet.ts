import { outcome } from './office/office.ts'

export type { UnreadableReason } from './office/unreadable.ts'
export { Unreadable } from './office/unreadable.ts'
export type { SheetCell, SheetColumn, SheetContent, Workbook } from './office/workbook.ts'
export { writeWorkbook } from './office/workbook.ts'

/** A cell as a person would copy it: dates as 2026-04-01, numbers as 1234.5, both without format. */
export interface ReadCell {
  readonly text: string
  readonly type: 'text' | 'number' | 'date' | 'boolean' | 'error'
}

export interface ReadRow {
  /** As Excel counts: the first is 1. */
  readonly row: number
  /** By the letter of the column; empty cells are not there. */
  readonly cells: ReadonlyMap<string, ReadCell>
}

export interface SheetCells {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly ReadRow[]
}

export interface ReadOptions {
  /** A merged cell stands in each of its places (the default), or only in its first. */
  readonly merged?: 'filled' | 'first'
}

/**
 * Everything that stands in a workbook (.xlsx, .xlsm), read in a thread of its own. What cannot be
 * read is thrown as `Unreadable` with a reason.
 */
export function readWorkbook(
  bytes: Uint8Array,
  { merged = 'filled' }: ReadOptions = {},
): Promise<readonly SheetCells[]> {
  return outcome({ kind: 'workbook', bytes, merged })
}
