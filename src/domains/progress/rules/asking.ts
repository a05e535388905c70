import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import { addDays, type IsoDate } from '#platform/calendar.ts'
import type { Round } from '../progress.ts'
import type { ProgressTerms } from '../terms.ts'

/** What a round has come to by a day, for whoever has not reported. */
export const stages = ['reminder', 'head', 'secretariat'] as const
export type Stage = (typeof stages)[number]

/** Every stage that a day has reached: after some days of standstill, several at once. */
export function stagesOn(
  { dueOn, opensOn }: Pick<Round, 'dueOn' | 'opensOn'>,
  terms: ProgressTerms,
  today: IsoDate,
): readonly Stage[] {
  const from: Readonly<Record<Stage, IsoDate>> = {
    // A round of a few days reminds nobody on the very day on which it asks.
    reminder: [addDays(dueOn, -terms.remindDaysBefore), addDays(opensOn, 1)].toSorted()[1] ?? dueOn,
    head: addDays(dueOn, terms.headAfterDays),
    secretariat: addDays(dueOn, terms.secretariatAfterDays),
  }
  return stages.filter((stage) => today >= from[stage])
}

const isLiaison = ({ duties }: Actor) => duties.some(({ role }) => role === 'liaison')

export const secretariatOf = (actors: readonly Actor[]): readonly Actor[] =>
  actors.filter((actor) => holdsSomewhere(actor, 'progress.secretariat'))

/** Whoever works in a section, its liaison first; where nobody does, the secretariat answers for it. */
export function peopleOf(actors: readonly Actor[], section: string): readonly Actor[] {
  const own = actors.filter((actor) => holds(actor, 'progress.section', { sections: [section] }))
  if (!own.length) return secretariatOf(actors)
  return own.toSorted((a, b) => Number(isLiaison(b)) - Number(isLiaison(a)))
}

/** Its head. Whoever heads it itself goes before those who head what it lies in; else the secretariat. */
export function headsOf(actors: readonly Actor[], section: string): readonly Actor[] {
  const heads = actors.filter((actor) => holds(actor, 'progress.head', { sections: [section] }))
  const own = heads.filter(({ department }) => department === section)
  if (own.length) return own
  return heads.length ? heads : secretariatOf(actors)
}
