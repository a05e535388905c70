import type { Tongue } from '#domains/residents/index.ts'

/** The language of a text by its letters: whoever writes in none of ours is answered in English. */
export function languageOf(text: string): Tongue {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  if (/\p{Script=Han}/u.test(text)) return 'ja'
  return /\p{Letter}/u.test(text) ? 'en' : 'ja'
}
