/** The door: all that other chapters may use of notices. */
export {
  type ListedNotice,
  markRead,
  noticesOf,
  type Preferences,
  preferencesOf,
  setPreferences,
  unreadOf,
} from './actions/inbox.ts'
export { type Dues, sortedDues } from './actions/morning.ts'
export { isPosted, type Posting, post } from './actions/post.ts'
export type { AddressBook } from './actions/room.ts'
export type {
  Address,
  Cadence,
  Due,
  Habit,
  Kind,
  Kinds,
  NoticeId,
  RecipientId,
  Words,
} from './notice.ts'
export { tallyOf } from './store/outbox.ts'
export { urls as noticeUrls } from './urls.ts'
