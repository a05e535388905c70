import { type ItemId, itemById } from '#domains/plan/index.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { scaleById } from '../../store/scales.ts'
import { type CommitteeId, type Remark, type Seen, seenAt, type Verdict } from '../judging.ts'
import { whole } from '../rules/verdict.ts'
import { saveSettlement, settlements } from '../store/judgements.ts'
import { replaceRemarks } from '../store/remarks.ts'
import { askedFor, onCommittee, unitOf } from './act.ts'

/**
 * What the meeting settles of one item: a value, a comment and a course; what a minority said differently is
 * kept beside it. Each becomes a remark that the city answers. Two people write at one table: whoever has not
 * seen what the other one saved is told.
 */
export const settleItem = (
  ctx: Ctx,
  id: CommitteeId,
  itemId: ItemId,
  verdict: Verdict,
  minority: readonly string[],
  seen: Seen,
) =>
  onCommittee(
    ctx,
    'settleItem',
    id,
    'judging.item-settled',
    async (tx, committee) => {
      const before = (await settlements(tx, { committee: id })).find((s) => s.itemId === itemId)
      if (seenAt(before?.settledAt) !== seen) throw new Refused({ kind: 'stale' })
      const item = found(await itemById(tx, itemId))
      const said = accept(whole(verdict, found(await scaleById(tx, committee.scaleId))))
      const settled = { settledAt: ctx.now, settledBy: ctx.actor.id }
      await saveSettlement(tx, { committeeId: id, itemId, verdict: said, ...settled })
      const section = askedFor(item, await unitOf(tx))
      const texts = [said.comment, ...minority.map((text) => text.trim()).filter(Boolean)]
      const list = texts.map(
        (text, position): Remark => ({
          id: newId('rmk'),
          version: 1,
          committeeId: id,
          itemId,
          kind: position === 0 ? 'committee' : 'minority',
          position,
          text,
          section,
          answer: { stance: null, reason: '', follow: null },
          state: 'open',
        }),
      )
      await replaceRemarks(tx, committee, itemId, list)
      return undefined
    },
    {},
    { item: itemId, minority: minority.length },
  )
