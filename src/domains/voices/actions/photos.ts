import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { readPicture } from '#platform/picture.ts'
import { accept, refuse } from '#platform/result.ts'
import { mostPhotos, shelf, type VoiceFile } from '../file.ts'
import { insertFile } from '../store/files.ts'
import { workflow } from '../workflow.ts'
import type { Beside } from './receive.ts'

export type Developed = Pick<VoiceFile, 'key' | 'mediaType' | 'bytes'>

/**
 * 写真: drawn anew without the place where they were taken, and kept before the voice is, so that no voice says of a
 * photo that is not there. Refused at `photos.0` for the first that is none, with the reasons of `UploadFault`.
 */
export async function develop(
  files: Files,
  photos: readonly Uint8Array[],
): Promise<readonly Developed[]> {
  if (photos.length > mostPhotos) refuse('too-many-photos', 'photos')
  const drawn: Uint8Array[] = []
  // All are looked at before one is kept, one after the other: they share the room of one.
  for (const [index, photo] of photos.entries())
    drawn.push(accept(await readPicture(photo, `photos.${index}`)).large.bytes)
  return Promise.all(
    drawn.map(async (bytes) => ({
      key: await files.put(bytes, shelf),
      mediaType: 'image/jpeg',
      bytes: bytes.length,
    })),
  )
}

/** For `receive`: the photos belong to the voice from the moment in which it is there. */
export const withPhotos =
  (ctx: Ctx, photos: readonly Developed[]): Beside =>
  async (tx, { voice }) => {
    for (const [index, photo] of photos.entries())
      await insertFile(tx, {
        ...photo,
        id: newId('vfl'),
        voice: voice.id,
        kind: 'photo',
        position: index + 1,
        addedAt: ctx.now,
        addedBy: voice.takenBy,
      })
    if (!photos.length) return []
    const detail = { photos: photos.length }
    return [{ fact: 'voice.photos-kept', subject: voice.id, basis: workflow.receive.basis, detail }]
  }
