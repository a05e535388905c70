import type { Actor } from './actor.ts'
import type { Reader } from './database.ts'
import type { Recorder } from './ledger.ts'
import type { Seal } from './seal.ts'

/** Everything an action may know of its moment. Passed by hand, first argument, never looked up. */
export interface Ctx {
  readonly actor: Actor
  readonly now: Date
  readonly db: Reader
  readonly record: Recorder
  /** Closes and opens personal data; opening is itself an action that is recorded. */
  readonly seal: Seal
}
