import { replaceContact } from '#domains/residents/index.ts'
import type { Ctx } from '#platform/context.ts'
import { accept, found, no, refuse } from '#platform/result.ts'
import { personMark, sealFor } from '../../actions/arrival.ts'
import type { EntryId } from '../../paper.ts'
import { setChecked } from '../../store/entries.ts'
import type { Comment, CommentOriginal, CommentSender, Opinion } from '../comment.ts'
import type { Sheet, TakenSheet } from '../sheet.ts'
import {
  changeComment,
  commentById,
  opinionsOf,
  putSealed,
  updateOpinion,
} from '../store/comments.ts'
import { sealedIn } from '../store/sealed.ts'
import { sheetById } from '../store/sheets.ts'
import { workflow } from '../workflow.ts'
import { type Handed, mustBeWhole } from './hand.ts'
import { originalOf, senderOf } from './sender.ts'
import { takingFor } from './sheets.ts'

const { basis } = workflow.takeIn

/** 二人目: who typed it does not check it, and what is checked is not checked again. */
function mayCheck(ctx: Ctx, sheet: Sheet | undefined): TakenSheet {
  const taken = found(sheet?.state === 'taken' && sheet.check === 'wanted' ? sheet : undefined)
  if (taken.typedBy === ctx.actor.id) accept(no({ kind: 'not-allowed', action: 'takeIn', basis }))
  return taken
}

/** What a second person looks at: the sheet, and what was typed from it. */
export interface ToCompare {
  readonly sheet: TakenSheet
  readonly comment: Comment
  readonly original: CommentOriginal
  readonly person: CommentSender
  readonly opinion: Opinion
}

async function comparing(ctx: Ctx, id: EntryId) {
  const sheet = mayCheck(ctx, await sheetById(ctx.db, id))
  const one = await takingFor(ctx, sheet)
  const rows = await opinionsOf(ctx.db, one.id)
  const own = rows.filter(({ comment }) => comment === sheet.comment)
  return { sheet, one, own, opinion: found(own[0]) }
}

/** Once somebody has begun to answer, what was typed is only confirmed. */
const isUntouched = (own: readonly Opinion[]) => own.length === 1 && own.every(({ gist }) => !gist)

/** Opens what was typed, name and address with it: recorded, because somebody else reads it now. */
export async function openToCompare(
  ctx: Ctx,
  id: EntryId,
): Promise<ToCompare & { readonly mayCorrect: boolean }> {
  const { sheet, own, opinion } = await comparing(ctx, id)
  const comment = found(await commentById(ctx.db, sheet.comment))
  const original = await originalOf(ctx, sheet.comment)
  const person = await senderOf(ctx, sheet.comment)
  const shown = { sheet, comment, original, person, opinion, mayCorrect: isUntouched(own) }
  const detail = { purpose: 'check', number: sheet.number }
  return ctx.record(async () => [
    shown,
    { fact: 'voice.comment-sender-opened', subject: sheet.comment, basis, detail },
  ])
}

/** 確認した: it says what the paper says. */
export async function confirmSheet(
  ctx: Ctx,
  seen: { readonly id: EntryId; readonly version: number },
): Promise<void> {
  const { sheet } = await comparing(ctx, seen.id)
  await ctx.record(async (tx) => {
    await setChecked(tx, seen, 'confirmed', { by: ctx.actor.id, at: ctx.now })
    return [undefined, { fact: 'voice.checked', subject: sheet.comment, basis }]
  })
}

/** 直す: what was typed wrong is typed anew, as long as nobody has begun to answer it. */
export async function correctSheet(
  ctx: Ctx,
  seen: { readonly id: EntryId; readonly version: number },
  typed: Omit<Handed, 'channel' | 'receivedOn'>,
): Promise<void> {
  const { sheet, one, own, opinion } = await comparing(ctx, seen.id)
  if (!isUntouched(own)) refuse('comment-answered-already', 'text')
  const { original, person, contact, passage, tie, language } = typed
  await ctx.record(async (tx) => {
    await mustBeWhole(tx, one, typed)
    const comment = found(await commentById(tx, sheet.comment))
    const { id } = comment
    await changeComment(tx, { ...comment, tie, language }, personMark(ctx, person))
    await putSealed(
      tx,
      'voice_comment_original',
      id,
      sealFor(ctx, sealedIn.original.place(id), original),
    )
    await putSealed(tx, 'voice_comment_sender', id, sealFor(ctx, sealedIn.sender.place(id), person))
    await updateOpinion(tx, { ...opinion, passage, place: original.place })
    await replaceContact(tx, ctx, comment.receipt, contact)
    await setChecked(tx, seen, 'corrected', { by: ctx.actor.id, at: ctx.now })
    return [undefined, { fact: 'voice.corrected', subject: id, basis }]
  })
}
