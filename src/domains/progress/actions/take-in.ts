import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { Refused } from '#platform/result.ts'
import type { RoundId, SheetId } from '../progress.ts'
import type { RowChange } from '../rules/sheet.ts'
import { insertSheet } from '../store/sheets.ts'
import { workflow } from '../workflow.ts'
import { saveDraft, submit } from './reports.ts'

/** The shelf of the store on which they lie, so that they can be thrown away. */
const shelf = 'sheets'

/** Keeps a workbook as it came, until its check page is accepted and its time of keeping is over. */
export async function keepSheet(
  ctx: Ctx,
  files: Pick<Files, 'put'>,
  of: { readonly round: RoundId; readonly section: string },
  bytes: Uint8Array,
): Promise<SheetId> {
  const key = await files.put(bytes, shelf)
  return ctx.record(async (tx) => {
    const id: SheetId = newId('psh')
    const { round: roundId, section } = of
    await insertSheet(tx, { id, roundId, section, key, at: ctx.now, by: ctx.actor.id })
    const { basis } = workflow.saveDraft
    const detail = { round: roundId, section }
    return [id, { fact: 'progress.sheet-handed-in', subject: id, basis, detail }]
  })
}

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
