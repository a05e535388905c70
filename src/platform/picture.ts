import { LaneError, lane, threadFile } from './lane.ts'
import {
  type Drawn,
  type Looked,
  notTaken,
  type Order,
  type Paper,
  type Picture,
  uploadLimits,
} from './picture/contents.ts'
import { no, type Result, yes } from './result.ts'

export {
  type Drawn,
  type Paper,
  type PaperForm,
  type Picture,
  papers,
  type UploadFault,
  uploadLimits,
} from './picture/contents.ts'

/** Pictures from outside are opened only here: a thread that may die without harm. */
const darkroom = lane<Order, Looked | Drawn>(() => threadFile('picture'), {
  milliseconds: 20_000,
  memory: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
  restAfter: 60_000,
})

/**
 * What was handed in, by its content alone: a picture drawn anew, or a document that may be kept as it is.
 * Refused with a reason of `UploadFault` at `place`: SVG, HTML, GIF, programs, what is unknown, broken,
 * locked, or larger than `uploadLimits`.
 */
export async function readUpload(
  bytes: Uint8Array,
  place = 'file',
): Promise<Result<Picture | Paper>> {
  const looked = await developed(bytes)
  if (looked.kind !== 'not-taken') return yes(looked)
  return no({ kind: 'refused', reason: looked.reason, place })
}

/** The same where only a picture will do. */
export async function readPicture(bytes: Uint8Array, place = 'file'): Promise<Result<Picture>> {
  const read = await readUpload(bytes, place)
  if (!read.ok) return read
  if (read.value.kind === 'picture') return yes(read.value)
  return no({ kind: 'refused', reason: 'file-other-kind', place })
}

async function developed(bytes: Uint8Array): Promise<Looked> {
  // What is far too large is not even copied to the other thread.
  if (bytes.length > uploadLimits.pictureBytes) return notTaken('file-too-large')
  const looked = await darkroom.run({ bytes }).catch((thrown: unknown) => {
    if (!(thrown instanceof LaneError)) throw thrown
    return notTaken(thrown.reason === 'failed' ? 'file-broken' : 'picture-too-large')
  })
  return 'kind' in looked ? looked : notTaken('file-broken')
}

/** For pages that show several pictures. Fails only where the picture is none of ours. */
export async function smallCopyOf({ bytes }: Drawn): Promise<Drawn> {
  const drawn = await darkroom.run({ bytes, small: true })
  if ('kind' in drawn) throw new Error('a small copy was ordered, and something else came')
  return drawn
}

/** Ends the thread and gives its memory back; the next picture starts a new one. */
export const closePictures = (): Promise<void> => darkroom.close()
