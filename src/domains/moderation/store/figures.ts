import { sql } from 'kysely'
import type { Reader } from '#platform/database.ts'

export interface Count {
  readonly year: number
  /** `flag`, or the action of a decision. */
  readonly what: string
  readonly ground: string | null
  readonly count: number
}

/** 年度: in Japan, from 1 April. */
const year = sql<number>`extract(year from (at at time zone 'Asia/Tokyo') - interval '3 months')::int`

/** How many of what, by fiscal year and ground, newest year first. Zero is not in it. */
export async function counts(db: Reader): Promise<Count[]> {
  const flags = await db
    .selectFrom('moderation_flag')
    .select((eb) => [year.as('year'), 'ground', eb.fn.countAll<number>().as('count')])
    .groupBy(['year', 'ground'])
    .execute()
  const decisions = await db
    .selectFrom('moderation_decision')
    .select((eb) => [year.as('year'), 'action', 'ground', eb.fn.countAll<number>().as('count')])
    .groupBy(['year', 'action', 'ground'])
    .execute()
  return [
    ...flags.map((row) => ({ ...row, what: 'flag', count: Number(row.count) })),
    ...decisions.map(({ action, ...row }) => ({ ...row, what: action, count: Number(row.count) })),
  ].sort((a, b) => b.year - a.year || a.what.localeCompare(b.what))
}
