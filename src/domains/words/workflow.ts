import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'

export type Standing = 'reader' | 'keeper'

/** 言いかえの言葉: there are no states, only who reads the list and who keeps it. */
// biome-ignore format: a table is read in columns
export const workflow = {
  read: { from: ['nothing'], to: 'same', by: ['reader', 'keeper'], basis: '公用文作成の要領' },
  keep: { from: ['nothing'], to: 'same', by: ['keeper'],           basis: '公用文作成の要領' },
} as const satisfies Workflow<never, Standing>

export type WordAction = keyof typeof workflow

/** The list is one for the whole city. */
export function standing(actor: Actor): ReadonlySet<Standing> {
  const stands = new Set<Standing>()
  if (holdsSomewhere(actor, 'words.reader')) stands.add('reader')
  if (holds(actor, 'words.keeper')) stands.add('keeper')
  return stands
}
