import { type Refusal, Refused } from './result.ts'

type Kind = 'refused' | 'stale'
export type Refusable<K extends Kind = 'refused'> = Extract<Refusal, { kind: K }>

/** An attempt whose refusal goes back to the form, with everything typed; other refusals go on. */
export async function attempt<T, K extends Kind = 'refused'>(
  act: () => Promise<T>,
  ...also: readonly K[]
): Promise<{ readonly done: T } | { readonly refusal: Refusable<'refused' | K> }> {
  try {
    return { done: await act() }
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
    const { refusal } = thrown
    const comesBack = (one: Refusal): one is Refusable<'refused' | K> =>
      one.kind === 'refused' || also.some((kind) => kind === one.kind)
    if (!comesBack(refusal)) throw thrown
    return { refusal }
  }
}
