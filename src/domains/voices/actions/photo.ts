import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import { readPicture, smallCopyOf } from '#platform/picture.ts'
import { accept, found, refuse } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { shelf, type VoiceFileId } from '../file.ts'
import { isPhoto, longestAlt, type PhotoDecision } from '../photo.ts'
import type { PointId } from '../point.ts'
import { filesOf } from '../store/files.ts'
import { setLoose } from '../store/keeping.ts'
import { photosOf, savePhoto } from '../store/photos.ts'
import { pointById } from '../store/points.ts'
import { termsOn } from '../store/terms.ts'
import { voiceById } from '../store/voices.ts'
import { standing, workflow } from '../workflow.ts'

export type PhotoChoice =
  | { readonly kind: 'show'; readonly alt: string }
  | { readonly kind: 'withhold'; readonly ground: string }

/** Which picture, from the page of which of the voice's points, as it was decided then (0: not yet). */
export interface SeenPhoto {
  readonly point: PointId
  readonly file: VoiceFileId
  readonly version: number
}

/**
 * 写真の公表の判断, by whoever may decide on the point. What is published is a copy drawn anew from its dots: nothing
 * that a camera wrote into the file is in it, by whichever way it came.
 */
export async function decidePhoto(
  ctx: Ctx,
  files: Files,
  seen: SeenPhoto,
  choice: PhotoChoice,
): Promise<void> {
  const point = found(await pointById(ctx.db, seen.point))
  const stands = standing(ctx.actor, { sections: [point.section], point })
  accept(permit(workflow, 'decide', stands, point))
  const voice = found(await voiceById(ctx.db, point.voice))
  const before = (await photosOf(ctx.db, voice.id)).find(({ file }) => file === seen.file)
  const file = (await filesOf(ctx.db, voice.id)).filter(isPhoto).find(({ id }) => id === seen.file)
  // Thrown away in its time: what was published of it can still be taken back.
  const { position } = found(file ?? before)
  const of = {
    file: seen.file,
    voice: voice.id,
    version: seen.version,
    position,
    at: ctx.now,
    by: ctx.actor.id,
  }
  const decision = choice.kind === 'show' ? await shown(choice.alt) : await withheld(choice.ground)
  await ctx.record(async (tx) => {
    await savePhoto(tx, decision)
    // Nobody needs the copy that was public; by night it is thrown away.
    if (before?.state === 'shown') await setLoose(tx, keysLeft(before, decision), ctx.now)
    const detail = { voice: voice.number, position, decision: decision.state }
    const { basis } = workflow.decide
    return [undefined, { fact: 'voice.photo-decided', subject: voice.id, basis, detail }]
  })

  async function shown(text: string): Promise<PhotoDecision> {
    const alt = text.trim()
    if (!voice.mayPublish) refuse('sender-refuses', 'alt')
    if (!alt || [...alt].length > longestAlt) refuse('alt-needed', 'alt')
    const { key } = found(file)
    const { large } = accept(await readPicture(found(await files.get(key)), 'alt'))
    const small = await smallCopyOf(large)
    return {
      ...of,
      state: 'shown',
      alt,
      large: await files.put(large.bytes, shelf),
      small: await files.put(small.bytes, shelf),
      width: small.width,
      height: small.height,
    }
  }

  async function withheld(ground: string): Promise<PhotoDecision> {
    const { grounds } = await termsOn(ctx.db, voice.receivedOn)
    if (!grounds.some(({ key }) => key === ground)) refuse('unknown-ground', 'ground')
    if (ground === 'wish' && voice.mayPublish) refuse('wish-not-said', 'ground')
    return { ...of, state: 'withheld', ground }
  }
}

function keysLeft(
  { large, small }: Extract<PhotoDecision, { state: 'shown' }>,
  now: PhotoDecision,
): readonly string[] {
  const kept = now.state === 'shown' ? [now.large, now.small] : []
  return [large, small].filter((key) => !kept.includes(key))
}
