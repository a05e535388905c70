import type { Job } from '#platform/jobs.ts'
import { turn } from './actions/turn.ts'

/** A minute after each day began, and again through the day: a machine that slept at midnight catches up. */
export const jobs: readonly Job[] = [
  { name: 'voice.comment-turn', at: '1,16,31,46 * * * *', run: async (ctx) => void (await turn(ctx)) },
]
