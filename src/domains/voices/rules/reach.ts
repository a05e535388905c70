import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'

/**
 * The sections whose points a person reads: by every name that they ever had; null for the whole city. Empty for
 * whoever reads nothing here.
 */
export function reachOf(actor: Actor): readonly string[] | null {
  const own = actor.duties.filter(({ permissions }) => permissions.includes('voices.reader'))
  if (own.some(({ scope }) => scope.sections === undefined)) return null
  return [...new Set(own.flatMap(({ scope }) => scope.sections ?? []))]
}

export const secretariatOf = (actors: readonly Actor[]): readonly Actor[] =>
  actors.filter((actor) => holdsSomewhere(actor, 'voices.secretariat'))

/** Whoever holds this in the section; where nobody does, the secretariat answers for it. */
export function holdersIn(
  actors: readonly Actor[],
  permission: 'voices.section' | 'voices.head',
  section: string,
): readonly Actor[] {
  const own = actors.filter((actor) => holds(actor, permission, { sections: [section] }))
  if (!own.length) return secretariatOf(actors)
  const near = own.filter(({ department }) => department === section)
  return permission === 'voices.head' && near.length ? near : own
}
