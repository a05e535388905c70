import { toldIn } from '#design/desk-tongue.ts'
import type { View } from '#design/view.ts'
import { paperWords } from '../../messages/paper.ts'
import type { TableReason } from '../../rules/rows.ts'
import type { CellReason } from '../rules/rows.ts'
import { en } from './desk-en.ts'
import { type DeskWords, ja } from './desk-ja.ts'

export type { DeskWords } from './desk-ja.ts'

/** The desk speaks Japanese and English. */
export const deskWords = (view: Pick<View, 'locale'>): DeskWords =>
  toldIn<DeskWords>(view, { ja, en })

/** What is wrong with a cell of a table: as for tables of voices, and what a case asks besides. */
export function sayCell(view: Pick<View, 'locale'>, reason: CellReason | TableReason): string {
  const { cellReasons } = deskWords(view)
  if (reason === 'out-of-time' || reason === 'no-passage') return cellReasons[reason]
  return paperWords(view).sheetReasons[reason]
}
