/** The door: all that other chapters may use of residents. */
export { levelOf } from './actions/account.ts'
export { readAdditions } from './actions/additions.ts'
export { addresses as residentAddresses } from './actions/addresses.ts'
export { ownersOfContact } from './actions/contacts.ts'
export { noteOpening, openContacts } from './actions/counter.ts'
export { type Opened, type Opening, openReceipt, replaceContact } from './actions/receipts.ts'
export { residentKinds } from './kinds.ts'
export { phraseFrom } from './phrase.ts'
export type { Act, Receipt, ReceiptId, Status } from './receipt.ts'
export type { AgeBand, Level, ResidentId, Tongue } from './resident.ts'
export { ageBands, tongues } from './resident.ts'
export { isEnough, type PlainContact, readContact, readMail } from './rules.ts'
export { forgetContacts } from './store/contacts.ts'
export {
  endReceipt,
  type Follower,
  followersOf,
  forgetAdditions,
  receiptById,
} from './store/receipts.ts'
export { needOf } from './terms.ts'
export { urls as residentUrls } from './urls.ts'
