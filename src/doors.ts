import { type Actor, holdsSomewhere, type Permission } from '#platform/actor.ts'

/** What the desk's menu leaves out for a person. */
export const closedTo = (actor: Actor): readonly string[] =>
  Object.entries(doors)
    .filter(([, needs]) => !needs.some((permission) => holdsSomewhere(actor, permission)))
    .map(([door]) => door)

const doors: Readonly<Record<string, readonly Permission[]>> = {
  'desk-ledger': ['audit.reader'],
  'desk-voices': ['voices.reader'],
  'desk-moderation': ['moderation.moderator', 'moderation.reader'],
  'residents-find': ['residents.counter'],
  'residents-take': ['residents.counter'],
  'residents-checks': ['residents.verifier'],
  'residents-openings': ['residents.officer'],
}
