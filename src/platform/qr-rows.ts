import { encode } from 'uqr'

/** The modules of a QR code, row by row, with the quiet frame that cameras want: for those who draw it themselves. */
export const qrRows = (text: string): readonly (readonly boolean[])[] =>
  encode(text, { border: 2 }).data
