import type { ItemId } from '#domains/plan/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import { accept, found, Refused, refuse } from '#platform/result.ts'
import { scaleById } from '../../store/scales.ts'
import {
  type Committee,
  type CommitteeId,
  type Mark,
  type Seen,
  type Share,
  seenAt,
  type Verdict,
} from '../judging.ts'
import { liesOpen } from '../rules/sight.ts'
import { marked } from '../rules/verdict.ts'
import { allMarks, saveMark, shares } from '../store/members.ts'
import { onCommittee } from './act.ts'

/** Keeps a mark that is not handed in yet: nobody but the member reads it. */
export const saveDraftMark = (ctx: Ctx, id: CommitteeId, itemId: ItemId, verdict: Verdict) =>
  withShare(ctx, id, itemId, 'judging.mark-drafted', async (committee, before) => {
    mustBeInTime(ctx, committee, before)
    return { ...markOf(ctx, id, itemId, verdict), state: 'drafting' }
  })

/**
 * 採点を出す: from now on the member sees what the others gave to this item, so it stays as it is. After the
 * last day the marks lie open, and a new one could no longer be one's own.
 */
export const handInMark = (ctx: Ctx, id: CommitteeId, itemId: ItemId, verdict: Verdict) =>
  withShare(ctx, id, itemId, 'judging.marked', async (committee, before, tx) => {
    mustBeInTime(ctx, committee, before)
    const said = accept(marked(verdict, found(await scaleById(tx, committee.scaleId))))
    return { ...markOf(ctx, id, itemId, said), state: 'given', givenAt: ctx.now }
  })

const markOf = (ctx: Ctx, committeeId: CommitteeId, itemId: ItemId, verdict: Verdict) => ({
  committeeId,
  itemId,
  userId: ctx.actor.id,
  verdict,
  enteredBy: ctx.actor.id,
})

function mustBeInTime(ctx: Ctx, committee: Committee, before: Mark | undefined): void {
  if (before?.state === 'given') refuse('mark-is-given')
  if (localDate(ctx.now) > committee.marksDueOn) refuse('marks-due-passed')
}

/** A sheet of paper, typed in by the secretariat; marked as such wherever it is shown. */
export const markFromPaper = (
  ctx: Ctx,
  id: CommitteeId,
  itemId: ItemId,
  userId: string,
  verdict: Verdict,
  seen: Seen,
) =>
  onCommittee(
    ctx,
    'markOnPaper',
    id,
    'judging.marked-on-paper',
    async (tx, committee) => {
      mustBeFree(await sharesOf(tx, id, itemId), userId)
      const before = await markBefore(tx, id, itemId, userId)
      const theirs = before?.state === 'given' && before.enteredBy !== ctx.actor.id
      // What another typist entered may be bettered once it may be seen; a member's own never.
      if (theirs && (before.enteredBy === userId || !liesOpen(committee, localDate(ctx.now))))
        refuse('mark-is-given')
      if (seenAt(before?.state === 'given' ? before.givenAt : undefined) !== seen)
        throw new Refused({ kind: 'stale' })
      const said = accept(marked(verdict, found(await scaleById(tx, committee.scaleId))))
      const own = { committeeId: id, itemId, userId, verdict: said, enteredBy: ctx.actor.id }
      await saveMark(tx, { ...own, state: 'given', givenAt: ctx.now })
      return undefined
    },
    {},
    { item: itemId, member: userId },
  )

const sharesOf = async (tx: Reader, id: CommitteeId, itemId: ItemId) =>
  (await shares(tx, id)).filter((share) => share.itemId === itemId)

const markBefore = async (tx: Reader, id: CommitteeId, itemId: ItemId, userId: string) =>
  (await allMarks(tx, id)).find((m) => m.itemId === itemId && m.userId === userId)

function mustBeFree(list: readonly Share[], userId: string): void {
  if (!list.some((share) => share.userId === userId && !share.recused)) refuse('not-your-item')
}

async function withShare(
  ctx: Ctx,
  id: CommitteeId,
  itemId: ItemId,
  fact: 'judging.mark-drafted' | 'judging.marked',
  make: (committee: Committee, before: Mark | undefined, tx: Reader) => Promise<Mark>,
): Promise<Committee> {
  const list = await sharesOf(ctx.db, id, itemId)
  const detail = { item: itemId }
  return onCommittee(
    ctx,
    'mark',
    id,
    fact,
    async (tx, committee) => {
      // As the transaction sees it: somebody may have left the item in between.
      mustBeFree(await sharesOf(tx, id, itemId), ctx.actor.id)
      const before = await markBefore(tx, id, itemId, ctx.actor.id)
      await saveMark(tx, await make(committee, before, tx))
      return undefined
    },
    { shares: list },
    detail,
  )
}
