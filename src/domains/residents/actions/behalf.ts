import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import { accept, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import type { Assist } from '../resident.ts'
import { noteAssistAct } from '../store/openings.ts'
import { type ResidentAction, standing, type Whose, workflow } from '../workflow.ts'

/** How somebody comes to a receipt or an account: with its phrase, as its owner, or in another's place. */
export interface Way {
  readonly bearer?: boolean
  readonly assist?: Assist
}

export const isLive = (assist: Assist, now: Date): boolean =>
  assist.endedAt === null && assist.startedAt <= now && now < assist.endsAt

/** What every fact of an act says beside itself, and what it leaves in the record that the person sees. */
export interface Permitted {
  readonly basis: string
  readonly behalf: Readonly<Record<string, string>>
  readonly note: (tx: Writer) => Promise<void>
}

/**
 * May this actor do this for that owner, now? A colleague at the counter only within a session for exactly
 * this person, opened by the same colleague and not over.
 */
export function mayDo(
  ctx: Ctx,
  action: ResidentAction,
  owner: string,
  whose: Whose,
  { bearer = false, assist }: Way,
): Permitted {
  const { basis } = workflow[action]
  const mine = permit(workflow, action, ownStanding(ctx, whose, bearer), nothing)
  const none = { basis, behalf: {}, note: async () => {} }
  if (mine.ok) return none
  accept(permit(workflow, action, standing(ctx.actor, whose), nothing))
  if (
    !assist ||
    assist.owner !== owner ||
    assist.actor !== ctx.actor.id ||
    !isLive(assist, ctx.now)
  )
    return accept(no({ kind: 'not-allowed', action, basis: workflow.assist.basis }))
  return {
    basis,
    behalf: { behalf: assist.id },
    note: (tx) => noteAssistAct(tx, newId('asa'), assist.id, action, ctx.now),
  }
}

/** Without what a post brings: a colleague acts for others in a session only. */
const ownStanding = (ctx: Ctx, whose: Whose, bearer: boolean) =>
  standing({ ...ctx.actor, duties: [] }, { ...whose, bearer })
