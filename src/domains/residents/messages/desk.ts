import { toldIn } from '#design/desk-tongue.ts'
import type { Tongue } from '../resident.ts'
import { en } from './desk-en.ts'
import { type DeskMessages, ja } from './desk-ja.ts'

export type { DeskMessages }
export const deskWords = (locale: Tongue): DeskMessages => toldIn({ locale }, { ja, en })
