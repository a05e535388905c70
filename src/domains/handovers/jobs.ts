import type { Belongings } from '#platform/belongings.ts'
import type { Job } from '#platform/jobs.ts'
import { prepareAll } from './actions/hand.ts'
import { tellLate } from './actions/remind.ts'

/** By night, what is to be handed over within the month is listed, and what is late is told. */
export const jobs = (belongings: readonly Belongings[]): readonly Job[] => [
  {
    name: 'handovers.prepare',
    at: '45 5 * * *',
    async run(ctx) {
      await prepareAll(ctx, belongings)
    },
  },
  { name: 'handovers.remind', at: '50 5 * * *', run: async (ctx) => void (await tellLate(ctx)) },
]
