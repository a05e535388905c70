import type { Kysely } from 'kysely'
import type { Reader } from './database.ts'
import type { DB } from './tables.ts'

/** What has been read since something last happened: asked once, and then remembered. */
export type Recall = <T>(key: string, load: () => Promise<T>) => Promise<T>

export interface Memory {
  readonly recall: Recall
  /** Something happened: everything is read anew. */
  forget(): void
}

/**
 * Remembers what pages are made of, by a key that says the whole question; the one asked for
 * least recently goes first. What was being read while something happened is not kept.
 */
export function memory(most = 300): Memory {
  let known = new Map<string, Promise<unknown>>()
  const recall: Recall = <T>(key: string, load: () => Promise<T>) => {
    const here = known
    const found = here.get(key)
    here.delete(key)
    const answer = found ?? load()
    here.set(key, answer)
    for (const oldest of here.keys()) {
      if (here.size <= most) break
      here.delete(oldest)
    }
    if (!found) answer.catch(() => here.delete(key))
    return answer as Promise<T>
  }
  return {
    recall,
    forget() {
      known = new Map()
    },
  }
}

const memories = new WeakMap<object, Recall>()

/** The same database, whose standing lists are remembered; a transaction on it remembers nothing. */
export function remembering(db: Kysely<DB>, recall: Recall): Kysely<DB> {
  const own = db.withoutPlugins()
  memories.set(own, recall)
  return own
}

/**
 * A list that the city keeps as a whole and that most pages need: its districts, its departments. Where the
 * database remembers, it is read once until something happens; whoever writes reads what is there.
 */
export function standing<T>(db: Reader, key: string, load: () => Promise<T>): Promise<T> {
  return memories.get(db)?.(`standing ${key}`, load) ?? load()
}
