/** The door: all that other chapters may use of hand-overs. */
export { duesOf as handoverDues, openIn as openHandovers } from './actions/dues.ts'
export { planBelongings } from './actions/of-plan.ts'
export { staffBelongings } from './actions/of-staff.ts'
export { silence } from './actions/silence.ts'
export { kinds as handoverNotices } from './kinds.ts'
export { urls as handoverUrls } from './urls.ts'
