import heic from 'heic-decode'
import sharp, { type Sharp } from 'sharp'
import type { IsoDate } from '../calendar.ts'
import { type Drawn, type Looked, notTaken, uploadLimits } from './contents.ts'

// Of all that the library can open, only this: no SVG, no PDF, nothing that other programs are called for.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.concurrency(1)
sharp.cache(false)

const { pixels, longestSide, smallSide } = uploadLimits

/**
 * The picture drawn anew from its points: upright, small, on white, without a word of what else was in the
 * file — place, camera, a second file behind it.
 */
export async function drawn(bytes: Uint8Array, type: string): Promise<Looked> {
  const open = type === 'image/heic' ? await heicPoints(bytes) : opened(bytes)
  if (!open) return notTaken('picture-too-large')
  const { width, height, pages = 1, exif } = await open().metadata()
  if (width * height > pixels) return notTaken('picture-too-large')
  // What moves is no evidence: it would become its first moment without anybody having chosen that.
  if (pages > 1) return notTaken('file-other-kind')
  const taken = exif ? dayIn(exif) : type === 'image/heic' ? dayIn(bytes) : null
  return { kind: 'picture', large: await jpeg(open(), longestSide), takenOn: taken }
}

/** Of a picture that was drawn here: what a telephone handed in is opened once. */
export const smallCopy = (bytes: Uint8Array): Promise<Drawn> => jpeg(sharp(bytes), smallSide)

const opened = (bytes: Uint8Array) => () =>
  sharp(bytes, { limitInputPixels: pixels, failOn: 'error' }).autoOrient()

async function jpeg(picture: Sharp, side: number): Promise<Drawn> {
  const { data, info } = await picture
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    // Without the search for the last tenth of bytes, mozjpeg's or the plain one: people wait.
    .jpeg({ quality: 78, optimiseCoding: false })
    .toBuffer({ resolveWithObject: true })
  return { bytes: new Uint8Array(data), width: info.width, height: info.height }
}

/** The points of a telephone's own format; it says itself which way is up. Nothing where they are too many. */
async function heicPoints(bytes: Uint8Array): Promise<(() => Sharp) | null> {
  const all = await heic.all({ buffer: bytes })
  try {
    const [first] = all
    if (!first || first.width * first.height > pixels) return null
    const { width, height, data } = await first.decode()
    return () => sharp(new Uint8Array(data), { raw: { width, height, channels: 4 } })
  } finally {
    all.dispose()
  }
}

/** EXIF writes its times as 2013:02:24 10:15:00; the earliest is when the picture was taken. */
function dayIn(exif: Uint8Array): IsoDate | null {
  const text = Buffer.from(exif.buffer, exif.byteOffset, exif.byteLength).toString('latin1')
  const days = [...text.matchAll(/\b((?:19|20)\d\d):(\d\d):(\d\d) [0-2]\d:[0-5]\d:[0-6]\d/g)]
    .map(([, year, month, day]) => `${year}-${month}-${day}`)
    .filter((day) => !Number.isNaN(Date.parse(day)))
  return days.toSorted()[0] ?? null
}
