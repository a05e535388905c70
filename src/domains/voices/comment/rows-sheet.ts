import type { IsoDate } from '#platform/calendar.ts'
import { namesOf } from '../messages/paper.ts'
import { blankSheet } from '../paper-sheet.ts'
import type { CommentCase } from './case.ts'
import { paperChannels } from './comment.ts'
import { ja } from './messages/desk-ja.ts'
import { ja as publicJa } from './messages/ja.ts'
import { type RowKey, type RowWords, rowKeys } from './rules/rows.ts'

/** A table is filled in by the city's offices, in their words. */
export const rowWords = (): RowWords => ({
  columns: ja.columns,
  channels: namesOf({ locale: 'ja' }).channels,
  ties: publicJa.ties,
})

const widths: Partial<Record<RowKey, number>> = { text: 60, place: 24, address: 40, mail: 24 }

/** 様式: a row for each sender of a comment, with lists to choose from. */
export function rowsTemplate(
  { title }: Pick<CommentCase, 'title'>,
  made: { readonly author: string; readonly date: IsoDate },
): Promise<Uint8Array<ArrayBuffer>> {
  const words = rowWords()
  const choices: Partial<Record<RowKey, readonly string[]>> = {
    channel: paperChannels.map((key) => words.channels[key] ?? key),
    tie: Object.values(words.ties),
  }
  const columns = rowKeys.map((key) => ({
    label: words.columns[key],
    width: widths[key] ?? 16,
    choices: choices[key],
  }))
  return blankSheet({ ...made, title, name: ja.rowsName, hint: ja.rowsHow, columns })
}
