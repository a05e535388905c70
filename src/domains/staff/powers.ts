import type { Actor, Permission, Scope } from '#platform/actor.ts'
import type { Workflow } from '#platform/workflow.ts'

type Words = Readonly<Record<string, string>>

/**
 * Why somebody stands so to a thing of a chapter. `whole`: a duty of the whole city. `place`: a duty in whose
 * scope the thing lies. `somewhere`: any duty with the permission. `situation`: not by duty but by what the
 * thing is: who wrote it, whose it is.
 */
export type Ground =
  | 'anyone'
  | 'any-duty'
  | 'situation'
  | {
      readonly permission: Permission
      readonly asks: 'whole' | 'place' | 'somewhere'
      /** What else must hold: 起案者でないとき. */
      readonly unless?: { readonly ja: string; readonly en: string }
    }

/** One chapter's workflow table as the pages of permissions read it. The shell hands in all of them. */
export interface Powers {
  readonly chapter: string
  readonly title: { readonly ja: string; readonly en: string }
  readonly workflow: Workflow<string, string>
  readonly actions: { readonly ja: Words; readonly en: Words }
  readonly standings: { readonly ja: Words; readonly en: Words }
  /** Several grounds for one standing: any of them will do. */
  readonly grounds: Readonly<Record<string, Ground | readonly Ground[]>>
  /** The chapter's own answer for a thing that lies there and with which the person has nothing else to do. */
  readonly standing: (actor: Actor, place: Scope) => ReadonlySet<string>
}

/** Why a standing is given, as a list; one that a chapter does not explain depends on the thing. */
export function groundsOf(
  { grounds }: Pick<Powers, 'grounds'>,
  standing: string,
): readonly Ground[] {
  const found = grounds[standing] ?? 'situation'
  return isList(found) ? found : [found]
}
const isList = (one: Ground | readonly Ground[]): one is readonly Ground[] => Array.isArray(one)
