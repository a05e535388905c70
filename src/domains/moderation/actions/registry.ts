import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Kind, SaidToAuthor } from '../case.ts'

/** How a chapter lets what it owns be looked after: the shell passes these in. */
export interface Moderatable extends Kind {
  /** The words as they are public; undefined where there is no such thing, or it is not public. Hidden ones too. */
  readonly excerptOf: (db: Reader, id: string) => Promise<string | undefined>
  /** Whose words they are: `res_…`, `rcp_…`, `per_…`, or null where nobody knows. */
  readonly authorOf: (db: Reader, id: string) => Promise<string | null>
  /** Where it stands in public: /voices/…; undefined where it does not. */
  readonly pathOf: (db: Reader, id: string) => Promise<string | undefined>
  /** What whoever holds this receipt (or this link) wrote: they read there what was decided of it, and appeal. */
  readonly ownOf?: (db: Reader, receipt: string) => Promise<readonly string[]>
  /** What the author goes by in public, where they have such a name: a group. */
  readonly nameOf?: (db: Reader, author: string) => Promise<string | undefined>
  /** The city asked for it: there is no form of the site of which its author could be stopped. */
  readonly isAsked?: true
}

/** Everything that the shell gives to this chapter. */
export interface Registry {
  readonly kinds: readonly Moderatable[]
  /** Tells the author, in the same transaction. */
  readonly say: (tx: Writer, ctx: Ctx, said: SaidToAuthor) => Promise<void>
}
