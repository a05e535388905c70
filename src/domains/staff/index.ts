/** The door: all that other chapters may use of staff. */
export { departmentsAdded } from './actions.ts'
export { type RoleName, roles } from './roles.ts'
export type { Department, StaffMember } from './staff.ts'
export { isOn } from './staff.ts'
export { departments, departmentWords } from './store/organisation.ts'
export { actorsOn, grantedDuties, insertDuty, namesOf } from './store/people.ts'
export { endDutyOn, placesOn, type Serving, serviceBetween } from './store/serving.ts'
export { deskUrls as staffDeskUrls, urls as staffUrls } from './urls.ts'
