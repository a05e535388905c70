import type { Ctx } from '#platform/context.ts'
import { Refused } from '#platform/result.ts'
import type { RowChange } from '../rules/sheet.ts'
import { saveDraft, submit } from './reports.ts'

export interface TakenIn {
  readonly drafted: number
  readonly submitted: number
  /** Taken in as drafts: what is still in the way of handing them in, by the item's code. */
  readonly left: readonly { readonly code: string; readonly reason: string }[]
}

/**
 * Takes rows of a sheet into their reports, each as a change of its own and by the same checks as a form.
 * A sheet that says what the reports say already changes nothing.
 */
export async function takeInSheet(
  ctx: Ctx,
  changes: readonly RowChange[],
  { handIn }: { readonly handIn: boolean },
): Promise<TakenIn> {
  const left: { code: string; reason: string }[] = []
  let drafted = 0
  let submitted = 0
  for (const { line, content, fixed } of changes) {
    if (fixed) continue
    const { id, version } = line.report
    const kept = await saveDraft(ctx, { id, version }, content)
    drafted += 1
    if (!handIn) continue
    try {
      await submit(ctx, kept, content)
      submitted += 1
    } catch (thrown) {
      if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'refused') throw thrown
      left.push({ code: line.item.code, reason: thrown.refusal.reason })
    }
  }
  return { drafted, submitted, left }
}
