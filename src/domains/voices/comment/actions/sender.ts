import { noteOpening } from '#domains/residents/index.ts'
import type { Ctx } from '#platform/context.ts'
import { accept, found } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import type { CaseId } from '../case.ts'
import type { CommentId, CommentOriginal, CommentSender, Said } from '../comment.ts'
import { caseById } from '../store/cases.ts'
import { commentById, sealedOf, sealedWordsOf } from '../store/comments.ts'
import { sealedIn } from '../store/sealed.ts'
import { standing, workflow } from '../workflow.ts'
import { aboutCase } from './step.ts'

/** What somebody handed in, for whoever answers it and for themselves; empty once it is not kept any more. */
export async function originalOf(
  ctx: Pick<Ctx, 'db' | 'seal'>,
  id: CommentId,
): Promise<CommentOriginal> {
  const sealed = await sealedOf(ctx.db, 'voice_comment_original', id)
  if (!sealed) return { text: '', place: '' }
  return JSON.parse(ctx.seal.open(sealed, sealedIn.original.place(id))) as CommentOriginal
}

/** Everything that came for a case, for whoever answers it. */
export async function wordsOfCase(
  { db, seal }: Pick<Ctx, 'db' | 'seal'>,
  id: CaseId,
): Promise<ReadonlyMap<CommentId, Said>> {
  const all = await sealedWordsOf(db, id)
  return new Map(
    all.map(({ comment, language, sealed }) => {
      const opened = seal.open(sealed, sealedIn.original.place(comment))
      return [comment, { ...(JSON.parse(opened) as CommentOriginal), language }]
    }),
  )
}

/** Who handed it in, out of the seal; nobody once it is not kept any more. Whoever asks writes down that they did. */
export async function senderOf(
  { db, seal }: Pick<Ctx, 'db' | 'seal'>,
  id: CommentId,
): Promise<CommentSender> {
  const sealed = await sealedOf(db, 'voice_comment_sender', id)
  if (!sealed) return { name: '', address: '', mail: '' }
  return JSON.parse(seal.open(sealed, sealedIn.sender.place(id))) as CommentSender
}

/** 名前と住所を開く: with a purpose and words; the sender sees it, and the ledger has it. */
export async function openSender(
  ctx: Ctx,
  id: CommentId,
  purpose: Parameters<typeof noteOpening>[3],
  reason: string,
): Promise<CommentSender> {
  const comment = found(await commentById(ctx.db, id))
  const one = found(await caseById(ctx.db, comment.caseId))
  accept(permit(workflow, 'openSender', standing(ctx.actor, aboutCase(one)), one))
  const sealed = found(await sealedOf(ctx.db, 'voice_comment_sender', id))
  const person = JSON.parse(ctx.seal.open(sealed, sealedIn.sender.place(id))) as CommentSender
  const named = Object.entries(person).flatMap(([name, text]) => (text ? [name] : []))
  return ctx.record(async (tx) => {
    const { fact } = await noteOpening(tx, ctx, comment.receipt, purpose, reason, named)
    const { basis } = workflow.openSender
    const detail = { purpose, number: comment.number }
    return [person, { fact: 'voice.comment-sender-opened', subject: id, basis, detail }, fact]
  })
}
