import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { found } from '#platform/result.ts'
import {
  keepForAWeek,
  rememberRow,
  type Sorted,
  sortRows,
  type Taken,
  takeSorted,
} from '../../actions/rows.ts'
import type { PlainSheet, Reading } from '../../rules/rows.ts'
import type { CaseId } from '../case.ts'
import { rowWords } from '../rows-sheet.ts'
import { type CellReason, type RowComment, readComments } from '../rules/rows.ts'
import { caseById, passagesOf } from '../store/cases.ts'
import { termsOn } from '../store/terms.ts'
import { workflow } from '../workflow.ts'
import { handIn } from './hand.ts'
import { mayTakeIn } from './sheets.ts'

const taking = async (ctx: Ctx, id: CaseId) => {
  const one = found(await caseById(ctx.db, id))
  mayTakeIn(ctx, one)
  return one
}

/** Looks a table through by everything that a comment on this case has to be, so that no row is refused later. */
export async function readFor(
  ctx: Ctx,
  id: CaseId,
  sheets: readonly PlainSheet[],
): Promise<Reading<RowComment, CellReason>> {
  const one = await taking(ctx, id)
  const { asksName } = await termsOn(ctx.db, one.opensOn)
  const draft = await passagesOf(ctx.db, id, 'draft')
  return readComments(sheets, rowWords(), { one, draft, asksName, today: localDate(ctx.now) })
}

/** A comment in a table is its case, its way, its day, its words and who wrote them. */
export const sortComments = (
  ctx: Pick<Ctx, 'db' | 'seal'>,
  id: CaseId,
  rows: readonly RowComment[],
): Promise<Sorted<RowComment>> =>
  sortRows(ctx, rows, 'voice.comment-row', ({ channel, receivedOn, passage, original, person }) => [
    ...[id, channel, receivedOn],
    ...[passage, original, person],
  ])

export async function keepTable(ctx: Ctx, id: CaseId, key: string): Promise<void> {
  await taking(ctx, id)
  const { basis } = workflow.takeIn
  await keepForAWeek(ctx, key, { fact: 'voice.sheet-handed-in', subject: id, basis })
}

/** まとめて受け付ける: each row a comment of its own, with its number; the same table again adds nothing. */
export async function takeComments(
  ctx: Ctx,
  id: CaseId,
  rows: readonly RowComment[],
): Promise<Taken> {
  await taking(ctx, id)
  return takeSorted(await sortComments(ctx, id, rows), ({ mark, row }) =>
    handIn(ctx, id, { ...row, language: 'ja' }, async (tx, { comment }) => {
      await rememberRow(tx, mark, { comment: comment.id })
      return []
    }),
  )
}
