import type { Ctx } from '#platform/context.ts'
import { type Refusal, Refused } from '#platform/result.ts'
import type { BulkAction } from '../forms.ts'
import type { Why } from '../rules/decide.ts'
import { claim, hide, keep, unclaim } from './decide.ts'
import type { Registry } from './registry.ts'

export interface BulkResult {
  readonly done: readonly string[]
  /** Each with its own reason; the others were done all the same. */
  readonly refused: readonly { readonly id: string; readonly refusal: Refusal }[]
}

/** Each case is looked at as if it were alone, in a transaction of its own: one that is closed or not ours
 *  to touch stops nobody. */
export async function bulk(
  ctx: Ctx,
  registry: Registry,
  action: BulkAction,
  ids: readonly string[],
  why: Why,
): Promise<BulkResult> {
  const steps = {
    claim: (id: string) => claim(ctx, registry, id),
    unclaim: (id: string) => unclaim(ctx, registry, id),
    keep: (id: string) => keep(ctx, registry, id, why),
    hide: (id: string) => hide(ctx, registry, id, why),
  }
  const done: string[] = []
  const refused: { id: string; refusal: Refusal }[] = []
  for (const id of new Set(ids)) {
    try {
      await steps[action](id)
      done.push(id)
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown
      refused.push({ id, refusal: thrown.refusal })
    }
  }
  return { done, refused }
}
