import type { IsoDate } from './calendar.ts'
import type { Ctx } from './context.ts'
import type { Reader, Writer } from './database.ts'
import type { Fact } from './ledger.ts'

/** Said in the two languages of the desk. */
export interface Told {
  readonly ja: string
  readonly en: string
}

/** Something for which one person answers. */
export interface Belonging {
  readonly id: string
  /** As people call it, in its own language. */
  readonly title: string
  readonly path: string
  /** The section in which it lies, by id; null where it goes with the person. */
  readonly department: string | null
  readonly since: IsoDate | null
  /** Where it stands, and what was guessed. */
  readonly note: Told
}

/** Something for which nobody answers, or nobody acts. */
export interface Orphan {
  readonly kind: string
  readonly id: string
  readonly title: string | Told
  readonly path: string
  /** The section in which it lies, by id; null where nobody said. */
  readonly department: string | null
  readonly since: IsoDate | null
  readonly why: Told
}

/** `proposed`: waits for somebody's approval. `left`: whoever passes may not pass this. */
export const outcomes = ['passed', 'proposed', 'left'] as const
export type Outcome = (typeof outcomes)[number]

export interface Handing {
  readonly ids: readonly string[]
  readonly from: string
  readonly to: string
  /** The last day on which the one who goes still serves. */
  readonly lastDay: IsoDate
  /** The section which the person leaves. */
  readonly department: string
}

/** What a chapter says of who has what. The shell gives the list of all chapters to whoever passes things on. */
export interface Belongings {
  readonly kind: string
  readonly name: Told
  ofPerson(db: Reader, person: string, on: IsoDate): Promise<readonly Belonging[]>
  /** Part of the change in `tx`: all of it happens, or nothing. Not asked for the same thing twice. */
  pass(
    tx: Writer,
    ctx: Ctx,
    handing: Handing,
  ): Promise<{ readonly outcomes: ReadonlyMap<string, Outcome>; readonly facts: readonly Fact[] }>
  withoutOwner(db: Reader, on: IsoDate): Promise<readonly Orphan[]>
}
