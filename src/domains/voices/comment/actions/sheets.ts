import { noteOpening } from '#domains/residents/index.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, found, Refused, refuse } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import type { ScannedSheet } from '../../actions/scans.ts'
import { keepTyped, setAside } from '../../actions/waiting.ts'
import { type BatchId, type EntryId, mostInBatch } from '../../paper.ts'
import { changeWaiting, insertBatch, insertEntry } from '../../store/entries.ts'
import { wipePhrases } from '../../store/phrases.ts'
import { sealedIn } from '../../store/sealed.ts'
import { termsOn as voiceTermsOn } from '../../store/terms.ts'
import type { CaseId, CommentCase } from '../case.ts'
import type { Comment, CommentChannel, CommentSender } from '../comment.ts'
import { isInTime } from '../rules/period.ts'
import type { TakenSheet } from '../sheet.ts'
import { caseById } from '../store/cases.ts'
import { commentById } from '../store/comments.ts'
import { sheetById } from '../store/sheets.ts'
import { standing, workflow } from '../workflow.ts'
import { type Handed, type HandedIn, handIn } from './hand.ts'
import { senderOf } from './sender.ts'
import { aboutCase, type Seen } from './step.ts'

const { basis } = workflow.takeIn
type SeenSheet = Omit<Seen, 'id'> & { readonly id: EntryId }

export const mayTakeIn = (ctx: Ctx, one: CommentCase): void =>
  void accept(permit(workflow, 'takeIn', standing(ctx.actor, aboutCase(one)), one))

/** The case of a sheet, for whoever takes its papers in. */
export async function takingFor(ctx: Ctx, { id }: SeenSheet): Promise<CommentCase> {
  const sheet = found(await sheetById(ctx.db, id))
  const one = found(await caseById(ctx.db, sheet.caseId))
  mayTakeIn(ctx, one)
  return one
}

export interface Begun {
  readonly channel: CommentChannel
  readonly receivedOn: IsoDate
}

/** 届いた紙を入れる: a sheet for each scan, or one without; only what reached the city in time. */
export async function beginSheets(
  ctx: Ctx,
  id: CaseId,
  { channel, receivedOn }: Begun,
  scanned: readonly ScannedSheet[],
): Promise<BatchId> {
  if (receivedOn > localDate(ctx.now)) refuse('day-ahead', 'receivedOn')
  if (scanned.length > mostInBatch) refuse('too-many-sheets', 'files')
  const batch: BatchId = newId('vbt')
  return ctx.record(async (tx) => {
    const one = found(await caseById(tx, id))
    mayTakeIn(ctx, one)
    if (!isInTime(receivedOn, one)) refuse('comment-out-of-time', 'receivedOn')
    const told = { begunAt: ctx.now, begunBy: ctx.actor.id, isSingle: scanned.length < 2 }
    await insertBatch(tx, { id: batch, channel, receivedOn, caseId: id, ...told })
    for (const [at, scans] of scanned.entries()) await insertEntry(tx, batch, at + 1, scans)
    const detail = { channel, sheets: scanned.length, case: one.number }
    return [batch, { fact: 'voice.batch-begun', subject: batch, basis, detail }]
  })
}

export async function keepSheet(
  ctx: Ctx,
  seen: SeenSheet,
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  await takingFor(ctx, seen)
  await keepTyped(ctx, seen, typed, basis)
}

export async function leaveSheetOut(ctx: Ctx, seen: SeenSheet, why: string): Promise<void> {
  await takingFor(ctx, seen)
  await setAside(ctx, seen, why, basis)
}

/** 受け付ける: the sheet becomes a comment, once; a second person looks at it where the city wants that. */
export async function takeSheet(
  ctx: Ctx,
  seen: SeenSheet,
  typed: Omit<Handed, 'channel' | 'receivedOn'>,
): Promise<HandedIn> {
  const { caseId, channel, receivedOn } = found(await sheetById(ctx.db, seen.id))
  return handIn(ctx, caseId, { ...typed, channel, receivedOn }, async (tx, { comment, phrase }) => {
    const { secondCheck } = await voiceTermsOn(tx, receivedOn)
    await changeWaiting(tx, seen, {
      state: 'taken',
      sealed: '',
      comment_id: comment.id,
      phrase: ctx.seal.seal(phrase, sealedIn.phrase.place(seen.id)),
      check_state: secondCheck ? 'wanted' : 'none',
      typed_by: ctx.actor.id,
      typed_at: ctx.now,
    })
    return []
  })
}

export interface CommentSlip {
  readonly comment: Comment
  readonly person: CommentSender
  readonly phrase: string
}

/** 合言葉, as long as the slip has not been handed over. */
export const phraseOf = (ctx: Pick<Ctx, 'seal'>, sheet: TakenSheet): string =>
  sheet.phrase && ctx.seal.open(sheet.phrase, sealedIn.phrase.place(sheet.id))

/** 控え with the address in its window: the sender sees that it was opened. */
export async function openSlip(ctx: Ctx, sheet: TakenSheet): Promise<CommentSlip> {
  await takingFor(ctx, sheet)
  const phrase = phraseOf(ctx, sheet)
  if (!phrase) throw new Refused({ kind: 'not-found' })
  const comment = found(await commentById(ctx.db, sheet.comment))
  const person = await senderOf(ctx, sheet.comment)
  const slip = { comment, person, phrase }
  if (!person.name && !person.address) return slip
  return ctx.record(async (tx) => {
    const { receipt, number } = comment
    const { fact } = await noteOpening(tx, ctx, receipt, 'letter', number, ['letter'])
    const detail = { slips: 1, number }
    return [slip, { fact: 'voice.slips-opened', subject: comment.id, basis, detail }, fact]
  })
}

/** 控えを渡した: from here on nobody here knows the phrase. */
export async function handSlipOver(ctx: Ctx, sheet: TakenSheet): Promise<void> {
  await takingFor(ctx, sheet)
  await ctx.record(async (tx) => {
    await wipePhrases(tx, [sheet.id])
    return [undefined, { fact: 'voice.acknowledged', subject: sheet.comment, basis }]
  })
}
