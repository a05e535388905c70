import type { WordText } from './office/contents.ts'
import { outcome } from './office/office.ts'

export type { WordBlock, WordText } from './office/contents.ts'
export type { UnreadableReason } from './office/unreadable.ts'
export { Unreadable } from './office/unreadable.ts'

/** The text and tables of a .docx, in order, without pictures, struck-out text and readings. */
export function readWord(bytes: Uint8Array): Promise<WordText> {
  return outcome({ kind: 'word', bytes })
}
