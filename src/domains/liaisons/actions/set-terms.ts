import type { IsoDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { accept } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { saveTerms } from '../store/terms.ts'
import type { LiaisonTerms } from '../terms.ts'
import { standing, workflow } from '../workflow.ts'

/** 条件: hold from a day on. Duties that sections have been given already stay as they are. */
export async function setTerms(ctx: Ctx, from: IsoDate, terms: LiaisonTerms): Promise<void> {
  accept(permit(workflow, 'setTerms', standing(ctx.actor), nothing))
  await ctx.record(async (tx) => {
    await saveTerms(tx, from, terms, { at: ctx.now, actorId: ctx.actor.id })
    const { basis } = workflow.setTerms
    const detail = { from, names: terms.showNames }
    return [undefined, { fact: 'liaison.terms-set', subject: 'liaisons', basis, detail }]
  })
}
