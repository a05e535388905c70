import { type Kysely, sql } from 'kysely'
import type { Seal } from './seal.ts'
import type { DB } from './tables.ts'

/** So many in so many seconds. */
export interface Limit {
  readonly points: number
  readonly seconds: number
}

export type Taken =
  | { readonly ok: true; readonly left: number }
  /** Seconds until the window is over; at least one. */
  | { readonly ok: false; readonly retryAfter: number }

export interface Limiter {
  /** Counts one, and says whether it was still within the limit. Never throws for being over it. */
  take(key: string): Promise<Taken>
  /** Forgets what was counted: after a success. */
  forgive(key: string): Promise<void>
  /** How many were counted in the window that runs now. */
  used(key: string): Promise<number>
}

export interface LimitPlace {
  readonly db: Kysely<DB>
  readonly seal: Pick<Seal, 'mark'>
  readonly now: () => Date
}

/** What has been refused long enough is not counted on: no number grows without end. */
const enough = 1_000_000

/**
 * Counts in the city's database, so that several processes and a restart count together. One statement
 * takes and asks: of any number at once, never more than `points` pass. Keys are kept as keyed marks only.
 * The one place that writes beside the ledger: counters are no facts (docs/decisions/0015-limits.md).
 */
export function limiter(place: LimitPlace, name: string, { points, seconds }: Limit): Limiter {
  const { db, seal, now } = place
  const markOf = (key: string) => seal.mark(key, `limit.${name}`)
  return {
    async take(key) {
      const at = now()
      const ends = new Date(at.getTime() + seconds * 1000)
      const over = sql<boolean>`limit_count.ends_at <= ${at}`
      const row = await db
        .insertInto('limit_count')
        .values({ mark: markOf(key), used: 1, ends_at: ends })
        .onConflict((oc) =>
          oc.column('mark').doUpdateSet({
            used: sql`case when ${over} then 1 else least(limit_count.used + 1, ${enough}::int) end`,
            ends_at: sql`case when ${over} then excluded.ends_at else limit_count.ends_at end`,
          }),
        )
        .returning(['used', 'ends_at'])
        .executeTakeFirstOrThrow()
      if (row.used <= points) return { ok: true, left: points - row.used }
      const wait = Math.ceil((row.ends_at.getTime() - at.getTime()) / 1000)
      return { ok: false, retryAfter: Math.max(1, wait) }
    },
    async forgive(key) {
      await db.deleteFrom('limit_count').where('mark', '=', markOf(key)).execute()
    },
    async used(key) {
      const row = await db
        .selectFrom('limit_count')
        .select('used')
        .where('mark', '=', markOf(key))
        .where('ends_at', '>', now())
        .executeTakeFirst()
      return row?.used ?? 0
    },
  }
}

/** Takes out the counters whose window is over; run by night. Answers how many. */
export async function forgetCounters({ db, now }: Pick<LimitPlace, 'db' | 'now'>): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('limit_count')
    .where('ends_at', '<=', now())
    .executeTakeFirst()
  return Number(numDeletedRows)
}

const dayMs = 24 * 60 * 60 * 1000

/** Who opened an account within three days has a third: most abuse comes from accounts made for it. */
export function forNewcomers(limit: Limit, openedAt: Date, now: Date): Limit {
  const isNew = now.getTime() - openedAt.getTime() < 3 * dayMs
  return isNew ? { ...limit, points: Math.max(1, Math.floor(limit.points / 3)) } : limit
}
