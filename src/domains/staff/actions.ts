/** What can be done in this chapter; one file for each of the organisation, the people and their duties. */
export * from './actions/duties.ts'
export * from './actions/members.ts'
export * from './actions/organisation.ts'
