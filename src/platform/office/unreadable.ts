export const unreadableReasons = [
  'empty',
  /** Not a file of the kind asked for: a picture, a PDF, a Word file where a workbook was wanted. */
  'other-kind',
  /** .xls and .doc of the years before 2007: to be saved anew as .xlsx or .docx. */
  'old-excel',
  'old-word',
  /** .xlsb and .ods, .odt: likewise. */
  'binary-excel',
  'open-document',
  'encrypted',
  'too-large',
  'broken',
  'too-slow',
] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

/** A file that was handed in and cannot be read. The reason is a key of the messages. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly reason: UnreadableReason
  constructor(reason: UnreadableReason, detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`)
    this.reason = reason
  }
}
