/** The door: all that other chapters may use of the list of words. */
export { words as avoidedWords } from './store/words.ts'
export { urls as wordUrls } from './urls.ts'
export type { Word as AvoidedWord } from './word.ts'
