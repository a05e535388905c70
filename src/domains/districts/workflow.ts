import { type Actor, holds } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'

export type Standing = 'anyone' | 'keeper'

/** 地区: there are no states, only who reads the list and who keeps it. */
// biome-ignore format: a table is read in columns
export const workflow = {
  read: { from: ['nothing'], to: 'same', by: ['anyone'], basis: '市の区域・地区の定め' },
  keep: { from: ['nothing'], to: 'same', by: ['keeper'], basis: '市の区域・地区の定め' },
} as const satisfies Workflow<never, Standing>

export type DistrictAction = keyof typeof workflow

/** The list is one for the whole city. */
export function standing(actor: Actor): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  if (holds(actor, 'districts.keeper')) stands.add('keeper')
  return stands
}
