/** The door of the judging within the chapter: what the shell joins to others. */
export { kinds as judgingKinds } from './kinds.ts'
export { answersOpen, missingFor } from './store/missing.ts'
export { publishedJudgings } from './store/views.ts'
export { urls as judgingUrls } from './urls.ts'
