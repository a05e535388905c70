import { outcome } from './office/office.ts'

export type { UnreadableReason } from './office/unreadable.ts'
export { Unreadable } from './office/unreadable.ts'

export type WordBlock =
  | {
      readonly kind: 'paragraph'
      readonly text: string
      /** The name of its style as Word has it: 見出し 1 is 「heading 1」. */
      readonly style?: string
    }
  /** Merged cells stand in each of their places; a table within a cell is part of the cell's text. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

export interface WordText {
  readonly blocks: readonly WordBlock[]
}

/** The text and tables of a .docx, in order, without pictures, struck-out text and readings. */
export function readWord(bytes: Uint8Array): Promise<WordText> {
  return outcome({ kind: 'word', bytes })
}
