import { endReceipt } from '#domains/residents/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept } from '#platform/result.ts'
import { mayReply } from '../rules/answer.ts'
import { daysBetween } from '../rules/deadline.ts'
import { insertFollowUp } from '../store/follow-ups.ts'
import { updatePoint } from '../store/points.ts'
import { countDays, countPoint } from '../store/tally.ts'
import type { VoiceId } from '../voice.ts'
import { queueReply } from './post.ts'
import { onVoice, type Seen, type VoiceStep } from './step.ts'
import { tellReplied } from './tell.ts'

/**
 * 回答する: all points at once, and never while one has neither answer nor reason. What was promised becomes a
 * dated task that stays in public until it is closed.
 */
export const reply = (ctx: Ctx, seen: Seen<VoiceId>): Promise<VoiceStep> =>
  onVoice(ctx, 'reply', seen, 'voice.replied', async (voice, { points }, tx) => {
    for (const point of accept(mayReply(points))) {
      if (point.state !== 'approved') continue
      const answered = await updatePoint(tx, { ...point, state: 'answered' })
      await countPoint(tx, voice, point, answered)
      const { promised } = point.answer
      if (promised)
        await insertFollowUp(tx, {
          id: newId('vfu'),
          point: point.id,
          section: point.section,
          promise: promised.text,
          dueOn: promised.followUpOn,
        })
    }
    await countDays(tx, voice, daysBetween(voice.receivedOn, localDate(ctx.now)))
    await queueReply(tx, ctx, voice)
    await tellReplied(tx, ctx, voice, points)
    return { ...voice, state: 'replied', repliedAt: ctx.now, dueOn: null, waitingSince: null }
  })

/** 完結: nothing is open any more; the receipt is kept as long as its class says. */
export const close = (ctx: Ctx, seen: Seen<VoiceId>): Promise<VoiceStep> =>
  onVoice(ctx, 'close', seen, 'voice.closed', async (voice, _step, tx) => {
    await endReceipt(tx, voice.receipt, ctx.now)
    return { ...voice, state: 'closed', closedAt: ctx.now }
  })
