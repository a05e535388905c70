import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import { found, refuse } from '#platform/result.ts'
import { noAnswer, type Point } from '../point.ts'
import { dueOn } from '../rules/deadline.ts'
import * as points from '../store/points.ts'
import { countPoint } from '../store/tally.ts'
import { termsOn } from '../store/terms.ts'
import * as voices from '../store/voices.ts'
import type { Voice, VoiceId } from '../voice.ts'
import { queueReply } from './post.ts'
import { onVoice, type Seen, type VoiceStep } from './step.ts'

/** One point as it is set out: what is said, of which kind, about what, and who answers. */
export type Outlined = Pick<Point, 'gist' | 'kind' | 'topic' | 'section'>

async function addPoints(
  tx: Writer,
  voice: Voice,
  outlined: readonly Outlined[],
  after: number,
): Promise<void> {
  const { topics } = await termsOn(tx, voice.receivedOn)
  for (const [index, one] of outlined.entries()) {
    if (!one.gist.trim()) refuse('gist-empty', `points.${index}.gist`)
    if (!one.section.trim()) refuse('section-needed', `points.${index}.section`)
    if (!topics.some(({ key }) => key === one.topic))
      refuse('unknown-topic', `points.${index}.topic`)
    const point: Point = {
      ...one,
      gist: one.gist.trim(),
      id: newId('vpt'),
      version: 1,
      voice: voice.id,
      no: after + index + 1,
      state: 'assigned',
      answer: noAnswer,
      decision: { kind: 'undecided' },
      items: [],
    }
    await points.insertPoint(tx, point, voice)
    await countPoint(tx, voice, null, point)
  }
}

/** 論点に分ける: at least one; each goes to its section at once. */
export const triage = (
  ctx: Ctx,
  seen: Seen<VoiceId>,
  outlined: readonly Outlined[],
): Promise<VoiceStep> =>
  onVoice(ctx, 'triage', seen, 'voice.triaged', async (voice, _step, tx) => {
    if (!outlined.length) refuse('no-points', 'points')
    await addPoints(tx, voice, outlined, 0)
    return { ...voice, state: 'answering', triagedAt: ctx.now, triagedBy: ctx.actor.id }
  })

/** One more point, found while it is answered, or after the sender objected. */
export const addPoint = (ctx: Ctx, seen: Seen<VoiceId>, outlined: Outlined): Promise<VoiceStep> =>
  onVoice(ctx, 'retriage', seen, 'voice.point-added', async (voice, { points: of }, tx) => {
    await addPoints(tx, voice, [outlined], of.length)
    return voice
  })

/** 同じ内容のものとしてまとめる: answered with the other, counted as a text and a person of its own. */
export const join = (ctx: Ctx, seen: Seen<VoiceId>, into: VoiceId): Promise<VoiceStep> =>
  onVoice(ctx, 'join', seen, 'voice.joined', async (voice, _step, tx) => {
    const other = found(await voices.voiceById(tx, into))
    if (other.id === voice.id || other.state === 'joined') refuse('cannot-join', 'into')
    const { texts } = await voices.joinedTo(tx, voice.id)
    if (texts > 1) refuse('cannot-join', 'into')
    // Answered already: this sender has not heard yet.
    if (other.state === 'replied' || other.state === 'closed') await queueReply(tx, ctx, voice)
    return { ...voice, state: 'joined', into: other.id, dueOn: null }
  })

/** It says something else after all: on its own again, due as it was from its own day. */
export const part = (ctx: Ctx, seen: Seen<VoiceId>): Promise<VoiceStep> =>
  onVoice(ctx, 'part', seen, 'voice.parted', async ({ into: _, ...voice }, _step, tx) => ({
    ...voice,
    state: 'received',
    dueOn: await dueAgain(tx, voice),
  }))

const dueAgain = async (tx: Writer, { id, receivedOn }: Pick<Voice, 'id' | 'receivedOn'>) =>
  dueOn(receivedOn, await termsOn(tx, receivedOn), await voices.pausesOf(tx, id))

/** 相手方の返事を待つ: from today on the clock stands. */
export const wait = (ctx: Ctx, seen: Seen<VoiceId>, reason: string): Promise<VoiceStep> =>
  onVoice(ctx, 'wait', seen, 'voice.waiting', async (voice, _step, tx) => {
    if (!reason.trim()) refuse('reason-needed', 'reason')
    if (voice.waitingSince) refuse('already-waiting', 'reason')
    const from = localDate(ctx.now)
    await voices.beginPause(tx, voice.id, { from, reason: reason.trim(), by: ctx.actor.id })
    await points.setDue(tx, voice.id, null)
    return { ...voice, dueOn: null, waitingSince: from }
  })

/** The sender answered, or will not: the clock goes on, and the deadline moves by the days it stood. */
export const goOn = (ctx: Ctx, seen: Seen<VoiceId>, as?: 'sender'): Promise<VoiceStep> =>
  onVoice(
    ctx,
    'goOn',
    seen,
    'voice.went-on',
    async (voice, _step, tx) => {
      if (!voice.waitingSince) refuse('not-waiting', 'reason')
      await voices.endPause(tx, voice.id, localDate(ctx.now))
      const due = await dueAgain(tx, voice)
      await points.setDue(tx, voice.id, due)
      return { ...voice, dueOn: due, waitingSince: null }
    },
    as,
  )
