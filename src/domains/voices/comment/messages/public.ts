import type { Locale } from '#design/view.ts'
import { easy } from './easy.ts'
import { en } from './en.ts'
import { ja, type PublicWords } from './ja.ts'
import { ko } from './ko.ts'

export type { PublicWords } from './ja.ts'
export const publicWords: Readonly<Record<Locale, PublicWords>> = { ja, easy, en, ko }
