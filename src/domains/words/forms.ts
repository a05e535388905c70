import { lines, optionalText, text } from '#platform/form.ts'
import { lengths } from './word.ts'

export const wordForm = {
  word: text(lengths.word),
  instead: optionalText(lengths.instead),
  why: optionalText(lengths.why),
  within: lines(lengths.withins, lengths.within),
}
