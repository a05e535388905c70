import { type Lane, lane, threadFile } from '../lane.ts'
import type { Pages, ToDraw, ToRead } from './rasteriser.ts'

/** Forty slides take four seconds; whatever takes this long will not come. */
const patience = 60_000
/** Pictures are wanted a few times a year: their memory is given back. */
const restAfter = 30_000

const easel: Lane<ToDraw | ToRead, Pages> = lane(() => threadFile('raster'), {
  milliseconds: patience,
  restAfter,
})

/** Every page of a PDF as a PNG, `width` pixels wide, drawn in a thread of its own. */
export const pdfPictures = async (pdf: Uint8Array, width: number): Promise<readonly Uint8Array[]> =>
  (await easel.run({ pdf, width })).pictures

/** The words of every page, line by line; empty where a page is only a picture. Throws for what is no PDF. */
export const pdfTexts = async (pdf: Uint8Array): Promise<readonly string[]> =>
  (await easel.run({ pdf })).texts

/** Ends the thread; the next picture starts a new one. */
export const closeRaster = (): Promise<void> => easel.close()
