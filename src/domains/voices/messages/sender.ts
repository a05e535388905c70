import type { Locale } from '#design/view.ts'
import { easy } from './sender-easy.ts'
import { en } from './sender-en.ts'
import { ja, type SenderWords } from './sender-ja.ts'
import { ko } from './sender-ko.ts'

export type { SenderWords } from './sender-ja.ts'
/** For whoever tells the city something. */
export const senderWords: Readonly<Record<Locale, SenderWords>> = { ja, easy, en, ko }
