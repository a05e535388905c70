import type { Document } from '#platform/document.ts'
import type { Lane } from '../lane.ts'
import { lane, threadFile } from '../lane.ts'

/** A plan takes a tenth of a second; whatever takes this long will not come. */
const patience = 30_000

const typesetter: Lane<Document, Uint8Array> = lane(() => threadFile('pdf'), {
  milliseconds: patience,
})

/**
 * The document as a tagged PDF (PDF/UA-1): the same document gives the same bytes. Set in a thread
 * of its own, one after the other.
 */
export function pdf(document: Document): Promise<Uint8Array> {
  return typesetter.run(document)
}

/** Ends the typesetter's thread and gives its memory back; the next document starts a new one. */
export function closePdf(): Promise<void> {
  return typesetter.close()
}
