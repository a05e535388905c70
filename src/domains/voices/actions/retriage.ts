import type { Ctx } from '#platform/context.ts'
import { found, refuse } from '#platform/result.ts'
import type { Point, PointId } from '../point.ts'
import { type ObjectionId, objectionsOf, settle as settleRow } from '../store/objections.ts'
import { withdrawShown } from '../store/public.ts'
import { termsOn } from '../store/terms.ts'
import type { VoiceTerms } from '../terms.ts'
import { onPointOfVoice, type PointStep, type Seen } from './step.ts'
import type { Outlined } from './triage.ts'

/**
 * 論点を直す: another gist, kind, topic or section. Another section goes on with what was drafted. An
 * answer that was handed in stands for the gist to which it was written: it goes back first.
 */
export const retriage = (ctx: Ctx, seen: Seen<PointId>, outlined: Outlined): Promise<PointStep> =>
  onPointOfVoice(ctx, 'retriage', seen, 'voice.retriaged', async (point, voice, tx) => {
    if (point.state === 'submitted' || point.state === 'approved') refuse('answer-stands', 'gist')
    return { ...point, ...checked(outlined, await termsOn(tx, voice.receivedOn)) }
  })

function checked(outlined: Outlined, { topics }: Pick<VoiceTerms, 'topics'>): Outlined {
  const { kind, topic } = outlined
  const gist = outlined.gist.trim() || refuse('gist-empty', 'gist')
  const section = outlined.section.trim() || refuse('section-needed', 'section')
  if (!topics.some(({ key }) => key === topic)) refuse('unknown-topic', 'topic')
  return { gist, kind, topic, section }
}

export interface Settled {
  readonly objection: ObjectionId
  /** The gist as it is to be; null where it stays. */
  readonly gist: string | null
  readonly reason: string
}

/**
 * 要旨への申し出に答える: the gist becomes another, or it stays and the sender reads why. What was public of the old
 * gist is withdrawn, because nobody has decided on the new one.
 */
export const settle = (
  ctx: Ctx,
  seen: Seen<PointId>,
  { objection, gist, reason }: Settled,
): Promise<PointStep> =>
  onPointOfVoice(ctx, 'settle', seen, 'voice.settled', async (point, _voice, tx) => {
    const one = found((await objectionsOf(tx, [point.id])).find(({ id }) => id === objection))
    if (one.settled) refuse('objection-settled', 'reason')
    const why = reason.trim() || refuse('reason-needed', 'reason')
    const outcome = gist === null ? 'kept' : 'changed'
    await settleRow(tx, objection, { outcome, reason: why, at: ctx.now, by: ctx.actor.id })
    if (gist === null) return point
    if (point.state === 'submitted' || point.state === 'approved') refuse('answer-stands', 'gist')
    const text = gist.trim() || refuse('gist-empty', 'gist')
    await withdrawShown(tx, point.id)
    const changed: Point = { ...point, gist: text, decision: { kind: 'undecided' } }
    return changed
  })
