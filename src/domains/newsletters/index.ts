/** The door: all that other chapters may use of newsletters. */
export { addresses as subscriberAddresses } from './actions/addresses.ts'
export { leave as leaveNewsletter } from './actions/subscribe.ts'
export { draftWithin as draftNewsletter } from './actions/write.ts'
export { newsletterKinds } from './kinds.ts'
export type { Content as NewsletterContent } from './newsletter.ts'
export { urls as newsletterUrls } from './urls.ts'
