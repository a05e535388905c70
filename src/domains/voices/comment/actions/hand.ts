import type { PlainContact, Receipt, Tongue } from '#domains/residents/index.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, refuse } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { openNumber, personMark, sealFor, takerIn } from '../../actions/arrival.ts'
import { type Once, onceFrom, type Sent, sendOnce, sentBefore } from '../../actions/once.ts'
import { mustNotBeStopped } from '../../actions/stopped.ts'
import type { CaseId, CommentCase } from '../case.ts'
import {
  type Comment,
  type CommentChannel,
  type CommentId,
  type CommentOriginal,
  type CommentSender,
  commentAct,
  longestComment,
  type Tie,
} from '../comment.ts'
import { isInTime } from '../rules/period.ts'
import { caseById, passagesOf } from '../store/cases.ts'
import { commentById, insertComment, insertOpinion, putSealed } from '../store/comments.ts'
import { sealedIn } from '../store/sealed.ts'
import { termsOn } from '../store/terms.ts'
import { standing, workflow } from '../workflow.ts'
import { aboutCase } from './step.ts'

/** What somebody hands in, as the form or a colleague gives it. */
export interface Handed {
  readonly channel: CommentChannel
  /** The day it reached the city. */
  readonly receivedOn: IsoDate
  readonly language: Tongue
  readonly tie: Tie
  readonly passage: number | null
  readonly original: CommentOriginal
  readonly person: CommentSender
  readonly contact: PlainContact | null
}

export interface HandedIn {
  readonly comment: Comment
  readonly receipt: Receipt
  /** 合言葉: said once, now. */
  readonly phrase: string
}

/** What the way in keeps beside the comment, in its transaction; answers with the facts of it. */
type Beside = (tx: Writer, handed: HandedIn) => Promise<readonly Fact[]>

/** 送る: a form that comes twice (a second press, a line that broke) is one comment, with the same phrase. */
export function sendIn(ctx: Ctx, id: CaseId, handed: Handed, form: string): Promise<Sent> {
  const { receivedOn: _, ...kept } = handed
  const once = form ? onceFrom(ctx, 'vcm', 'voice.comment', [form, id, kept]) : undefined
  return sendOnce(
    ctx,
    once,
    (comment) => commentById(ctx.db, comment),
    () => handIn(ctx, id, handed, undefined, once),
  )
}

/** 意見を出す: in time, with a number and a phrase; what it says and who says it lie sealed, apart. */
export async function handIn(
  ctx: Ctx,
  id: CaseId,
  handed: Handed,
  beside?: Beside,
  once?: Once<'vcm'>,
): Promise<HandedIn> {
  const action = handed.channel === 'web' ? 'hand' : 'takeIn'
  const before = found(await caseById(ctx.db, id))
  mayHandIn(ctx, action, before, handed)
  const mark = personMark(ctx, handed.person)
  if (handed.channel === 'web') await mustNotBeStopped(ctx, handed)
  return ctx.record(async (tx) => {
    const one = found(await caseById(tx, id))
    mayHandIn(ctx, action, one, handed)
    const comment: CommentId = once?.id ?? newId('vcm')
    if (once && (await commentById(tx, comment))) refuse(sentBefore, 'form')
    const { person, original, passage, contact } = handed
    await mustBeWhole(tx, one, handed)
    const { receipt, phrase, fact } = await openNumber(tx, ctx, {
      act: commentAct,
      subject: comment,
      channel: handed.channel,
      language: handed.language,
      contact,
      isProven: handed.channel === 'mail',
      phrase: once?.phrase,
    })
    const kept: Comment = {
      id: comment,
      caseId: id,
      receipt: receipt.id,
      number: receipt.number,
      channel: handed.channel,
      receivedOn: handed.receivedOn,
      takenAt: ctx.now,
      takenBy: takerIn(ctx),
      language: handed.language,
      tie: handed.tie,
    }
    await insertComment(tx, kept, mark)
    const sealed = (column: keyof typeof sealedIn, what: object) =>
      sealFor(ctx, sealedIn[column].place(comment), what)
    await putSealed(tx, 'voice_comment_original', comment, sealed('original', original))
    await putSealed(tx, 'voice_comment_sender', comment, sealed('sender', person))
    await insertOpinion(tx, {
      id: newId('vco'),
      caseId: id,
      comment,
      passage,
      place: original.place,
      gist: '',
      category: '',
      cityView: '',
      changed: '',
      sameAs: null,
    })
    const { basis } = workflow[action]
    const detail = { case: one.number, number: receipt.number, channel: handed.channel }
    const done = { comment: kept, receipt, phrase }
    const more = (await beside?.(tx, done)) ?? []
    return [
      done,
      { fact: 'voice.comment-handed-in', subject: comment, basis, detail },
      fact,
      ...more,
    ]
  })
}

/** Who it is, where the city asks for it, and a paragraph that there is. */
export async function mustBeWhole(
  tx: Reader,
  one: CommentCase,
  { person, passage }: Pick<Handed, 'person' | 'passage'>,
): Promise<void> {
  const { asksName } = await termsOn(tx, one.opensOn)
  if (asksName && !person.name) refuse('comment-name-needed', 'name')
  if (asksName && !person.address) refuse('comment-address-needed', 'address')
  if (passage === null) return
  const draft = await passagesOf(tx, one.id, 'draft')
  if (!draft.some(({ no }) => no === passage)) refuse('comment-no-passage', 'place')
}

function mayHandIn(
  ctx: Ctx,
  action: 'hand' | 'takeIn',
  one: CommentCase,
  { receivedOn, original }: Handed,
): void {
  accept(permit(workflow, action, standing(ctx.actor, aboutCase(one)), one))
  if (receivedOn > localDate(ctx.now)) refuse('day-ahead', 'receivedOn')
  // The clock may be a few minutes late with closing: the day decides.
  if (!isInTime(receivedOn, one)) refuse('comment-out-of-time', 'receivedOn')
  if (!original.text.trim()) refuse('text-empty', 'text')
  if ([...original.text].length > longestComment) refuse('text-too-long', 'text')
}
