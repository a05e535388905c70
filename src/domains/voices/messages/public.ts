import type { Locale } from '#design/view.ts'
import { easy } from './public-easy.ts'
import { en } from './public-en.ts'
import { ja, type PublicWords } from './public-ja.ts'
import { ko } from './public-ko.ts'

export type { PublicWords } from './public-ja.ts'
export const publicWords: Readonly<Record<Locale, PublicWords>> = { ja, easy, en, ko }
