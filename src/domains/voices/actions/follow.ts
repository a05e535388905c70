import type { Ctx } from '#platform/context.ts'
import type { Point } from '../point.ts'
import { filesOf } from '../store/files.ts'
import { type FollowUp, followUpsOf } from '../store/follow-ups.ts'
import { type Objection, objectionsOf } from '../store/objections.ts'
import { pointsOf } from '../store/points.ts'
import { sealedIn } from '../store/sealed.ts'
import { termsOn } from '../store/terms.ts'
import { voiceById, voiceOfReceipt } from '../store/voices.ts'
import { askedOf } from '../store/waiting.ts'
import type { VoiceTerms } from '../terms.ts'
import type { Original, Voice } from '../voice.ts'
import { originalOf } from './opened.ts'
import { goOn } from './triage.ts'

/** What the sender said of a gist, opened for themself. */
export interface OwnObjection extends Omit<Objection, 'sealed'> {
  readonly text: string
}

export interface FollowedPoint {
  readonly point: Point
  readonly followUps: readonly FollowUp[]
  readonly objections: readonly OwnObjection[]
}

/** 声のその後, as its sender sees it. */
export interface Followed {
  readonly voice: Voice
  readonly original: Original
  readonly photos: number
  /** Of the voice into which it was joined, where it was. */
  readonly points: readonly FollowedPoint[]
  /** Whether its own points, or those of the voice it is answered with, have gone out. */
  readonly isAnswered: boolean
  /** Why the clock stands. */
  readonly asked: string | undefined
  readonly terms: VoiceTerms
}

type Place = Pick<Ctx, 'db' | 'seal'>

/** For whoever said number and phrase of this receipt, or holds it in their account: nobody else asks this. */
export async function followed(ctx: Place, receipt: string): Promise<Followed | undefined> {
  const voice = await voiceOfReceipt(ctx.db, receipt)
  if (!voice) return undefined
  const answering =
    voice.state === 'joined' ? ((await voiceById(ctx.db, voice.into)) ?? voice) : voice
  const points = await pointsOf(ctx.db, answering.id)
  const ids = points.map(({ id }) => id)
  const followUps = await followUpsOf(ctx.db, ids)
  // What somebody else objected to is theirs.
  const objections = voice.id === answering.id ? await ownObjections(ctx, ids) : []
  return {
    voice,
    original: await originalOf(ctx, voice.id),
    photos: (await filesOf(ctx.db, voice.id)).filter(({ kind }) => kind === 'photo').length,
    points: points.map((point) => ({
      point,
      followUps: followUps.filter((one) => one.point === point.id),
      objections: objections.filter((one) => one.point === point.id),
    })),
    isAnswered: answering.state === 'replied' || answering.state === 'closed',
    asked: (await askedOf(ctx.db, voice.id))?.reason,
    terms: await termsOn(ctx.db, voice.receivedOn),
  }
}

const ownObjections = async ({ db, seal }: Place, points: readonly Point['id'][]) =>
  (await objectionsOf(db, points)).map(({ sealed, ...one }): OwnObjection => {
    // Settled long ago, its words are not kept any more.
    const text = sealed && seal.open(sealed, sealedIn.objection.place(one.id))
    return { ...one, text }
  })

/** The sender added words: where the city waited for them, the clock goes on. */
export async function answered(ctx: Ctx, receipt: string): Promise<void> {
  const voice = await voiceOfReceipt(ctx.db, receipt)
  if (voice?.waitingSince) await goOn(ctx, voice, 'sender')
}
