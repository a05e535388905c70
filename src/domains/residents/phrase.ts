import { below, sixDigits } from '#platform/codes.ts'
import { phraseWords } from './phrase-words.ts'

/**
 * 合言葉: three words and four digits, about 42 bits (3 × 9.8 + 13.3), that can be said on the telephone:
 * 「あおぞら くるま めだか 3058」.
 */
export const newPhrase = (): string => phraseOf(below)

/** The phrase that a keyed mark (`seal.mark`) leads to: whoever brings the same form again is told the same phrase again. */
export function phraseFrom(mark: string): string {
  let rest = BigInt(`0x${Buffer.from(mark, 'base64url').toString('hex')}`)
  return phraseOf((end) => {
    const drawn = Number(rest % BigInt(end))
    rest /= BigInt(end)
    return drawn
  })
}

function phraseOf(draw: (end: number) => number): string {
  const words = [0, 1, 2].map(() => phraseWords[draw(phraseWords.length)] ?? '')
  return [...words, String(draw(10_000)).padStart(4, '0')].join(' ')
}

export { sixDigits }

/** A code on paper: ten letters without look-alikes, about 49 bits. */
export const paperCode = (): string => {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz'
  const drawn = Array.from({ length: 10 }, () => letters[below(letters.length)] ?? '').join('')
  return `${drawn.slice(0, 5)}-${drawn.slice(5)}`
}

/** A bearer token of 256 bits. */
export const newToken = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** As people write it down: katakana or hiragana, wide or narrow, with or without spaces. */
export const plainPhrase = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
    .toLowerCase()
    .replace(/[^ぁ-ゖー0-9a-z]/g, '')

/** Digits as typed on any keyboard. */
export const plainDigits = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '')
