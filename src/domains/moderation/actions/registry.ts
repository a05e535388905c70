import type { Reader, Writer } from '#platform/database.ts'
import type { Kind, SaidToAuthor } from '../case.ts'

/** How a chapter lets what it owns be looked after: the shell passes these in. */
export interface Moderatable extends Kind {
  /** The words as they are public; undefined where there is no such thing, or it is not public. */
  readonly excerptOf: (db: Reader, id: string) => Promise<string | undefined>
  /** Whose words they are: `res_…`, `per_…`, or null where nobody knows. */
  readonly authorOf: (db: Reader, id: string) => Promise<string | null>
}

/** Everything that the shell gives to this chapter. */
export interface Registry {
  readonly kinds: readonly Moderatable[]
  /** Tells the author, in the same transaction. */
  readonly say: (tx: Writer, said: SaidToAuthor) => Promise<void>
}

/** Until chapters with words of residents are there. */
export const nothingToModerate: Registry = { kinds: [], say: async () => {} }
