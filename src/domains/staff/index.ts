/** The door: all that other chapters may use of staff. */
export { addDepartments, mayReadLedger } from './actions.ts'
export type { Department, StaffMember } from './staff.ts'
export { departments, namesOf } from './store.ts'
export { urls as staffUrls } from './urls.ts'
