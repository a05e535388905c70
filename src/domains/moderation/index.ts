/** The door: all that other chapters may use of moderation. */
export { appeal } from './actions/decide.ts'
export { flag } from './actions/flag.ts'
export { type Moderatable, nothingToModerate, type Registry } from './actions/registry.ts'
export type { SaidToAuthor, Subject } from './case.ts'
export { messages as moderationWords } from './messages/public.ts'
export { blockOn, hiddenAmong as visibility } from './store/cases.ts'
export { urls as moderationUrls } from './urls.ts'
