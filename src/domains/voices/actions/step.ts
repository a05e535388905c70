import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { permit, type Ready } from '#platform/workflow.ts'
import type { Point, PointId } from '../point.ts'
import * as points from '../store/points.ts'
import { countPoint, countText } from '../store/tally.ts'
import * as voices from '../store/voices.ts'
import type { Voice, VoiceId } from '../voice.ts'
import { type Standing, standing, type VoiceAction, workflow } from '../workflow.ts'

/** What was on the page when somebody decided: who saved in between is told, and nothing is lost. */
export interface Seen<T> {
  readonly id: T
  readonly version: number
}

export interface PointStep {
  readonly point: Point
  readonly voice: Voice
}

/**
 * One step of one point, with the public figures that it changes, in one transaction. The change is made from the
 * point as it stands now; a page that is older than that is stale. `allow` refuses whoever may not take the step
 * before they hear even that, and answers with the change.
 */
function stepOf(
  ctx: Ctx,
  { action, seen, fact }: { action: VoiceAction; seen: Seen<PointId>; fact: Fact['fact'] },
  allow: (
    stands: ReadonlySet<Standing>,
    point: Point,
    voice: Voice,
  ) => (tx: Writer) => Promise<Point>,
): Promise<PointStep> {
  return ctx.record(async (tx) => {
    const before = found(await points.pointById(tx, seen.id))
    const voice = found(await voices.voiceById(tx, before.voice))
    const stands = standing(ctx.actor, { sections: [before.section], point: before })
    const change = allow(stands, before, voice)
    if (before.version !== seen.version) throw new Refused({ kind: 'stale' })
    const point = await points.updatePoint(tx, await change(tx))
    await countPoint(tx, voice, before, point)
    const detail = { voice: voice.id, no: point.no, section: point.section }
    return [
      { point, voice },
      { fact, subject: point.id, basis: workflow[action].basis, detail },
    ]
  })
}

/** A step that the point's own state allows or not. */
export const onPoint = <A extends VoiceAction>(
  ctx: Ctx,
  action: A,
  seen: Seen<PointId>,
  fact: Fact['fact'],
  change: (point: Ready<Point, typeof workflow, A>, voice: Voice, tx: Writer) => Promise<Point>,
): Promise<PointStep> =>
  stepOf(ctx, { action, seen, fact }, (stands, point, voice) => {
    const ready = accept(permit(workflow, action, stands, point))
    return (tx) => change(ready, voice, tx)
  })

/** A step that the state of the voice allows or not, whatever the point's: a correction while it is answered. */
export const onPointOfVoice = <A extends VoiceAction>(
  ctx: Ctx,
  action: A,
  seen: Seen<PointId>,
  fact: Fact['fact'],
  change: (point: Point, voice: Ready<Voice, typeof workflow, A>, tx: Writer) => Promise<Point>,
): Promise<PointStep> =>
  stepOf(ctx, { action, seen, fact }, (stands, point, voice) => {
    const ready = accept(permit(workflow, action, stands, voice))
    return (tx) => change(point, ready, tx)
  })

export interface VoiceStep {
  readonly voice: Voice
  readonly points: readonly Point[]
}

/** One step of one voice with all its points. `as` is a standing that the way in gives: the sender's phrase. */
export async function onVoice<A extends VoiceAction>(
  ctx: Ctx,
  action: A,
  seen: Seen<VoiceId>,
  fact: Fact['fact'],
  change: (voice: Ready<Voice, typeof workflow, A>, step: VoiceStep, tx: Writer) => Promise<Voice>,
  as?: Standing,
): Promise<VoiceStep> {
  return ctx.record(async (tx) => {
    const before = found(await voices.voiceById(tx, seen.id))
    const of = await points.pointsOf(tx, before.id)
    const sections = [...new Set(of.map(({ section }) => section))]
    const stands = as ? new Set<Standing>([as]) : standing(ctx.actor, { sections })
    const ready = accept(permit(workflow, action, stands, before))
    if (before.version !== seen.version) throw new Refused({ kind: 'stale' })
    const voice = await voices.updateVoice(
      tx,
      await change(ready, { voice: before, points: of }, tx),
    )
    await countText(tx, voice, before.state, voice.state)
    const step = { voice, points: await points.pointsOf(tx, voice.id) }
    const detail = { number: voice.number }
    return [step, { fact, subject: voice.id, basis: workflow[action].basis, detail }]
  })
}
