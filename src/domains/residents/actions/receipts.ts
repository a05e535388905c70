import { fiscalYearOf, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, no } from '#platform/result.ts'
import { sameToken } from '#platform/web.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { newPhrase, plainPhrase } from '../phrase.ts'
import {
  type Act,
  type Channel,
  type Receipt,
  readReceiptNumber,
  receiptNumber,
} from '../receipt.ts'
import type { Tongue } from '../resident.ts'
import type { PlainContact } from '../rules.ts'
import * as contacts from '../store/contacts.ts'
import * as store from '../store/receipts.ts'
import { sealedIn } from '../store/sealed.ts'
import { terms } from '../terms.ts'
import { standing, workflow } from '../workflow.ts'
import { mayDo, type Way } from './behalf.ts'
import { sendCode, withCode } from './codes.ts'
import { keepContact } from './contacts.ts'

const { basis } = workflow.receive

export interface Opening {
  readonly act: Pick<Act, 'name' | 'letter'>
  readonly subject: string
  readonly channel: Channel
  readonly locale: Tongue
  readonly contact: PlainContact | null
  /** What it came by shows that it is theirs: a mail from that address. Without it a code has to come back. */
  readonly isProven?: boolean
  /** Where the caller must be able to say it again (`phraseFrom`); drawn otherwise. */
  readonly phrase?: string
}
export interface Opened {
  readonly receipt: Receipt
  /** Said once, now; from here on only its keyed hash is known. */
  readonly phrase: string
  /** For the caller's `record`. */
  readonly fact: Fact
}

const phraseMark = (ctx: Pick<Ctx, 'seal'>, id: string, phrase: string) =>
  ctx.seal.mark(plainPhrase(phrase), `resident.receipt:${id}`)

/** 受け付ける, within the transaction of whichever chapter took something in. */
export async function openReceipt(
  tx: Writer,
  ctx: Ctx,
  { act, subject, channel, locale, contact, isProven = false, phrase = newPhrase() }: Opening,
): Promise<Opened> {
  const id = newId('rcp')
  const year = fiscalYearOf(localDate(ctx.now))
  const serial = await store.nextSerial(tx, act.name, year)
  const number = receiptNumber(act.letter, year, serial)
  const resident = ctx.actor.id.startsWith('res_') ? (ctx.actor.id as Receipt['resident']) : null
  const reach = contact?.kind ?? 'none'
  const receipt: Receipt = {
    id,
    version: 1,
    number,
    act: act.name,
    year,
    serial,
    subject,
    channel,
    reach,
    locale,
    resident,
    at: ctx.now,
    endedAt: null,
  }
  const takenBy = ctx.actor.id.startsWith('per_') ? ctx.actor.id : null
  await store.insertReceipt(tx, receipt, phraseMark(ctx, id, phrase), takenBy)
  if (contact) await keepContact(tx, ctx, id, contact, isProven)
  const detail = { number, act: act.name, channel, reach }
  return { receipt, phrase, fact: { fact: 'resident.receipt-opened', subject: id, basis, detail } }
}

export const followAct = { name: 'follow', letter: 'F' } as const

export interface Followed extends Opened {
  /** The code that was sent, where a mail has to be confirmed. */
  readonly code: string | null
}

/** 計画のお知らせを頼む: a plan or one item of it. Staff take it down at the counter or on the telephone. */
export async function follow(ctx: Ctx, asked: Omit<Opening, 'act'>): Promise<Followed> {
  const stands = standing(ctx.actor)
  accept(permit(workflow, 'receive', stands, nothing))
  if (asked.channel !== 'web' && !stands.has('counter'))
    accept(no({ kind: 'not-allowed', action: 'receive', basis }))
  return ctx.record(async (tx) => {
    const opened = await openReceipt(tx, ctx, { ...asked, act: followAct })
    await store.insertFollow(tx, newId('fol'), opened.receipt.id, asked.subject)
    const { contact, locale } = asked
    const wanted = contact?.kind === 'mail' && asked.channel === 'web'
    const code = wanted
      ? await sendCode(tx, ctx, {
          act: 'confirm-contact',
          subject: opened.receipt.id,
          mail: contact.text,
          locale,
        })
      : null
    return [
      { ...opened, code },
      opened.fact,
      {
        fact: 'resident.follow-begun',
        subject: asked.subject,
        basis,
        detail: { receipt: opened.receipt.id },
      },
    ]
  })
}

/**
 * 番号と合言葉. The same answer for a number that does not exist, a wrong phrase, and a day with too many of
 * them; both are needed, in full.
 */
export async function enterReceipt(ctx: Ctx, number: string, phrase: string): Promise<Receipt> {
  const today = localDate(ctx.now)
  const found = await store.receiptNumbered(ctx.db, readReceiptNumber(number) ?? '', today)
  const given = phraseMark(ctx, found?.receipt.id ?? 'none', phrase)
  const isRight = sameToken(found?.phraseMark ?? phraseMark(ctx, 'nobody', ''), given)
  if (found && isRight && found.missed < terms.receipt.missesPerDay) return found.receipt
  if (found)
    await ctx.record(async (tx) => {
      await store.countMiss(tx, found.receipt.id, today, terms.receipt.missesPerDay)
      return [undefined, { fact: 'resident.phrase-missed', subject: found.receipt.id, basis }]
    })
  return accept(no({ kind: 'refused', reason: 'number-or-phrase' }))
}

