import { actorsOn } from '#domains/staff/index.ts'
import { addDays, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { CommentCase } from '../case.ts'
import { turningCases } from '../store/cases.ts'
import { onCase } from './step.ts'
import { tellClosed } from './tell.ts'

/** 期間の始めと終わり: opens what has come to its first day, closes what is past its last. */
export async function turn(ctx: Ctx): Promise<void> {
  const today = localDate(ctx.now)
  for (const one of await turningCases(ctx.db, today))
    if (one.state === 'open') await close(ctx, one)
    else await openCase(ctx, one)
}

export const openCase = (ctx: Ctx, seen: CommentCase): Promise<CommentCase> =>
  onCase(ctx, 'open', seen, 'voice.comment-opened', async (one) => ({ ...one, state: 'open' }))

/** The last day counts whole: closed on the day after it, never on it. */
export async function close(ctx: Ctx, seen: CommentCase): Promise<CommentCase> {
  const people = await actorsOn(ctx.db, addDays(seen.closesOn, 1))
  return onCase(ctx, 'close', seen, 'voice.comment-closed', async (one, tx) => {
    await tellClosed(tx, ctx, one, people)
    return { ...one, state: 'closed' }
  })
}
