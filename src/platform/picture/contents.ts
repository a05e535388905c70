import type { IsoDate } from '../calendar.ts'

/** A picture as we made it anew: JPEG, which print and old telephones read. */
export interface Drawn {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

export interface Picture {
  readonly kind: 'picture'
  readonly large: Drawn
  /** The day that the camera wrote into it, before that was taken out; null where it wrote none. */
  readonly takenOn: IsoDate | null
}

/** Documents that offices hand in, kept as they are. */
export const papers = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
} as const
export type PaperForm = keyof typeof papers

export interface Paper {
  readonly kind: 'paper'
  readonly form: PaperForm
}

/** Why something that was handed in is not taken: keys of the messages. */
export type UploadFault =
  | 'file-empty'
  | 'file-too-large'
  | 'file-other-kind'
  | 'file-broken'
  | 'file-encrypted'
  | 'file-old-office'
  | 'picture-too-large'

export interface NotTaken {
  readonly kind: 'not-taken'
  readonly reason: UploadFault
}

export type Looked = Picture | Paper | NotTaken

/** What the thread is asked: what was handed in, or a small copy of what it drew before. */
export interface Order {
  readonly bytes: Uint8Array
  readonly small?: true
}

export const notTaken = (reason: UploadFault): NotTaken => ({ kind: 'not-taken', reason })

/**
 * What is taken at most, as of November 2026: the largest telephones make pictures of 50 megapixels and
 * 15 MB; a hundred pages of a scanned PDF are smaller than 10 MB.
 */
export const uploadLimits = {
  pictureBytes: 15 * 2 ** 20,
  paperBytes: 10 * 2 ** 20,
  pixels: 60_000_000,
  longestSide: 1600,
  smallSide: 480,
} as const
