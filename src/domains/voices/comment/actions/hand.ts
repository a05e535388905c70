import {
  openReceipt,
  type PlainContact,
  type Receipt,
  type Tongue,
} from '#domains/residents/index.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, found } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { bare } from '../../rules/bare.ts'
import type { CaseId, CommentCase } from '../case.ts'
import {
  type Comment,
  type CommentChannel,
  type CommentOriginal,
  type CommentSender,
  commentAct,
  longestComment,
  type Tie,
} from '../comment.ts'
import { isInTime } from '../rules/period.ts'
import { caseById, passagesOf } from '../store/cases.ts'
import { insertComment, insertOpinion, putSealed } from '../store/comments.ts'
import { sealedIn } from '../store/sealed.ts'
import { termsOn } from '../store/terms.ts'
import { standing, workflow } from '../workflow.ts'
import { refuse } from './cases.ts'
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

/** As the receipt knows its ways in. */
const receiptChannel = {
  web: 'web',
  mail: 'web',
  letter: 'letter',
  fax: 'letter',
  box: 'letter',
  counter: 'counter',
} as const satisfies Record<CommentChannel, Receipt['channel']>

/** The same person is found again by name and address; without either, nobody can be told from anybody. */
const senderMark = (ctx: Ctx, { name, address }: CommentSender) =>
  name || address ? ctx.seal.mark(`${bare(name)} ${bare(address)}`, 'voice.comment-sender') : null

/** 意見を出す: in time, with a number and a phrase; what it says and who says it lie sealed, apart. */
export async function handIn(ctx: Ctx, id: CaseId, handed: Handed): Promise<HandedIn> {
  const action = handed.channel === 'web' ? 'hand' : 'takeIn'
  const before = found(await caseById(ctx.db, id))
  mayHandIn(ctx, action, before, handed)
  return ctx.record(async (tx) => {
    const one = found(await caseById(tx, id))
    mayHandIn(ctx, action, one, handed)
    const { asksName } = await termsOn(tx, one.opensOn)
    const { person, original, passage, contact } = handed
    if (asksName && !person.name) refuse('comment-name-needed', 'name')
    if (asksName && !person.address) refuse('comment-address-needed', 'address')
    const draft = await passagesOf(tx, id, 'draft')
    if (passage !== null && !draft.some(({ no }) => no === passage))
      refuse('comment-no-passage', 'place')
    const comment = newId('vcm')
    const { receipt, phrase, fact } = await openReceipt(tx, ctx, {
      act: commentAct,
      subject: comment,
      channel: receiptChannel[handed.channel],
      locale: handed.language,
      contact,
      isProven: handed.channel === 'mail',
    })
    const kept: Comment = {
      id: comment,
      caseId: id,
      receipt: receipt.id,
      number: receipt.number,
      channel: handed.channel,
      receivedOn: handed.receivedOn,
      takenAt: ctx.now,
      takenBy: ctx.actor.id.startsWith('per_') ? ctx.actor.id : null,
      language: handed.language,
      tie: handed.tie,
    }
    await insertComment(tx, kept, senderMark(ctx, person))
    const sealed = (column: keyof typeof sealedIn, what: object) =>
      ctx.seal.seal(JSON.stringify(what), sealedIn[column].place(comment))
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
    return [
      { comment: kept, receipt, phrase },
      { fact: 'voice.comment-handed-in', subject: comment, basis, detail },
      fact,
    ]
  })
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
