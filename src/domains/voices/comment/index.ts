/** The door of public comments within the chapter: what the shell joins to others. */
export { commentAct } from './comment.ts'
export { urls as commentUrls } from './urls.ts'
