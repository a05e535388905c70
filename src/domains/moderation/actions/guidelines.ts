import type { Ctx } from '#platform/context.ts'
import { accept, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { type Guidelines, guidelines, insertGuidelines } from '../store/guidelines.ts'
import { standing, workflow } from '../workflow.ts'

/** A new version of what may be written here; the ones before stay. `seen` is the version it was made from. */
export async function saveGuidelines(
  ctx: Ctx,
  seen: number,
  text: string,
  translations: Guidelines['translations'],
): Promise<Guidelines> {
  accept(permit(workflow, 'editGuidelines', standing(ctx.actor), nothing))
  return ctx.record(async (tx) => {
    const last = (await guidelines(tx))?.version ?? 0
    if (last !== seen) accept(no({ kind: 'stale' }))
    const made = { version: last + 1, at: ctx.now, text, translations }
    await insertGuidelines(tx, made, ctx.actor.id)
    const { basis } = workflow.editGuidelines
    const detail = { version: made.version }
    return [made, { fact: 'moderation.guidelines-changed', subject: 'guidelines', basis, detail }]
  })
}
