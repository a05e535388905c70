import type { Content, Figures, Tongue } from '../publication.ts'
import { draftEasy, easy } from './easy.ts'
import { draftEn, en } from './en.ts'
import { draftJa, ja, type PublicWords } from './ja.ts'
import { draftKo, ko } from './ko.ts'

export type { PublicWords } from './ja.ts'
export const messages: Readonly<Record<Tongue, PublicWords>> = { ja, easy, en, ko }

/** What a new edition begins with: the figures as sentences, in every language. */
export const draftOf = (figures: Figures): Content => ({
  kicker: '特集 共に創る まちづくり',
  slogan: [],
  ...draftJa(figures),
  parts: ['measures', 'items', 'alarms', 'voices'],
  short: { easy: draftEasy(figures), en: draftEn(figures), ko: draftKo(figures) },
})
