import type { Actor } from '#platform/actor.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import type { Job } from '#platform/jobs.ts'
import { dispatch } from './actions/dispatch.ts'
import { type Dues, postMorning } from './actions/morning.ts'
import type { PostRoom } from './actions/room.ts'

export interface Sender {
  /** Sends all that is due, now; when it is at it already, once more afterwards. */
  readonly run: () => Promise<void>
  /** The same without waiting: after a commit, which may have posted something. */
  readonly nudge: () => void
  /** Waits until nothing is under way. */
  readonly close: () => Promise<void>
}

/**
 * The one sender of a process. `moment` makes a fresh context for each batch, so that a lease counts from
 * when it was taken.
 */
export function sender(
  room: PostRoom,
  moment: () => Ctx,
  onFailure: (thrown: unknown) => void,
): Sender {
  let under: Promise<void> | undefined
  let again = false
  let closed = false
  const all = async () => {
    do {
      again = false
      while (!closed && (await dispatch(moment(), room)) === 'more');
    } while (again && !closed)
  }
  const run = () => {
    if (under) again = true
    under ??= all().finally(() => {
      under = undefined
    })
    return under
  }
  return {
    run,
    nudge: () => {
      if (!closed) void run().catch(onFailure)
    },
    close: async () => {
      closed = true
      await under?.catch(() => undefined)
      room.post.close()
    },
  }
}

/** Every minute what is due, and each morning what waits for whom. */
export const noticeJobs = (
  own: Sender,
  staff: (db: Reader, today: string) => Promise<readonly Actor[]>,
  dues: readonly Dues[],
): readonly Job[] => [
  { name: 'notices.send', at: '* * * * *', run: () => own.run() },
  {
    name: 'notices.morning',
    // A few minutes before the mails of the day go out, so that both are one.
    at: '25 8 * * 1-5',
    async run(ctx) {
      await postMorning(ctx, await staff(ctx.db, localDate(ctx.now)), dues)
    },
  },
]
