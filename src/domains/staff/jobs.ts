import type { Job } from '#platform/jobs.ts'
import * as store from './store/sessions.ts'

/** 期限の過ぎた在席: sessions that ended by themselves are taken out every night. */
export const jobs: readonly Job[] = [
  {
    name: 'staff.forget-sessions',
    at: '15 3 * * *',
    async run(ctx) {
      if (!(await store.hasEndedSessions(ctx.db, ctx.now))) return
      await ctx.record(async (tx) => {
        const count = await store.forgetSessions(tx, ctx.now)
        const basis = '情報セキュリティ規程(認証)'
        return [
          undefined,
          { fact: 'staff.sessions-forgotten', subject: 'staff', basis, detail: { count } },
        ]
      })
    },
  },
]
