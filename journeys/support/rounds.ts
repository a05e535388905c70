import { sql } from 'kysely'
import { planYear } from '#domains/progress/actions/rounds.ts'
import { rounds } from '#domains/progress/store/rounds.ts'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { planIn } from './plan.ts'

/** The demo city before its first round: for journeys that ask for the year themselves. */
export async function withoutRounds({ db }: Pick<Browser, 'db'>): Promise<void> {
  await sql`truncate progress_round, progress_scale, progress_explanation cascade`.execute(db)
}

const ofReports = [
  'progress_report_version',
  'progress_group_asking',
  'progress_group_link',
  'progress_group_hearing',
  'progress_difference_note',
  'progress_file',
] as const

/** The demo city before it asked for the end of the year: that round is planned by its terms, and asked nobody. */
export async function beforeFinal({ db, ctx }: Pick<Browser, 'db' | 'ctx'>): Promise<void> {
  const { id: plan } = await planIn(db, 2012)
  const final = must(
    (await rounds(db, plan)).find(({ period }) => period === 'final'),
    'the final round',
  )
  const asked = db.selectFrom('progress_report').select('id').where('round_id', '=', final.id)
  for (const table of ofReports)
    await db.deleteFrom(table).where('report_id', 'in', asked).execute()
  await db.deleteFrom('progress_report').where('round_id', '=', final.id).execute()
  await db.deleteFrom('progress_round').where('id', '=', final.id).execute()
  await planYear(ctx(people.author), plan, final.scaleId)
}
