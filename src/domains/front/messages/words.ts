import { easy } from './easy.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'

export type { FrontMessages } from './ja.ts'
export const messages = { ja, easy, en, ko }
