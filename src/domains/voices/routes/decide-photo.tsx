import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import { fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found } from '#platform/result.ts'
import { decidePhoto, type PhotoChoice } from '../actions/photo.ts'
import { photoForm } from '../forms/decide.ts'
import { decideWords } from '../messages/decide.ts'
import type { DeskPhoto, TypedPhoto } from '../pages/decide/photos.tsx'
import { isPhoto } from '../photo.ts'
import type { Point } from '../point.ts'
import { filesOf } from '../store/files.ts'
import { photosOf } from '../store/photos.ts'
import type { VoiceId } from '../voice.ts'
import { attempt, bodyOf, said, versionIn } from './desk-lookup.ts'

type C = Context<Env>

/** The pictures of a voice with what was decided on them; those that were published stay when they themselves are gone. */
export async function deskPhotos(c: C, voice: VoiceId): Promise<readonly DeskPhoto[]> {
  const { db } = c.var.ctx
  const decided = await photosOf(db, voice)
  const files = (await filesOf(db, voice)).filter(isPhoto)
  const left = decided.filter(({ file, state }) => {
    return state === 'shown' && !files.some(({ id }) => id === file)
  })
  return [
    ...files.map(({ id, position }) => ({
      file: id,
      position,
      isKept: true,
      decision: decided.find(({ file }) => file === id),
    })),
    ...left.map((decision) => ({
      file: decision.file,
      position: decision.position,
      isKept: false,
      decision,
    })),
  ]
}

/** What was decided on one picture; comes back with what is wrong, at its field. */
export async function decideOnPhoto(
  c: C,
  point: Point,
): Promise<'photo-shown' | 'photo-withheld' | TypedPhoto> {
  const { ctx, files, view } = c.var
  const file = c.req.param('file') ?? ''
  const id = found(isId('vfl', file) ? file : undefined)
  const body = await bodyOf(c)
  const isShow = said(body, 'do') === 'show'
  const form = fill(photoForm, body)
  const choice: PhotoChoice = isShow
    ? { kind: 'show', alt: form.raw.alt }
    : { kind: 'withhold', ground: form.raw.ground }
  const seen = { point: point.id, file: id, version: versionIn(body) }
  const done = await attempt(() => decidePhoto(ctx, files, seen, choice))
  if ('done' in done) return isShow ? 'photo-shown' : 'photo-withheld'
  const { reason, place = isShow ? 'alt' : 'ground' } = done.refusal
  const words = decideWords(view).refused[reason] ?? reason
  return { file, form, refused: { [place]: words } }
}
