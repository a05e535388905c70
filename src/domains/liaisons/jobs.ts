import { localDate } from '#platform/calendar.ts'
import type { Job } from '#platform/jobs.ts'
import { remind } from './actions/appoint.ts'
import { tellOverdue } from './actions/overdue.ts'
import { isToBeReminded } from './rules/year.ts'
import { appointments } from './store/appointments.ts'
import { termsOn } from './store/terms.ts'

export const jobs: readonly Job[] = [
  {
    name: 'liaisons.remind',
    at: '30 6 * * *',
    async run(ctx) {
      const today = localDate(ctx.now)
      const terms = await termsOn(ctx.db, today)
      const silent = (await appointments(ctx.db)).filter(
        (a) => a.until >= today && isToBeReminded(a, terms, today),
      )
      for (const one of silent) await remind(ctx, one.id)
    },
  },
  { name: 'liaisons.overdue', at: '35 6 * * *', run: tellOverdue },
]
