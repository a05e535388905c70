import type { Job } from '#platform/jobs.ts'
import { publishDue } from './actions/due.ts'
import type { House } from './actions/publish.ts'

/** Publishes what is due, every minute; what fell into a stop comes as soon as the city runs again. */
export const jobs = (house: House): readonly Job[] => [
  { name: 'publications.publish', at: '* * * * *', run: (ctx) => publishDue(ctx, house) },
]
