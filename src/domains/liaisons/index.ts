/** The door: all that other chapters may use of liaisons. */
export { belongings as liaisonBelongings } from './actions/belongings.ts'
export { duesOf as liaisonDues } from './actions/dues.ts'
export { rosterOn } from './actions/look.ts'
export { kinds as liaisonNotices } from './kinds.ts'
export type { RosterLine } from './section-year.ts'
export { termsOn as liaisonTermsOn } from './store/terms.ts'
export { urls as liaisonUrls } from './urls.ts'
