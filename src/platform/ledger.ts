import type { Kysely } from 'kysely'
import type { Actor } from './actor.ts'
import type { Writer } from './database.ts'
import type { DB } from './tables.ts'

/** Something that happened, in the past tense: `plan.published`. Holds no personal data. */
export interface Fact {
  readonly fact: `${string}.${string}`
  readonly subject: string
  readonly basis: string
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

/** Runs one change and its entries in one transaction. The type makes at least one fact compulsory. */
export type Recorder = <T>(
  change: (tx: Writer) => Promise<readonly [result: T, first: Fact, ...rest: Fact[]]>,
) => Promise<T>

export interface Moment {
  readonly actor: Actor
  readonly now: Date
  readonly requestId: string
  /** Told after the commit, never before: caches are emptied by what has really happened. */
  readonly onFacts?: (facts: readonly Fact[]) => void
}

export function ledger(db: Kysely<DB>, moment: Moment): Recorder {
  return async (change) => {
    const [result, facts] = await db.transaction().execute(async (tx) => {
      const [result, ...facts] = await change(tx as Writer)
      await tx
        .insertInto('ledger')
        .values(
          facts.map((f) => ({
            at: moment.now,
            actor_id: moment.actor.id,
            request_id: moment.requestId,
            fact: f.fact,
            subject_id: f.subject,
            basis: f.basis,
            detail: JSON.stringify(f.detail ?? {}),
          })),
        )
        .execute()
      return [result, facts] as const
    })
    moment.onFacts?.(facts)
    return result
  }
}
