import type { Lead } from '../item.ts'
import { type Joined, joinPieces, type Vouches } from './joining.ts'
import type { Line } from './lines.ts'
import type { Legend } from './marks.ts'
import type { Question } from './sheet.ts'

export interface Doubt {
  readonly field: 'title' | 'description' | 'departments'
  readonly reason: Question['reason']
  /** The lines to show beside the question. */
  readonly lines: readonly Line[]
}

/** An item as its table gives it; departments are still lines of a cell. */
export interface Draft {
  readonly lead: Lead | null
  /** What stood in the mark's place, if it was no mark. */
  readonly markSeen: string
  readonly title: Joined
  readonly description: Joined
  readonly departments: readonly string[]
  readonly lines: readonly Line[]
  /** Lines that explain why there is no mark. */
  readonly markLines: readonly Line[]
  readonly doubts: readonly Doubt[]
}

/** What the whole document tells about the reading of one table. */
export interface Knowledge {
  readonly legend: Legend
  readonly vouches: Vouches
  /** Names learnt from the tables whose head is sound. */
  readonly departments: ReadonlySet<string>
}

export const joined = (pieces: readonly string[], { vouches }: Knowledge): Joined =>
  joinPieces(pieces, vouches)
