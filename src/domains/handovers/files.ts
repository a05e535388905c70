import { pdf } from '#platform/pdf/pdf.ts'
import { type BookContent, handoverBook } from './chapter.ts'

/** 引継書 on A4. */
export async function bookFile(content: BookContent): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await pdf(handoverBook(content)))
}
