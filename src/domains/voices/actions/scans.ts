import type { Files } from '#platform/files.ts'
import { pdfPictures } from '#platform/pdf/raster.ts'
import { papers, readPicture, readUpload } from '#platform/picture.ts'
import { accept, Refused, refuse } from '#platform/result.ts'
import { shelf } from '../file.ts'
import { mostPages, type Scan } from '../paper.ts'

/** The pages of one sheet or letter; none where it lies on the desk without a scan. */
export type ScannedSheet = readonly Scan[]

/** Wide enough to read handwriting by: A4 at 150 dots an inch. */
const width = 1240

/**
 * One file as it came from the scanner. A picture is drawn anew, without its place. Of a PDF each page becomes a
 * picture, so that what staff look at is never the stranger's program; the PDF itself is kept beside them.
 */
export async function readScan(
  files: Files,
  bytes: Uint8Array,
  place = 'files',
): Promise<ScannedSheet> {
  const { pages, isPdf } = await pagesOf(bytes, place)
  const scans: Scan[] = []
  for (const [at, page] of pages.entries()) scans.push(await pageOf(files, at + 1, page))
  if (!isPdf) return scans
  const key = await files.put(bytes, shelf)
  const whole = { kind: 'attachment', key, mediaType: papers.pdf, bytes: bytes.length } as const
  return [...scans, { position: scans.length + 1, ...whole }]
}

/** Photographed letters and scans that somebody sent by mail; more of them are looked at once they are a voice's. */
const mostLookedAt = 12

/**
 * What is attached to a mail, page by page, to type from: drawn anew, in the order in which it came, and kept
 * nowhere. What is no picture and no PDF has none.
 */
export async function attachedPages(
  attached: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = []
  for (const bytes of attached) {
    if (all.length >= mostLookedAt) break
    all.push(...(await pagesOf(bytes, 'files').catch(noPages)).pages)
  }
  return all.slice(0, mostLookedAt)
}

function noPages(thrown: unknown): { readonly pages: readonly Uint8Array[] } {
  if (thrown instanceof Refused) return { pages: [] }
  throw thrown
}

async function pagesOf(bytes: Uint8Array, place: string) {
  const read = accept(await readUpload(bytes, place))
  if (read.kind === 'picture') return { pages: [read.large.bytes], isPdf: false }
  if (read.form !== 'pdf') return refuse('scan-other-kind', place)
  const drawn = await pdfPictures(bytes, width).catch(() => [])
  if (!drawn.length) return refuse('file-broken', place)
  if (drawn.length > mostPages) return refuse('too-many-pages', place)
  const pages: Uint8Array[] = []
  for (const page of drawn) pages.push(accept(await readPicture(page, place)).large.bytes)
  return { pages, isPdf: true }
}

async function pageOf(files: Files, position: number, bytes: Uint8Array): Promise<Scan> {
  const key = await files.put(bytes, shelf)
  return { position, kind: 'scan', key, mediaType: 'image/jpeg', bytes: bytes.length }
}
