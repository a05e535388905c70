import { type ItemId, itemById } from '#domains/plan/index.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, found } from '#platform/result.ts'
import { scaleById } from '../../store/scales.ts'
import type { CommitteeId, Remark, Verdict } from '../judging.ts'
import { whole } from '../rules/verdict.ts'
import { saveSettlement } from '../store/judgements.ts'
import { replaceRemarks } from '../store/remarks.ts'
import { askedFor, onCommittee, unitOf } from './act.ts'

/**
 * What the meeting settles of one item: a value, a comment and a course; what a minority said differently is
 * kept beside it. Each becomes a remark that the city answers.
 */
export const settleItem = (
  ctx: Ctx,
  id: CommitteeId,
  itemId: ItemId,
  verdict: Verdict,
  minority: readonly string[],
) =>
  onCommittee(
    ctx,
    'settleItem',
    id,
    'judging.item-settled',
    async (tx, committee) => {
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
