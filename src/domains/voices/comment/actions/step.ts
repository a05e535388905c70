import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { permit, type Ready } from '#platform/workflow.ts'
import type { CaseId, CommentCase } from '../case.ts'
import * as store from '../store/cases.ts'
import { type About, type CommentAction, standing, workflow } from '../workflow.ts'

/** What was on the page when somebody decided. */
export interface Seen {
  readonly id: CaseId
  readonly version: number
}

/** What a standing asks of a case. */
export const aboutCase = (one: CommentCase): About => ({
  section: one.section,
  ...('submittedBy' in one && { submittedBy: one.submittedBy }),
})

/** One step of a case, from how it stands now; a page that is older than that is stale. */
export async function onCase<A extends CommentAction>(
  ctx: Ctx,
  action: A,
  seen: Seen,
  fact: Fact['fact'],
  change: (one: Ready<CommentCase, typeof workflow, A>, tx: Writer) => Promise<CommentCase>,
  detail: Fact['detail'] = {},
): Promise<CommentCase> {
  return ctx.record(async (tx) => {
    const before = found(await store.caseById(tx, seen.id))
    const ready = accept(permit(workflow, action, standing(ctx.actor, aboutCase(before)), before))
    if (before.version !== seen.version) throw new Refused({ kind: 'stale' })
    const after = await store.updateCase(tx, await change(ready, tx))
    const { basis } = workflow[action]
    return [after, { fact, subject: after.id, basis, detail: { number: after.number, ...detail } }]
  })
}
