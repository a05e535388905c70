import type { Document } from '#platform/document.ts'
import type { SetSheet, Sheet } from '#platform/sheet.ts'
import type { Lane } from '../lane.ts'
import { lane, threadFile } from '../lane.ts'
import type { Wanted } from './compiler.ts'

/** A plan takes a tenth of a second; whatever takes this long will not come. */
const patience = 30_000

const typesetter: Lane<Wanted, SetSheet> = lane(() => threadFile('pdf'), {
  milliseconds: patience,
})

/**
 * The document as a tagged PDF (PDF/UA-1): the same document gives the same bytes. Set in a thread
 * of its own, one after the other.
 */
export async function pdf(document: Document): Promise<Uint8Array> {
  return (await typesetter.run({ as: 'document', document })).bytes
}

/**
 * A bulletin or slides as a tagged PDF, with the places whose text had no room. A sheet with a photograph
 * needs its bytes.
 */
export const sheetPdf = (sheet: Sheet, photo?: Uint8Array): Promise<SetSheet> =>
  typesetter.run({ as: 'sheet', sheet, ...(photo && { photo }) })

/** The same as one SVG, its pages one below the other: for a preview that any browser shows. */
export const sheetPicture = (sheet: Sheet, photo?: Uint8Array): Promise<SetSheet> =>
  typesetter.run({ as: 'picture', sheet, ...(photo && { photo }) })

/** Ends the typesetter's thread and gives its memory back; the next document starts a new one. */
export function closePdf(): Promise<void> {
  return typesetter.close()
}
