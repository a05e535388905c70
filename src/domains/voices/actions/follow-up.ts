import type { Ctx } from '#platform/context.ts'
import { accept, found, Refused, refuse } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { endFollowUp, type FollowUp, type FollowUpId } from '../store/follow-ups.ts'
import { pointById } from '../store/points.ts'
import { promiseById } from '../store/promises.ts'
import { voiceById } from '../store/voices.ts'
import { standing, workflow } from '../workflow.ts'
import type { Seen } from './step.ts'
import { tellFollowedUp } from './tell.ts'

/** 約束の結果を書く: what came of it, for whoever was promised it and for everybody who follows. */
export async function followUp(
  ctx: Ctx,
  seen: Seen<FollowUpId>,
  result: string,
): Promise<FollowUp> {
  return ctx.record(async (tx) => {
    const before = found(await promiseById(tx, seen.id))
    const point = found(await pointById(tx, before.point))
    const voice = found(await voiceById(tx, point.voice))
    const stands = standing(ctx.actor, { sections: [before.section, point.section], point })
    accept(permit(workflow, 'followUp', stands, point))
    if (before.version !== seen.version || before.done) throw new Refused({ kind: 'stale' })
    const text = result.trim() || refuse('result-empty', 'result')
    const done = { result: text, at: ctx.now, by: ctx.actor.id }
    await endFollowUp(tx, seen, done)
    await tellFollowedUp(tx, ctx, voice, point, { ...before, done })
    const { basis } = workflow.followUp
    const detail = { voice: voice.id, no: point.no, section: point.section }
    return [
      { ...before, done },
      { fact: 'voice.followed-up', subject: point.id, basis, detail },
    ]
  })
}
