import { type Lane, lane, threadFile } from '../lane.ts'
import type { ToDraw } from './rasteriser.ts'

/** Forty slides take four seconds; whatever takes this long will not come. */
const patience = 60_000
/** Pictures are wanted a few times a year: their memory is given back. */
const restAfter = 30_000

const easel: Lane<ToDraw, readonly Uint8Array[]> = lane(() => threadFile('raster'), {
  milliseconds: patience,
  restAfter,
})

/** Every page of a PDF as a PNG, `width` pixels wide, drawn in a thread of its own. */
export const pdfPictures = (pdf: Uint8Array, width: number): Promise<readonly Uint8Array[]> =>
  easel.run({ pdf, width })

/** Ends the thread; the next picture starts a new one. */
export const closeRaster = (): Promise<void> => easel.close()
