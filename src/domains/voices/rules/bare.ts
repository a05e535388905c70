import { fold } from '#platform/search.ts'

/** A text without what people write differently: width, case, kana, spaces, signs. By it the same words are found again. */
export const bare = (text: string): string => fold(text).replace(/[\s\p{P}]/gu, '')
