import { noteOpening, residentAddresses } from '#domains/residents/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import type { Point } from '../point.ts'
import { type Dispatch, mostLetters } from '../post.ts'
import { pointsOf } from '../store/points.ts'
import * as store from '../store/post.ts'
import { sealedIn } from '../store/sealed.ts'
import { termsOn } from '../store/terms.ts'
import { voiceById } from '../store/voices.ts'
import type { VoiceTerms } from '../terms.ts'
import type { Original, Sender, Voice, VoiceId } from '../voice.ts'
import { standing, workflow } from '../workflow.ts'
import { openedOf } from './opened.ts'
import { senderOf } from './sender.ts'

const { basis } = workflow.dispatch
const replied = { state: 'replied' } as const

/** Letters and calls are of the secretariat; refused before anything is looked up. */
export const mayDispatch = (ctx: Ctx): void => {
  accept(permit(workflow, 'dispatch', standing(ctx.actor), replied))
}

/**
 * What a reply leaves to be posted: a letter, a call, or a mail whose address nobody has proven. Whoever's voice
 * was joined to this one hears for themself.
 */
export async function queueReply(
  tx: Writer,
  ctx: Pick<Ctx, 'seal' | 'now'>,
  voice: Pick<Voice, 'id' | 'receipt' | 'replyBy'>,
): Promise<void> {
  for (const one of [voice, ...(await store.joinedVoices(tx, voice.id))])
    await queueOne(tx, ctx, one)
}

async function queueOne(
  tx: Writer,
  { seal, now }: Pick<Ctx, 'seal' | 'now'>,
  { id, receipt, replyBy }: Pick<Voice, 'id' | 'receipt' | 'replyBy'>,
): Promise<void> {
  if (replyBy === 'none') return
  if (replyBy === 'mail') {
    const book = await residentAddresses(tx, seal, [receipt])
    if (book.get(receipt)?.email) return
  }
  await store.insertDispatch(tx, id, replyBy, now)
}

/** An answer as its sender gets it: the voice, their words beside the city's. */
export interface Answered {
  readonly dispatch: Dispatch
  readonly voice: Voice
  readonly person: Sender
  readonly original: Original
  readonly points: readonly Point[]
  readonly terms: VoiceTerms
}

async function answered(ctx: Ctx, dispatch: Dispatch): Promise<Answered> {
  const voice = found(await voiceById(ctx.db, dispatch.voice))
  const points = await pointsOf(ctx.db, voice.state === 'joined' ? voice.into : voice.id)
  const terms = await termsOn(ctx.db, voice.receivedOn)
  return { dispatch, voice, points, terms, ...(await openedOf(ctx, voice)) }
}

const isAddressed = ({ name, address }: Sender): boolean => Boolean(name && address)

/** Letters that cannot be printed, by their voices. Nobody sees a name for it: only that one is missing is said. */
export async function unaddressed(
  ctx: Ctx,
  letters: readonly Dispatch[],
): Promise<ReadonlySet<VoiceId>> {
  mayDispatch(ctx)
  const without = new Set<VoiceId>()
  for (const { voice: id, printedAt } of letters) {
    if (printedAt) continue
    if (!isAddressed(await senderOf(ctx, id))) without.add(id)
  }
  return without
}

/**
 * Opens names and addresses of a day's letters, to be printed: recorded for each, and seen by each. A letter
 * without an address is left in the list. Refused when the list is not as long any more as it was `seen`.
 */
export async function openLetters(ctx: Ctx, seen: number): Promise<readonly Answered[]> {
  mayDispatch(ctx)
  const waiting = await store.waitingToSend(ctx.db, 'letter', mostLetters)
  if (!waiting.length) accept(no({ kind: 'refused', reason: 'no-letters' }))
  if (waiting.length !== seen) accept(no({ kind: 'refused', reason: 'letters-changed' }))
  const all: Answered[] = []
  for (const one of waiting) all.push(await answered(ctx, one))
  const letters = all.filter(({ person }) => isAddressed(person))
  return ctx.record(async (tx) => {
    const facts: Fact[] = []
    for (const { voice } of letters)
      facts.push(
        (await noteOpening(tx, ctx, voice.receipt, 'letter', voice.number, ['letter'])).fact,
      )
    const ids = letters.map(({ voice }) => voice.id)
    await store.setPrinted(tx, ids, { at: ctx.now, by: ctx.actor.id })
    const detail = { purpose: 'letter', letters: letters.length }
    return [letters, { fact: 'voice.letters-opened', subject: 'voice', basis, detail }, ...facts]
  })
}

/** 投かんした: those that were printed lie in the letter box. */
export async function markPosted(ctx: Ctx, seen: number): Promise<number> {
  mayDispatch(ctx)
  const printed = (await store.waitingToSend(ctx.db, 'letter', mostLetters)).filter(
    ({ printedAt }) => printedAt,
  )
  if (!printed.length) accept(no({ kind: 'refused', reason: 'not-printed' }))
  if (printed.length !== seen) accept(no({ kind: 'refused', reason: 'letters-changed' }))
  return ctx.record(async (tx) => {
    const told = { at: ctx.now, by: ctx.actor.id, sealed: '' }
    const ids = printed.map(({ voice }) => voice)
    const letters = await store.setSent(tx, ids, told)
    const facts = ids.map(
      (subject): Fact => ({ fact: 'voice.answer-sent', subject, basis, detail: { way: 'letter' } }),
    )
    const detail = { letters }
    return [letters, { fact: 'voice.letters-posted', subject: 'voice', basis, detail }, ...facts]
  })
}

/** Opens name and number of one who is to be called, with what there is to say: also where a letter has no address. */
export async function openCall(ctx: Ctx, id: VoiceId): Promise<Answered> {
  mayDispatch(ctx)
  const dispatch = found(await store.dispatchOf(ctx.db, id))
  const whole = await answered(ctx, dispatch)
  const isLetter = dispatch.way === 'letter' && isAddressed(whole.person)
  if (dispatch.doneAt || isLetter) accept(no({ kind: 'not-found' }))
  return ctx.record(async (tx) => {
    const { receipt, number } = whole.voice
    const { fact } = await noteOpening(tx, ctx, receipt, 'reply', number, ['phone'])
    const detail = { purpose: 'reply' }
    return [whole, { fact: 'voice.sender-opened', subject: id, basis, detail }, fact]
  })
}

/** 電話した: with what came of it, under seal. */
export async function markCalled(ctx: Ctx, id: VoiceId, note: string): Promise<void> {
  mayDispatch(ctx)
  const { way } = found(await store.dispatchOf(ctx.db, id))
  await ctx.record(async (tx) => {
    const text = note.trim()
    const sealed = text && ctx.seal.seal(text, sealedIn.dispatch.place(id))
    const done = await store.setSent(tx, [id], { at: ctx.now, by: ctx.actor.id, sealed })
    if (!done) accept(no({ kind: 'stale' }))
    return [undefined, { fact: 'voice.answer-sent', subject: id, basis, detail: { way } }]
  })
}
