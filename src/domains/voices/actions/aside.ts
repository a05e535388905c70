import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import { type LenientMail, mostRead, readLeniently } from '#platform/mail/lenient.ts'
import type { SetAside } from '#platform/mail/maildir.ts'
import { accept, found, no, Refused, refuse } from '#platform/result.ts'
import { storable } from '#platform/storable.ts'
import type { ReadMail } from '../mail.ts'
import { languageOf } from '../rules/language.ts'
import { giveScans } from '../store/entries.ts'
import * as store from '../store/mails.ts'
import { noSender } from '../voice.ts'
import { workflow } from '../workflow.ts'
import { mayTakeIn } from './entries.ts'
import { keepAttachments, noteLeft } from './mail.ts'
import { type Received, receive } from './receive.ts'
import { attachedPages } from './scans.ts'

const { basis } = workflow.takeIn

/** A mail that was set aside, and what can be read of it; null once its file is gone. */
interface AsideMail {
  readonly mail: Pick<ReadMail, 'mark' | 'why' | 'file' | 'readAt'>
  readonly content: LenientMail | null
  readonly size: number
}
/** The same, with the pages of what is attached, as pictures: a letter that somebody photographed is typed from them. */
export interface Aside extends AsideMail {
  readonly pages: readonly Uint8Array[]
}

async function read(ctx: Ctx, aside: SetAside | undefined, mark: string): Promise<AsideMail> {
  mayTakeIn(ctx)
  const mail = found(await store.openMail(ctx.db, mark))
  const file = await aside?.asideRead(mail.file, mostRead)
  return {
    mail,
    content: file ? await readLeniently(file.bytes, file.size) : null,
    size: file?.size ?? 0,
  }
}

/** 開く: what it says is somebody's letter, so that it was opened, and by whom, stands in the ledger. */
export async function openAside(
  ctx: Ctx,
  aside: SetAside | undefined,
  mark: string,
): Promise<Aside> {
  const seen = await read(ctx, aside, mark)
  const pages = await attachedPages((seen.content?.attachments ?? []).map(({ bytes }) => bytes))
  const opened = { ...seen, pages }
  const detail = { why: opened.mail.why }
  return ctx.record(async () => [
    opened,
    { fact: 'voice.mail-opened', subject: 'voice', basis, detail },
  ])
}

/** What a person read out of it. */
export interface HandRead {
  readonly text: string
  readonly name: string
  /** Empty where it says from nowhere. */
  readonly mail: string
}

/**
 * 声として受け付ける: by hand, with what came with it; it counts from the day on which it was read, and is tied to
 * the mail, so that it is taken in once.
 */
export async function takeAside(
  ctx: Ctx,
  { files, aside }: { readonly files: Files; readonly aside: SetAside | undefined },
  mark: string,
  { text, name, mail: address }: HandRead,
): Promise<Received> {
  const { mail, content } = await read(ctx, aside, mark)
  const { kept, left } = await keepAttachments(files, { attachments: content?.attachments ?? [] })
  const words = storable(text)
  const contact = address ? ({ kind: 'mail', text: address } as const) : null
  const told = {
    channel: 'mail',
    receivedOn: localDate(mail.readAt),
    language: languageOf(words),
    sender: name || address ? 'individual' : 'anonymous',
    ageBand: null,
    district: null,
    replyBy: contact ? 'mail' : 'none',
    // Nobody asked them.
    mayPublish: false,
    original: { text: words, place: '' },
    person: { ...noSender, name: storable(name), mail: address },
    contact,
    // Only an address that the mail itself bears is known to be theirs.
    contactIsProven: contact !== null && content?.from === address && !content.isForged,
  } as const
  return receive(ctx, told, async (tx, { voice }) => {
    const became = { voice: voice.id }
    const done = await store.settleMail(tx, mark, { at: ctx.now, by: ctx.actor.id, became })
    if (!done) throw new Refused({ kind: 'stale' })
    await giveScans(tx, kept, { voice: voice.id, at: ctx.now, by: ctx.actor.id })
    if (left.length) await noteLeft(tx, ctx, voice.id, left)
    return [{ fact: 'voice.mail-settled', subject: voice.id, basis, detail: { became: 'voice' } }]
  })
}

/** 声ではない: it was looked at by a person, and why it is no voice. The file goes when its time is over. */
export async function leaveAside(ctx: Ctx, mark: string, why: string): Promise<void> {
  mayTakeIn(ctx)
  const reason = why.trim()
  if (!reason) refuse('reason-needed', 'why')
  await ctx.record(async (tx) => {
    const became = { why: reason }
    const done = await store.settleMail(tx, mark, { at: ctx.now, by: ctx.actor.id, became })
    if (!done) accept(no({ kind: 'not-found' }))
    return [undefined, { fact: 'voice.mail-settled', subject: 'voice', basis }]
  })
}
