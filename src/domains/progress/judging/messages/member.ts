import type { Locale } from '#design/view.ts'
import { en } from './desk-en.ts'
import { ja } from './desk-ja.ts'
import { memberEasy } from './member-easy.ts'
import { memberKo } from './member-ko.ts'
import type { MemberWords } from './member-words.ts'

export type { MemberWords } from './member-words.ts'

const words: Readonly<Record<Locale, MemberWords>> = { ja, easy: memberEasy, en, ko: memberKo }

/** Members are citizens: their pages speak the four languages of the public ones. */
export const memberWords = ({ locale }: { readonly locale: Locale }): MemberWords => words[locale]
