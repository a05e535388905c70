/**
 * One set of blocks for every way a document leaves the house: web page, PDF, workbook, CSV.
 * A block says what it is, never how it looks. Text may carry readings as {漢字|かんじ} (see ruby.ts).
 */
export interface Document {
  readonly title: string
  /** The line above the title: 平成24年度. */
  readonly over?: string
  readonly subtitle?: string
  /** Who issues it, for the running head and the file's metadata. */
  readonly author: string
  /** BCP 47. */
  readonly lang: string
  /** ISO date of the document itself: fixes the bytes of the PDF. */
  readonly date: string
  /** The sheet lies: for wide tables. */
  readonly landscape?: boolean
  /** A word set across the corner of each page while the document is not final: 案. */
  readonly stamp?: string
  /** Small lines at the very end: who to ask, when it was decided. */
  readonly colophon?: readonly string[]
  readonly blocks: readonly Block[]
}

/** A mark that never speaks by colour or shape alone: its word always stands with it. */
export interface Sign {
  readonly shape: 'star' | 'disc' | 'ring' | 'none'
  readonly word: string
}

export type Cell = string | readonly string[] | Sign

export interface Column {
  readonly label: string
  /** Share of the table's width. */
  readonly width: number
  /** `sign` is narrow and centred; `heading` names the row. */
  readonly role?: 'sign' | 'heading' | 'number'
}

/** Told apart without colour: full, slanted, crossed, empty, lying lines, dots, and a broken edge. */
export const fills = ['solid', 'stripes', 'cross', 'blank', 'lines', 'dots', 'waiting'] as const
export type Fill = (typeof fills)[number]

export type Block =
  /** Level 2 is a chapter with a band of colour; level 3 a section, with a short tag before it (市民). */
  | {
      readonly kind: 'heading'
      readonly level: 2 | 3
      readonly text: string
      readonly tag?: string
    }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** The story in the document's own voice: set apart with a rule. */
  | { readonly kind: 'narrative'; readonly title: string; readonly text: string }
  | { readonly kind: 'facts'; readonly pairs: readonly (readonly [name: string, text: string])[] }
  /** A short numbered list in a quiet box, with its introducing sentence. */
  | { readonly kind: 'goals'; readonly title: string; readonly items: readonly string[] }
  /** Joined circles, in order: 共有 → 共感 → 共働 → 共創. */
  | {
      readonly kind: 'steps'
      readonly title: string
      readonly steps: readonly { readonly word: string; readonly gloss: string }[]
    }
  | { readonly kind: 'legend'; readonly signs: readonly Sign[] }
  | {
      readonly kind: 'table'
      /** Says what the table holds, for those who do not see it; printed only where it stands alone. */
      readonly caption: string
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly Cell[])[]
    }
  /**
   * Bars divided into parts, hatched so that black and white tells them apart. A picture only: its figures stand
   * in the table that follows it.
   */
  | {
      readonly kind: 'bars'
      readonly caption: string
      readonly series: readonly { readonly word: string; readonly fill: Fill }[]
      /** The values in the order of the series. */
      readonly rows: readonly { readonly name: string; readonly values: readonly number[] }[]
    }
  | { readonly kind: 'note'; readonly text: string }
  /** A letter on a sheet of its own, for a window envelope. A document of letters has no cover. */
  | {
      readonly kind: 'letter'
      /** BCP 47: a batch may speak several languages. */
      readonly lang: string
      /** What the window shows, a line each: 〒496-8686, the address, 津島 花子 様. */
      readonly to: readonly string[]
      /** The sender, small above it. */
      readonly from: readonly string[]
      readonly date: string
      readonly title: string
      /** A number to be read from afar. */
      readonly code?: string
      readonly paragraphs: readonly string[]
      /** Beneath the text: who to ask. */
      readonly foot: readonly string[]
      /** Sixteen points, nothing that has to be read below fourteen. */
      readonly large?: boolean
    }

/** A part that a chapter of the handbook contributes to a larger document. */
export interface Chapter {
  readonly title: string
  readonly blocks: readonly Block[]
}
