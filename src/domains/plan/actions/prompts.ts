import type { Ctx } from '#platform/context.ts'
import type { AmendmentId } from '../amendment.ts'

/**
 * What a change of an item answers to, where that is known on a higher shelf (a committee's remark): the shell
 * passes these in. `from` is its id, as it came with the address.
 */
export interface Prompts {
  /** The reason with which the form of the amendment begins; nothing for whoever may not carry it over. */
  readonly reason: (ctx: Ctx, from: string) => Promise<string | null>
  /** Tells it what it became. */
  readonly became: (ctx: Ctx, from: string, amendment: AmendmentId) => Promise<void>
}
