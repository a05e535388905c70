import { localDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { type Point, textsOf } from '../point.ts'
import { outcomeOf } from '../rules/outcome.ts'
import { withoutHidden } from '../rules/redaction.ts'
import type { PublicPoint, PublicPromise, PublicStatus, PublicVoice } from '../rules/shown.ts'
import type { VoiceId } from '../voice.ts'
import { type FollowUp, followUpsOf } from './follow-ups.ts'
import { publicPhotos } from './photos.ts'
import { pointsOf } from './points.ts'
import { shownOf } from './public.ts'
import { joinedTo, voiceById } from './voices.ts'

export async function publicVoice(db: Reader, id: VoiceId): Promise<PublicVoice | undefined> {
  const voice = await voiceById(db, id)
  if (!voice) return undefined
  const points = await pointsOf(db, voice.id)
  const shown = new Map(
    (
      await shownOf(
        db,
        points.map((one) => one.id),
      )
    ).map((p) => [p.id, p]),
  )
  const promises = await followUpsOf(db, [...shown.keys()])
  const into = voice.state === 'joined' ? await voiceById(db, voice.into) : undefined
  const replied = 'repliedAt' in voice
  return {
    number: voice.number,
    receivedOn: voice.receivedOn,
    state: voice.state,
    dueOn: voice.dueOn,
    isWaiting: voice.waitingSince !== null,
    repliedOn: replied ? localDate(voice.repliedAt) : null,
    joinedTo: into?.number ?? null,
    ...(await joinedTo(db, voice.id)),
    photos: await publicPhotos(db, voice.id),
    points: points.map((point) => ({
      no: point.no,
      // Until the reply went out, nobody is told more than its sender.
      status: replied ? statusOf(point, shown.get(point.id), promises) : { kind: 'open' },
    })),
  }
}

function statusOf(
  point: Point,
  shown: PublicPoint | undefined,
  promises: readonly FollowUp[],
): PublicStatus {
  const { outcome, ground } = outcomeOf(point)
  if (outcome === 'transferred')
    return { kind: outcome, to: point.state === 'transferred' ? point.to : '' }
  if (outcome === 'withheld') return { kind: outcome, ground }
  if (outcome === 'shown' && shown)
    return {
      kind: outcome,
      point: shown,
      promises: promises
        .filter((one) => one.point === point.id)
        .map(promiseOf(point))
        .map((one) =>
          shown.cover && one.done ? { ...one, done: { ...one.done, result: '' } } : one,
        ),
      items: point.items,
    }
  return { kind: outcome === 'open' ? 'open' : 'deciding' }
}

const promiseOf =
  (point: Point) =>
  ({ dueOn, done }: FollowUp): PublicPromise => {
    const { decision } = point
    const redactions = decision.kind === 'shown' ? decision.redactions : []
    return {
      dueOn,
      done: done && {
        on: localDate(done.at),
        result: withoutHidden(done.result, textsOf(point), redactions),
      },
    }
  }
