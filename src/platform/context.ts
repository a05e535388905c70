import type { Actor } from './actor.ts'
import type { Reader } from './database.ts'
import type { Recorder } from './ledger.ts'

/** Everything an action may know of its moment. Passed by hand, first argument, never looked up. */
export interface Ctx {
  readonly actor: Actor
  readonly now: Date
  readonly db: Reader
  readonly record: Recorder
}