const whoseIs = (receipt: Receipt) => ({ resident: receipt.resident })

/** 書き足す: kept closed, for the chapter that owns the act to read. */
export async function addToReceipt(
  ctx: Ctx,
  receipt: Receipt,
  text: string,
  way: Way,
): Promise<void> {
  const { basis, behalf, note } = mayDo(ctx, 'addToReceipt', receipt.id, whoseIs(receipt), way)
  const before = await store.additionsOf(ctx.db, receipt.id)
  if (before.length >= terms.receipt.additions)
    accept(no({ kind: 'refused', reason: 'too-many-additions' }))
  const id = newId('add')
  const byStaff = way.assist !== undefined
  await ctx.record(async (tx) => {
    const sealed = ctx.seal.seal(text, sealedIn.addition.place(id))
    await store.insertAddition(tx, receipt.id, { id, sealed, at: ctx.now, byStaff })
    await note(tx)
    return [
      undefined,
      { fact: 'resident.receipt-added-to', subject: receipt.id, basis, detail: behalf },
    ]
  })
}

/** Another way to reach whoever holds the receipt, or none; unproven until a code comes back. */
export async function replaceContact(
  tx: Writer,
  ctx: Ctx,
  receipt: Receipt['id'],
  contact: PlainContact | null,
): Promise<void> {
  await contacts.forgetContacts(tx, [receipt])
  await store.setReach(tx, receipt, contact?.kind ?? 'none')
  if (contact) await keepContact(tx, ctx, receipt, contact, false)
}

/** 連絡先を替える; a new mail is confirmed by a code before anything else goes to it. */
export async function changeContact(
  ctx: Ctx,
  receipt: Receipt,
  contact: PlainContact | null,
  way: Way,
): Promise<{ readonly code: string | null }> {
  const { basis, behalf, note } = mayDo(ctx, 'changeContact', receipt.id, whoseIs(receipt), way)
  return ctx.record(async (tx) => {
    await replaceContact(tx, ctx, receipt.id, contact)
    const { locale, id } = receipt
    const code =
      contact?.kind === 'mail'
        ? await sendCode(tx, ctx, {
            act: 'confirm-contact',
            subject: id,
            mail: contact.text,
            locale,
          })
        : null
    await note(tx)
    const fact = contact ? 'resident.contact-changed' : 'resident.contact-deleted'
    return [
      { code },
      { fact, subject: id, basis, detail: { ...behalf, reach: contact?.kind ?? 'none' } },
    ]
  })
}

/** The code came back: from now on notices go to this address. */
export const confirmMail = (
  ctx: Ctx,
  receipt: Receipt,
  id: string,
  code: string,
): Promise<boolean> =>
  withCode(ctx, { id, code, act: 'confirm-contact', subject: receipt.id }, async (tx, sent) => {
    const done = await contacts.confirmContact(tx, receipt.id, sent.addressMark, ctx.now)
    return [
      done,
      {
        fact: 'resident.contact-confirmed',
        subject: receipt.id,
        basis: workflow.changeContact.basis,
      },
    ]
  })

/** お知らせを止める. Whoever told the city something is owed an answer: only what one follows can be stopped. */
export async function endFollow(ctx: Ctx, receipt: Receipt, way: Way): Promise<void> {
  if (receipt.act !== followAct.name) accept(no({ kind: 'not-found' }))
  const { basis, behalf, note } = mayDo(ctx, 'changeContact', receipt.id, whoseIs(receipt), way)
  await ctx.record(async (tx) => {
    await store.endReceipt(tx, receipt.id, ctx.now)
    await contacts.forgetContacts(tx, [receipt.id])
    await store.setReach(tx, receipt.id, 'none')
    await note(tx)
    return [
      undefined,
      { fact: 'resident.follow-ended', subject: receipt.id, basis, detail: behalf },
    ]
  })
}

/** 自分の登録に入れる: whoever has number and phrase, once; what was unclaimed is theirs from then on. */
export async function claim(ctx: Ctx, number: string, phrase: string): Promise<Receipt> {
  accept(permit(workflow, 'claim', standing(ctx.actor, { resident: ctx.actor.id }), nothing))
  const receipt = await enterReceipt(ctx, number, phrase)
  await ctx.record(async (tx) => {
    if (!(await store.claimReceipt(tx, receipt.id, ctx.actor.id)))
      accept(no({ kind: 'refused', reason: 'number-or-phrase' }))
    return [
      undefined,
      {
        fact: 'resident.receipt-claimed',
        subject: receipt.id,
        basis: workflow.claim.basis,
        detail: { resident: ctx.actor.id },
      },
    ]
  })
  return receipt
}
