import type { Locale } from '../plan.ts'
import { easy } from './easy.ts'
import { en } from './en.ts'
import { ja, type PlanMessages } from './ja.ts'
import { ko } from './ko.ts'

export type { PlanMessages } from './ja.ts'
export const messages: Readonly<Record<Locale, PlanMessages>> = { ja, easy, en, ko }
