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
  /** Addresses of cells whose text is the last result of a formula. */
  readonly formulas?: readonly string[]
}

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
