import type { Locale } from '#design/view.ts'
import { easy } from './group-easy.ts'
import { en } from './group-en.ts'
import { type GroupMessages, ja } from './group-ja.ts'
import { ko } from './group-ko.ts'

export type { GroupMessages } from './group-ja.ts'
export const messages: Readonly<Record<Locale, GroupMessages>> = { ja, easy, en, ko }
