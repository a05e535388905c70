import { type Duty, holds, holdsSomewhere, type Permission, type Scope } from '#platform/actor.ts'
import { type Ground, groundsOf, type Powers } from '../powers.ts'
import type { Role } from '../roles.ts'
import type { SourcedDuty } from '../rules.ts'

/** One way in which a person may take an action: by which standing, through which duty. */
export interface Way {
  readonly standing: string
  readonly ground: Ground
  /** Absent where no duty is needed. */
  readonly through?: SourcedDuty
}

export interface Explained {
  readonly chapter: string
  readonly action: string
  readonly basis: string
  readonly ways: readonly Way[]
  /** The standings that would allow it. */
  readonly by: readonly string[]
}

/**
 * What a person may do and why, action by action. With a place: for a thing that lies there. Without: for
 * whatever place their duties reach. Says exactly what `permit` says; `explain.test.ts` proves it.
 */
export function explained(
  powers: readonly Powers[],
  duties: readonly SourcedDuty[],
  place?: Scope,
): Explained[] {
  return powers.flatMap((one) =>
    Object.entries(one.workflow).map(([action, { by, basis }]) => ({
      chapter: one.chapter,
      action,
      basis,
      by,
      ways: by.flatMap((standing) =>
        groundsOf(one, standing).flatMap((ground) => waysOf(standing, ground, duties, place)),
      ),
    })),
  )
}

function waysOf(
  standing: string,
  ground: Ground,
  duties: readonly SourcedDuty[],
  place?: Scope,
): Way[] {
  if (ground === 'situation') return []
  if (ground === 'anyone') return [{ standing, ground }]
  return duties
    .filter(({ duty }) => (ground === 'any-duty' ? true : gives(duty, ground, place)))
    .map((through) => ({ standing, ground, through }))
}

type Asked = Extract<Ground, object>

function gives(duty: Duty, { permission, asks }: Asked, place?: Scope): boolean {
  const actor = { id: 'anonymous', name: '', duties: [duty] } as const
  if (asks === 'somewhere') return holdsSomewhere(actor, permission)
  if (asks === 'whole') return holds(actor, permission)
  return holds(actor, permission, place ?? duty.scope)
}

/** How far a role takes an action of a chapter: everywhere, within its scope, or not at all. */
export type RoleReach = 'everywhere' | 'within' | 'none'

export function roleReaches(
  powers: Powers,
  action: string,
  { reach, permissions }: Role,
): RoleReach {
  const ways = (powers.workflow[action]?.by ?? []).flatMap((who) => groundsOf(powers, who))
  const found = ways.map((ground): RoleReach => {
    if (ground === 'anyone' || ground === 'any-duty') return 'everywhere'
    if (ground === 'situation' || !permissions.includes(ground.permission)) return 'none'
    if (ground.asks === 'somewhere' || reach === 'city') return 'everywhere'
    return ground.asks === 'place' ? 'within' : 'none'
  })
  return found.includes('everywhere') ? 'everywhere' : found.includes('within') ? 'within' : 'none'
}

/** Roles that would let somebody take the action: what is needed where it is not there. */
export function rolesThatCould(
  powers: Powers,
  action: string,
  known: ReadonlyMap<string, Role>,
): string[] {
  return [...known].flatMap(([name, role]) =>
    roleReaches(powers, action, role) === 'none' ? [] : [name],
  )
}

/** The permissions that a chapter asks for, each by the standings that it gives. */
export const asksFor = ({ grounds }: Powers): Permission[] => [
  ...new Set(
    Object.keys(grounds)
      .flatMap((standing) => groundsOf({ grounds }, standing))
      .flatMap((ground) => (typeof ground === 'object' ? [ground.permission] : [])),
  ),
]
