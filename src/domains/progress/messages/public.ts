import type { Locale } from '#design/view.ts'
import { easy } from './public-easy.ts'
import { en } from './public-en.ts'
import { ja, type ProgressMessages } from './public-ja.ts'
import { ko } from './public-ko.ts'

export type { ProgressMessages } from './public-ja.ts'
export const messages: Readonly<Record<Locale, ProgressMessages>> = { ja, easy, en, ko }
