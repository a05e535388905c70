import type { Remark } from '../judging.ts'

/** How long a name made of a sentence may become; the plan takes more, but nobody reads it. */
const longestTitle = 60
/** An amendment's reason takes 500 characters. */
const longestReason = 480

/** The first sentence of a remark as the name of an item, for its editor to better. */
export function titleFrom(text: string): string {
  const [first = ''] = text.trim().split(/[。\n]/)
  const letters = [...first.trim()]
  return letters.length > longestTitle
    ? `${letters.slice(0, longestTitle - 1).join('')}…`
    : first.trim()
}

/** What the committee said and what the city answered: with this an item, or a change, begins. */
export function beginning({ text, answer }: Pick<Remark, 'text' | 'answer'>): string {
  const letters = [...`委員会の意見: ${text.trim()}\n市の回答: ${answer.reason.trim()}`]
  return letters.length > longestReason
    ? `${letters.slice(0, longestReason - 1).join('')}…`
    : letters.join('')
}
