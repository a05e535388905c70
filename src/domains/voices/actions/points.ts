import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { accept, refuse } from '#platform/result.ts'
import { type Answer, type Point, type PointId, type Redaction, textsOf } from '../point.ts'
import { checkAnswer } from '../rules/answer.ts'
import { checkRedactions } from '../rules/redaction.ts'
import { keepAnswer } from '../store/points.ts'
import { show, withdrawShown } from '../store/public.ts'
import { termsOn } from '../store/terms.ts'
import { onPoint, type PointStep, type Seen } from './step.ts'
import { tellShown } from './tell.ts'

const needed = (text: string, place = 'reason') => text.trim() || refuse('reason-needed', place)

/** What is written so far; half-finished is allowed. */
export const draft = (ctx: Ctx, seen: Seen<PointId>, answer: Answer): Promise<PointStep> =>
  onPoint(ctx, 'draft', seen, 'voice.drafted', async (point) => ({
    ...bare(point),
    state: 'drafting',
    answer,
  }))

/** Hands the answer in for 決裁. Refused with the field where something is missing. */
export const submit = (ctx: Ctx, seen: Seen<PointId>, answer: Answer): Promise<PointStep> =>
  onPoint(ctx, 'submit', seen, 'voice.submitted', async (point, voice, tx) => {
    const terms = await termsOn(tx, voice.receivedOn)
    const whole = accept(checkAnswer(answer, localDate(ctx.now), terms))
    const by = ctx.actor.id
    await keepAnswer(tx, point.id, { answer: whole, at: ctx.now, by })
    const told = { submittedBy: by, submittedAt: ctx.now }
    return { ...bare(point), state: 'submitted', answer: whole, ...told }
  })

export const takeBack = (ctx: Ctx, seen: Seen<PointId>): Promise<PointStep> =>
  onPoint(ctx, 'takeBack', seen, 'voice.taken-back', async (point) => ({
    ...bare(point),
    state: 'drafting',
  }))

/** 決裁: by somebody else than whoever handed it in. */
export const approve = (ctx: Ctx, seen: Seen<PointId>): Promise<PointStep> =>
  onPoint(ctx, 'approve', seen, 'voice.approved', async (point) => ({
    ...point,
    state: 'approved',
    approvedBy: ctx.actor.id,
    approvedAt: ctx.now,
  }))

export const giveBack = (ctx: Ctx, seen: Seen<PointId>, reason: string): Promise<PointStep> =>
  onPoint(ctx, 'giveBack', seen, 'voice.returned', async (point) => ({
    ...bare(point),
    state: 'returned',
    submittedBy: point.submittedBy,
    submittedAt: point.submittedAt,
    reason: needed(reason),
  }))

/** Another section answers; what was drafted goes along. */
export const reassign = (ctx: Ctx, seen: Seen<PointId>, section: string): Promise<PointStep> =>
  onPoint(ctx, 'reassign', seen, 'voice.reassigned', async (point) => ({
    ...bare(point),
    state: 'assigned',
    section: section.trim() || refuse('section-needed', 'section'),
  }))

/** 供覧: read, not answered; the sender is told why. */
export const circulate = (ctx: Ctx, seen: Seen<PointId>, reason: string): Promise<PointStep> =>
  onPoint(ctx, 'circulate', seen, 'voice.circulated', async (point) => ({
    ...bare(point),
    state: 'circulated',
    reason: needed(reason),
  }))

/** 移送 to whoever it is a matter of. */
export const transfer = (
  ctx: Ctx,
  seen: Seen<PointId>,
  to: string,
  reason: string,
): Promise<PointStep> =>
  onPoint(ctx, 'transfer', seen, 'voice.transferred', async (point) => ({
    ...bare(point),
    state: 'transferred',
    to: needed(to, 'to'),
    reason: needed(reason),
  }))

/** 対象外, on one of the city's grounds. */
export const decline = (
  ctx: Ctx,
  seen: Seen<PointId>,
  ground: string,
  reason: string,
): Promise<PointStep> =>
  onPoint(ctx, 'decline', seen, 'voice.declined', async (point, voice, tx) => {
    const { outside } = await termsOn(tx, voice.receivedOn)
    if (!outside.some(({ key }) => key === ground)) refuse('unknown-ground', 'ground')
    return { ...bare(point), state: 'declined', ground, reason: needed(reason) }
  })

/** It is answered after all. */
export const reopen = (ctx: Ctx, seen: Seen<PointId>): Promise<PointStep> =>
  onPoint(ctx, 'reopen', seen, 'voice.reopened', async (point, voice) => {
    if (voice.state !== 'answering') refuse('already-replied', 'state')
    return { ...bare(point), state: 'assigned' }
  })

/** What somebody decides on publication; the sender's wish stands before every other ground. */
export type Choice =
  | { readonly kind: 'show'; readonly redactions: readonly Redaction[] }
  | { readonly kind: 'withhold'; readonly ground: string; readonly reason: string }

/** 公表の判断: what is public is made here, from the text and its redactions, in the same transaction. */
export const decide = (ctx: Ctx, seen: Seen<PointId>, choice: Choice): Promise<PointStep> =>
  onPoint(ctx, 'decide', seen, 'voice.decided', async (point, voice, tx) => {
    const terms = await termsOn(tx, voice.receivedOn)
    const told = { by: ctx.actor.id, at: ctx.now }
    if (choice.kind === 'show') {
      if (!voice.mayPublish) refuse('sender-refuses', 'kind')
      const redactions = accept(checkRedactions(textsOf(point), choice.redactions, terms))
      await show(tx, point, voice, redactions, ctx.now)
      await tellShown(tx, ctx, voice, point)
      return { ...point, decision: { kind: 'shown', redactions, ...told } }
    }
    const { ground, reason } = choice
    if (!terms.grounds.some(({ key }) => key === ground)) refuse('unknown-ground', 'ground')
    // A wish that was not uttered is no ground: the sender would read a reason that is none.
    if (ground === 'wish' && voice.mayPublish) refuse('wish-not-said', 'ground')
    await withdrawShown(tx, point.id)
    return { ...point, decision: { kind: 'withheld', ground, reason: needed(reason), ...told } }
  })

/** Without what only one state knows. */
function bare(point: Point) {
  const {
    id,
    version,
    voice,
    no: number,
    gist,
    kind,
    topic,
    section,
    answer,
    decision,
    items,
  } = point
  return { id, version, voice, no: number, gist, kind, topic, section, answer, decision, items }
}
