import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, Refused, refuse } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import type { CaseId, CommentCase } from '../case.ts'
import type { CommentId, Opinion, OpinionId } from '../comment.ts'
import { caseById } from '../store/cases.ts'
import {
  commentById,
  deleteOpinion,
  insertOpinion,
  opinionsOf,
  updateOpinion,
} from '../store/comments.ts'
import { termsOn } from '../store/terms.ts'
import { categoriesIn } from '../terms.ts'
import { standing, workflow } from '../workflow.ts'
import { aboutCase } from './step.ts'

/** What the desk writes into one row of the table. */
export interface RowWritten
  extends Pick<Opinion, 'place' | 'gist' | 'category' | 'cityView' | 'changed'> {
  readonly id: OpinionId
  readonly version: number
  /** The number of the row with which it is answered; null where it has its own answer. */
  readonly sameAsNo: number | null
}

/** On the rows of one case while its result is being written. */
const onRows = <T>(
  ctx: Ctx,
  id: CaseId,
  fact: Fact['fact'],
  change: (tx: Writer, one: CommentCase) => Promise<readonly [T, Fact['detail']]>,
): Promise<T> =>
  ctx.record(async (tx) => {
    const one = found(await caseById(tx, id))
    accept(permit(workflow, 'answer', standing(ctx.actor, aboutCase(one)), one))
    const [done, detail] = await change(tx, one)
    const { basis } = workflow.answer
    return [done, { fact, subject: id, basis, detail: { number: one.number, ...detail } }]
  })

/** 市の考え方を書く: the whole table at once, or none of it; rows that nobody touched stay as they are. */
export const writeRows = (ctx: Ctx, id: CaseId, rows: readonly RowWritten[]): Promise<number> =>
  onRows(ctx, id, 'voice.comment-answered', async (tx, one) => {
    const all = await opinionsOf(tx, id)
    const known = categoriesIn(await termsOn(tx, one.opensOn), one)
    const joining = new Set(rows.flatMap(({ id, sameAsNo }) => (sameAsNo === null ? [] : [id])))
    let written = 0
    for (const { sameAsNo, version, ...row } of rows) {
      const before = found(all.find((opinion) => opinion.id === row.id))
      const place = (name: string) => `${row.id}.${name}`
      const other = all.find(({ no }) => no === sameAsNo)
      if (sameAsNo !== null && (!other || other.id === row.id || joining.has(other.id)))
        refuse('comment-same-as', place('sameAsNo'))
      if (row.category && !known.some(({ key }) => key === row.category))
        refuse('comment-category', place('category'))
      const after: Opinion = { ...before, ...row, version, sameAs: other?.id ?? null }
      if (JSON.stringify(after) === JSON.stringify({ ...before, version })) continue
      if (version !== before.version) throw new Refused({ kind: 'stale' })
      await updateOpinion(tx, after)
      written++
    }
    return [written, { rows: written }]
  })

/** 意見を分ける: what one sender handed in says several things, each with a number of its own. */
export const splitOff = (ctx: Ctx, id: CaseId, from: CommentId): Promise<Opinion> =>
  onRows(ctx, id, 'voice.comment-split', async (tx) => {
    const comment = found(await commentById(tx, from))
    if (comment.caseId !== id) throw new Refused({ kind: 'not-found' })
    const first = found((await opinionsOf(tx, id)).find((one) => one.comment === from))
    const more = await insertOpinion(tx, {
      ...first,
      id: newId('vco'),
      gist: '',
      category: '',
      cityView: '',
      changed: '',
      sameAs: null,
    })
    return [more, { comment: comment.number, no: more.no }]
  })

/** 分けた意見を戻す: only a row without a gist, and never the only one: nothing that was said is lost. */
export const dropRow = (ctx: Ctx, id: CaseId, row: OpinionId): Promise<void> =>
  onRows(ctx, id, 'voice.comment-row-dropped', async (tx) => {
    const all = await opinionsOf(tx, id)
    const one = found(all.find((opinion) => opinion.id === row))
    const others = all.filter(({ comment }) => comment === one.comment)
    const isLeaned = all.some(({ sameAs }) => sameAs === row)
    if (one.gist || isLeaned || others.length < 2) refuse('comment-row-needed', 'row')
    await deleteOpinion(tx, row)
    return [undefined, { no: one.no }]
  })
