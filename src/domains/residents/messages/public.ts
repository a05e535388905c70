import type { Tongue } from '../resident.ts'
import { easy } from './easy.ts'
import { en } from './en.ts'
import { ja, type ResidentMessages } from './ja.ts'
import { ko } from './ko.ts'

export type { ResidentMessages } from './ja.ts'
export const messages: Readonly<Record<Tongue, ResidentMessages>> = { ja, easy, en, ko }
