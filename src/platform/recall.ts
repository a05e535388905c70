/** What has been read since something last happened: asked once, and then remembered. */
export type Recall = <T>(key: string, load: () => Promise<T>) => Promise<T>

export interface Memory {
  readonly recall: Recall
  /** Something happened: everything is read anew. */
  forget(): void
}

/**
 * Remembers what public pages are made of, by a key that says the whole question; the one asked for
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
