/** The door: all that other chapters may use of staff. */
export { addDepartments, mayReadLedger } from './actions.ts'
export { type RoleName, roles } from './roles.ts'
export type { Department, StaffMember } from './staff.ts'
export { departments, departmentWords } from './store/organisation.ts'
export { namesOf } from './store/people.ts'
export { urls as staffUrls } from './urls.ts'
