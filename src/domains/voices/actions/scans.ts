import type { Files } from '#platform/files.ts'
import { pdfPictures } from '#platform/pdf/raster.ts'
import { papers, readPicture, readUpload } from '#platform/picture.ts'
import { accept, no } from '#platform/result.ts'
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
  const read = accept(await readUpload(bytes, place))
  if (read.kind === 'picture') return [await pageOf(files, 1, read.large.bytes)]
  if (read.form !== 'pdf') return accept(no({ kind: 'refused', reason: 'scan-other-kind', place }))
  const pages = await pdfPictures(bytes, width).catch(() => [])
  if (!pages.length) return accept(no({ kind: 'refused', reason: 'file-broken', place }))
  if (pages.length > mostPages)
    return accept(no({ kind: 'refused', reason: 'too-many-pages', place }))
  const scans: Scan[] = []
  for (const [at, page] of pages.entries()) {
    const { large } = accept(await readPicture(page, place))
    scans.push(await pageOf(files, at + 1, large.bytes))
  }
  const key = await files.put(bytes, shelf)
  const whole = { kind: 'attachment', key, mediaType: papers.pdf, bytes: bytes.length } as const
  return [...scans, { position: scans.length + 1, ...whole }]
}

async function pageOf(files: Files, position: number, bytes: Uint8Array): Promise<Scan> {
  const key = await files.put(bytes, shelf)
  return { position, kind: 'scan', key, mediaType: 'image/jpeg', bytes: bytes.length }
}
