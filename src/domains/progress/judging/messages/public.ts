import { easy } from './easy.ts'
import { en } from './en.ts'
import { ja, type PublicWords } from './ja.ts'
import { ko } from './ko.ts'

export type { PublicWords } from './ja.ts'
export const messages: Readonly<Record<'ja' | 'easy' | 'en' | 'ko', PublicWords>> = {
  ja,
  easy,
  en,
  ko,
}
