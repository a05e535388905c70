import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { Block } from '#platform/document.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { permit } from '#platform/workflow.ts'
import { letterOf, type Told } from '../files.ts'
import type { Address, BatchId, Delivery, Notice, NoticeId, RecipientId } from '../notice.ts'
import { dropAll } from '../store/deliveries.ts'
import * as store from '../store/letters.ts'
import { noticesById, wipeSecret } from '../store/notices.ts'
import { terms } from '../terms.ts'
import { type NoticeAction, standing, workflow } from '../workflow.ts'
import { mayReadOutbox } from './outbox.ts'
import { type PostRoom, saidOf } from './room.ts'

/** What printing needs beside the database. */
export interface LetterRoom extends Pick<PostRoom, 'kinds' | 'addresses' | 'origin'> {
  /** Tells the person that their address was opened, where their chapter keeps such a list. */
  readonly opened?: (tx: Writer, ctx: Ctx, whose: RecipientId, why: string) => Promise<Fact[]>
}

const may = (ctx: Ctx, action: NoticeAction, of: { readonly state: string }) =>
  accept(permit(workflow, action, standing(ctx.actor), of))

/** Puts letters together that wait, of one kind or of all: one batch for the printer. Opens no address. */
export async function gather(ctx: Ctx, kind: string | null): Promise<BatchId> {
  may(ctx, 'gather', { state: 'waiting' })
  return ctx.record(async (tx) => {
    const letters = await store.lockLetters(tx, kind, terms.letters)
    if (!letters.length) accept(no({ kind: 'refused', reason: 'no-letters' }))
    const id: BatchId = newId('lb')
    await store.gatherLetters(
      tx,
      letters.map((one) => one.id),
      id,
    )
    const detail = { count: letters.length, ...(kind !== null && { kind }) }
    const { basis } = workflow.gather
    return [id, { fact: 'notices.letters-gathered', subject: id, basis, detail }]
  })
}

/** Letters as they go to the printer, and how many could not be made. */
export interface Opened {
  readonly letters: readonly Block[]
  readonly left: number
}

/**
 * Opens the addresses of a batch and makes its letters: each time recorded, with what for. Once it is sent
 * it takes a reason. What has no address any more, is too late or has no words is set aside and counted.
 */
export async function openLetters(
  ctx: Ctx,
  room: LetterRoom,
  batch: string,
  reason = '',
): Promise<Opened> {
  mayReadOutbox(ctx)
  return ctx.record(async (tx) => {
    const { state, deliveries } = await batchIn(tx, batch)
    const again = state === 'sent' && reason.trim() !== ''
    may(ctx, again ? 'reprint' : 'print', { state })
    const { parcels, lost } = await parted(tx, ctx, room, deliveries)
    const facts: Fact[] = []
    if (!again) facts.push(...(await setAside(tx, lost, ctx.now)))
    await store.countOpening(tx, batch, ctx.now)
    const site = await siteProfile(tx)
    const letters: Block[] = []
    for (const { to, address, told } of parcels) {
      const writing = { site, origin: room.origin, to: address }
      letters.push(letterOf(told, writing, ctx.now))
      facts.push(...((await room.opened?.(tx, ctx, to, reason)) ?? []))
    }
    const fact: Fact = {
      fact: 'notices.letters-opened',
      subject: batch,
      basis: workflow.print.basis,
      detail: {
        purpose: again ? 'reprint' : 'print',
        letters: letters.length,
        ...(again && { reason: reason.trim() }),
      },
    }
    return [{ letters, left: lost.length }, fact, ...facts]
  })
}

/** They lie in their envelopes. A second time is refused: the batch is sent. */
export async function markPrinted(ctx: Ctx, batch: string): Promise<void> {
  mayReadOutbox(ctx)
  await ctx.record(async (tx) => {
    const { state, deliveries } = await batchIn(tx, batch)
    may(ctx, 'markPrinted', { state })
    if (deliveries.some(({ attempts }) => attempts === 0))
      accept(no({ kind: 'refused', reason: 'not-printed' }))
    const count = await store.markLettersSent(tx, batch, ctx.now)
    await wipeSecret(
      tx,
      deliveries.map(({ noticeId }) => noticeId),
    )
    const { basis } = workflow.markPrinted
    return [undefined, { fact: 'notices.letters-sent', subject: batch, basis, detail: { count } }]
  })
}

/** Gives the letters of a batch back to those that wait. */
export async function putBack(ctx: Ctx, batch: string): Promise<void> {
  mayReadOutbox(ctx)
  await ctx.record(async (tx) => {
    const { state, deliveries } = await batchIn(tx, batch)
    may(ctx, 'putBack', { state })
    await store.putLettersBack(tx, batch)
    const detail = { count: deliveries.length }
    const { basis } = workflow.putBack
    return [undefined, { fact: 'notices.letters-put-back', subject: batch, basis, detail }]
  })
}

async function batchIn(tx: Writer, batch: string) {
  const deliveries = await store.lockBatch(tx, batch)
  const { state } = found(deliveries.find((one) => one.state === 'waiting') ?? deliveries[0])
  return { state, deliveries: deliveries.filter((one) => one.state === state) }
}

interface Parcel {
  readonly to: RecipientId
  readonly address: Address
  readonly told: readonly Told[]
}
interface Lost {
  readonly delivery: Delivery
  readonly why: 'too-late' | 'no-address' | 'no-words'
}

/** One letter a person, with all that this batch has for them. */
async function parted(tx: Writer, ctx: Ctx, room: LetterRoom, deliveries: readonly Delivery[]) {
  const notices = await noticesById(tx, [...new Set(deliveries.map((d) => d.noticeId))])
  const people = Map.groupBy(deliveries, (d) => d.recipientId)
  const book = await room.addresses(tx, ctx.seal, [...people.keys()])
  const parcels: Parcel[] = []
  const lost: Lost[] = []
  for (const [to, of] of people) {
    const known = book.get(to)
    // The fonts of our letters have no Korean: the same in easy Japanese, which has its readings.
    const address = known?.locale === 'ko' ? { ...known, locale: 'easy' as const } : known
    const told: Told[] = []
    for (const delivery of of) {
      const one = toldOf(ctx, room, notices, delivery, address)
      if (typeof one === 'string') lost.push({ delivery, why: one })
      else told.push(one)
    }
    if (address && told.length) parcels.push({ to, address, told })
  }
  return { parcels, lost }
}

function toldOf(
  ctx: Ctx,
  room: LetterRoom,
  notices: ReadonlyMap<NoticeId, Notice>,
  delivery: Delivery,
  address: Address | undefined,
): Told | Lost['why'] {
  if (!address?.letter?.length) return 'no-address'
  const notice = notices.get(delivery.noticeId)
  if (notice?.expiresAt && notice.expiresAt <= ctx.now) return 'too-late'
  const kind = notice && room.kinds.get(notice.kind)
  const said = notice && kind ? saidOf(notice, kind.secret === true, ctx.seal) : null
  if (!notice || !kind || !said) return 'no-words'
  return { notice, words: kind.words(address.locale, said) }
}

async function setAside(tx: Writer, lost: readonly Lost[], now: Date): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const [reason, of] of Map.groupBy(lost, ({ why }) => why)) {
    const ids = of.map(({ delivery }) => delivery.id)
    await dropAll(tx, ids, reason, now)
    await wipeSecret(
      tx,
      of.map(({ delivery }) => delivery.noticeId),
    )
    const detail = { reason, count: of.length }
    facts.push({ fact: 'notices.dropped', subject: 'notices', basis: workflow.send.basis, detail })
  }
  return facts
}
