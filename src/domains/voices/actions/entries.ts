import {
  cityMap,
  type DistrictId,
  districts,
  isInCity,
  readSpot,
  type Spot,
} from '#domains/districts/index.ts'
import { type PlainContact, readContact } from '#domains/residents/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, found, refuse } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import type { Typed } from '../forms/paper.ts'
import { type Batch, type BatchId, type EntryId, mostInBatch } from '../paper.ts'
import * as store from '../store/entries.ts'
import { sealedIn } from '../store/sealed.ts'
import { termsOn } from '../store/terms.ts'
import type { Original, Sender } from '../voice.ts'
import { standing, workflow } from '../workflow.ts'
import { type Received, receive, type Told } from './receive.ts'
import type { ScannedSheet } from './scans.ts'
import type { Seen } from './step.ts'
import { keepTyped, setAside } from './waiting.ts'

const { basis } = workflow.takeIn
/** The pages of paper and telephone are closed to everybody else, before anything is looked up. */
export const mayTakeIn = (ctx: Ctx): void => {
  accept(permit(workflow, 'takeIn', standing(ctx.actor), nothing))
}

/** 受け付けを始める: a sheet for each scan, and for each that lies on the desk without one. */
export async function begin(
  ctx: Ctx,
  { channel, receivedOn, isSingle }: Pick<Batch, 'channel' | 'receivedOn' | 'isSingle'>,
  sheets: readonly ScannedSheet[],
): Promise<BatchId> {
  mayTakeIn(ctx)
  if (receivedOn > localDate(ctx.now)) refuse('day-ahead', 'receivedOn')
  if (!sheets.length) refuse('no-sheets', 'files')
  if (sheets.length > mostInBatch) refuse('too-many-sheets', 'files')
  const id: BatchId = newId('vbt')
  return ctx.record(async (tx) => {
    const told = { begunAt: ctx.now, begunBy: ctx.actor.id }
    await store.insertBatch(tx, { id, channel, receivedOn, isSingle, ...told })
    for (const [at, scans] of sheets.entries()) await store.insertEntry(tx, id, at + 1, scans)
    const detail = { channel, sheets: sheets.length }
    return [id, { fact: 'voice.batch-begun', subject: id, basis, detail }]
  })
}

/** More sheets of the same box. */
export async function addSheets(
  ctx: Ctx,
  id: BatchId,
  sheets: readonly ScannedSheet[],
): Promise<void> {
  mayTakeIn(ctx)
  if (!sheets.length) refuse('no-sheets', 'files')
  await ctx.record(async (tx) => {
    const batch = found(await store.batchById(tx, id))
    const { all } = await store.countOf(tx, batch.id)
    if (all + sheets.length > mostInBatch) refuse('too-many-sheets', 'files')
    for (const [at, scans] of sheets.entries()) await store.insertEntry(tx, id, all + at + 1, scans)
    const detail = { channel: batch.channel, sheets: sheets.length }
    return [undefined, { fact: 'voice.batch-grown', subject: id, basis, detail }]
  })
}

export async function keepDraft(
  ctx: Ctx,
  seen: Seen<EntryId>,
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  mayTakeIn(ctx)
  await keepTyped(ctx, seen, typed, basis)
}

/** 白紙, ちらし: it is no voice, and why. */
export async function leaveOut(ctx: Ctx, seen: Seen<EntryId>, why: string): Promise<void> {
  mayTakeIn(ctx)
  await setAside(ctx, seen, why, basis)
}

/** Who it is and how they are reached, out of what was typed; the faults at their fields. */
export function personIn(typed: Typed): {
  readonly person: Sender
  readonly contact: PlainContact | null
  readonly faults: Readonly<Record<string, string>>
} {
  const { name, postcode, address, phone, mail } = typed
  const { contact, faults } = readContact({ ...typed, reach: typed.replyBy })
  return { person: { name, postcode, address, phone, mail }, contact, faults }
}

/** 地図の場所 as somebody typed it: two numbers, on the city's map where there is one. */
async function spotOf({ db }: Pick<Ctx, 'db'>, typed: string): Promise<Spot | undefined> {
  const spot = readSpot(typed)
  const map = await cityMap(db)
  if (!spot || (map && !isInCity(map, spot))) refuse('unknown-point', 'point')
  return spot
}

/** What was typed, as it is taken in. A district is one of the city's, or none. */
export async function toldOf(
  ctx: Pick<Ctx, 'db'>,
  typed: Typed,
): Promise<Omit<Told, 'channel' | 'receivedOn'>> {
  const { text, place, ageBand, language, sender, replyBy, mayPublish } = typed
  const { person, contact } = personIn(typed)
  const point = typed.point ? await spotOf(ctx, typed.point) : undefined
  const original: Original = { text, place, ...(point && { point }) }
  const known = typed.district ? await districts(ctx.db) : []
  const district = known.find(({ id }) => id === typed.district)?.id ?? null
  if (typed.district && !district) refuse('unknown-district', 'district')
  return {
    original,
    person,
    contact,
    ageBand,
    language,
    sender,
    replyBy,
    mayPublish: mayPublish === 'yes',
    district: district as DistrictId | null,
  }
}

/**
 * 受け付ける: the sheet becomes a voice, once, with its scans. The phrase waits under seal until the slip is handed
 * over; where the city wants a second person, the sheet waits for them.
 */
export async function take(ctx: Ctx, seen: Seen<EntryId>, typed: Typed): Promise<Received> {
  mayTakeIn(ctx)
  const entry = found(await store.entryById(ctx.db, seen.id))
  const batch = found(await store.batchById(ctx.db, entry.batch))
  const { channel, receivedOn } = batch
  const told = await toldOf(ctx, typed)
  return receive(ctx, { ...told, channel, receivedOn }, async (tx, { voice, phrase }) => {
    const { secondCheck } = await termsOn(tx, receivedOn)
    await store.changeWaiting(tx, seen, {
      state: 'taken',
      sealed: '',
      voice_id: voice.id,
      phrase: ctx.seal.seal(phrase, sealedIn.phrase.place(seen.id)),
      check_state: secondCheck ? 'wanted' : 'none',
      typed_by: ctx.actor.id,
      typed_at: ctx.now,
    })
    const scans = await store.scansOf(tx, seen.id)
    await store.giveScans(tx, scans, { voice: voice.id, at: ctx.now, by: ctx.actor.id })
    return []
  })
}
