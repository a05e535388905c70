import type { SheetCells } from './office/contents.ts'
import { outcome } from './office/office.ts'

export type { ReadCell, ReadRow, SheetCells } from './office/contents.ts'
export type { SheetCell, SheetColumn, SheetContent, Workbook } from './office/sheet.ts'
export type { UnreadableReason } from './office/unreadable.ts'
export { Unreadable } from './office/unreadable.ts'
export { writeWorkbook } from './office/workbook.ts'

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
