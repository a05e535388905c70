/** A cell: in a column of dates an ISO date. With `note`, a remark that shows when it is pointed at. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly value: string | number | null; readonly note?: string }

export interface SheetColumn {
  readonly label: string
  /** In letters of half width, as Excel counts. */
  readonly width: number
  /**
   * `id` is ours and looks it: grey, not to be touched. `text` stays text whatever is typed, also
   * 1-2 (no date) and =1+1 (no formula).
   */
  readonly kind?: 'text' | 'id' | 'number' | 'yen' | 'percent' | 'date'
  readonly align?: 'center'
  /** Drop-down list. */
  readonly choices?: readonly string[]
  /** Others than the choices are asked about (`warn`) or refused (`stop`, the default). */
  readonly otherwise?: 'stop' | 'warn'
  /** A remark on the column's head: what to write here. */
  readonly note?: string
  readonly hidden?: boolean
  /** To be filled in: pale yellow. */
  readonly input?: boolean
  /** Equal neighbours, one below the other, become one cell. */
  readonly merged?: boolean
}

export interface SheetContent {
  readonly name: string
  /** Across the top, white on ink blue. */
  readonly title?: string
  /** One line under the title: how to use the sheet. */
  readonly hint?: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Empty rows below, with look and drop-downs, for what is added. */
  readonly spareRows?: number
  /** Columns that stay in sight on the left. */
  readonly frozenColumns?: number
  readonly hidden?: boolean
}

export interface Workbook {
  readonly title: string
  readonly author: string
  /** ISO date of the workbook itself: fixes its bytes. */
  readonly date: string
  readonly sheets: readonly SheetContent[]
}
