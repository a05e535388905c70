import { sql } from 'kysely'
import type { Browser } from '#testing/browser.ts'

/** The demo city before its first round: for journeys that ask for the year themselves. */
export async function withoutRounds({ db }: Pick<Browser, 'db'>): Promise<void> {
  await sql`truncate progress_round, progress_scale, progress_explanation cascade`.execute(db)
}
