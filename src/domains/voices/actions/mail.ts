import { post, type RecipientId } from '#domains/notices/index.ts'
import { residentUrls } from '#domains/residents/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { Files } from '#platform/files.ts'
import { fingerprintOf } from '#platform/fingerprint.ts'
import { newId } from '#platform/id.ts'
import { type IncomingMail, largestMail, readIncoming } from '#platform/mail/incoming.ts'
import type { Inbox } from '#platform/mail/maildir.ts'
import { papers, readUpload } from '#platform/picture.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { storable } from '#platform/storable.ts'
import { shelf } from '../file.ts'
import { largestAttachment, type MailWhy, type ReadMail, receiptsADay } from '../mail.ts'
import { mailReceived } from '../mail-kinds.ts'
import type { Scan } from '../paper.ts'
import { languageOf } from '../rules/language.ts'
import { giveScans } from '../store/entries.ts'
import * as store from '../store/mails.ts'
import { insertNote, type NoteId } from '../store/notes.ts'
import { sealedIn } from '../store/sealed.ts'
import { updateVoice } from '../store/voices.ts'
import { longest, noSender, type VoiceId } from '../voice.ts'
import { workflow } from '../workflow.ts'
import { mayTakeIn } from './entries.ts'
import { type Received, receive } from './receive.ts'

const { basis } = workflow.takeIn

/** So many at once: the next ones are read a few minutes later. */
const mostAtOnce = 200

export type InboxRead = Readonly<Record<ReadMail['state'] | 'again', number>>

/** 受信箱を読む: each mail once, each in a transaction of its own, so that a bad one stops nobody else's. */
export async function readInbox(ctx: Ctx, files: Files, inbox: Inbox): Promise<InboxRead> {
  mayTakeIn(ctx)
  const read = { taken: 0, automatic: 0, unreadable: 0, again: 0 }
  for (const name of await inbox.unread(mostAtOnce)) {
    const became = await readOne(ctx, files, inbox, name)
    read[became] += 1
    // First the transaction, then the move: a fall between them only reads the mail again.
    await inbox.done(name, became === 'unreadable' ? 'aside' : 'cur')
  }
  return read
}

async function readOne(
  ctx: Ctx,
  files: Files,
  inbox: Inbox,
  name: string,
): Promise<keyof InboxRead> {
  if ((await inbox.size(name)) > largestMail) {
    const mark = ctx.seal.mark(name, 'voice.mail')
    return note(ctx, { mark, state: 'unreadable', why: 'too-large', file: name })
  }
  const bytes = await inbox.read(name)
  const mail = await readIncoming(bytes).catch(() => undefined)
  const id = mail?.messageId ?? fingerprintOf(bytes)
  const mark = ctx.seal.mark(id, 'voice.mail')
  if (await store.isRead(ctx.db, mark)) return 'again'
  if (!mail) return note(ctx, { mark, state: 'unreadable', why: 'broken', file: name })
  if (mail.automatic) return note(ctx, { mark, state: 'automatic', why: mail.automatic, file: '' })
  const words = wordsOf(mail)
  const why = whyNot(mail, words)
  if (why) return note(ctx, { mark, state: 'unreadable', why, file: name })
  return takeMail(ctx, files, mail, { mark, words })
}

/** Subject and text: many write what they want in the subject alone. */
const wordsOf = ({ subject, text }: IncomingMail): string =>
  storable([subject, text].filter(Boolean).join('\n\n'))

function whyNot({ from }: IncomingMail, words: string): MailWhy | null {
  if (!from) return 'no-sender'
  if (!words.trim()) return 'no-words'
  return [...words].length > longest ? 'too-long' : null
}

async function note(
  ctx: Ctx,
  mail: Omit<ReadMail, 'voice' | 'readAt'>,
): Promise<ReadMail['state']> {
  await ctx.record(async (tx) => {
    await store.insertMail(tx, { ...mail, voice: null, readAt: ctx.now })
    const detail = { state: mail.state, why: mail.why }
    return [undefined, { fact: 'voice.mail-read', subject: 'voice', basis, detail }]
  })
  return mail.state
}

async function takeMail(
  ctx: Ctx,
  files: Files,
  mail: IncomingMail,
  { mark, words }: { readonly mark: string; readonly words: string },
): Promise<'taken' | 'again'> {
  const { kept, left } = await keepAttachments(files, mail)
  const from = mail.from ?? ''
  const told = {
    channel: 'mail',
    receivedOn: localDate(ctx.now),
    language: languageOf(words),
    sender: 'individual',
    ageBand: null,
    district: null,
    replyBy: 'mail',
    // Nobody asked them; the receipt says how to agree.
    mayPublish: false,
    original: { text: words, place: '' },
    person: { ...noSender, name: storable(mail.fromName).slice(0, 60), mail: from },
    contact: { kind: 'mail', text: from },
    contactIsProven: !mail.isForged,
  } as const
  try {
    await receive(ctx, told, async (tx, received) => {
      const { voice } = received
      const row = { mark, state: 'taken', why: '', file: '', voice: voice.id } as const
      if (!(await store.insertMail(tx, { ...row, readAt: ctx.now }))) accept(no({ kind: 'stale' }))
      await giveScans(tx, kept, { voice: voice.id, at: ctx.now, by: ctx.actor.id })
      if (left.length) await noteLeft(tx, ctx, voice.id, left)
      if (!mail.isForged) await tellReceived(tx, ctx, received)
      return []
    })
    return 'taken'
  } catch (thrown) {
    // Another process read the same mail at the same moment.
    if (thrown instanceof Refused && thrown.refusal.kind === 'stale') return 'again'
    throw thrown
  }
}

/** Pictures and documents that can be looked at; of everything else the name. */
export async function keepAttachments(
  files: Files,
  { attachments }: Pick<IncomingMail, 'attachments'>,
) {
  const kept: Scan[] = []
  const left: string[] = []
  for (const { name, bytes } of attachments) {
    const read = bytes.length > largestAttachment ? undefined : await readUpload(bytes)
    if (!read?.ok) {
      left.push(name || '(no name)')
      continue
    }
    const isPicture = read.value.kind === 'picture'
    const whole = read.value.kind === 'picture' ? read.value.large.bytes : bytes
    kept.push({
      position: kept.length + 1,
      kind: 'attachment',
      key: await files.put(whole, shelf),
      mediaType: isPicture ? 'image/jpeg' : mediaTypeOf(read.value),
      bytes: whole.length,
    })
  }
  return { kept, left }
}

const mediaTypeOf = (read: { readonly kind: string; readonly form?: keyof typeof papers }) =>
  papers[found(read.form)]

export async function noteLeft(tx: Writer, ctx: Ctx, voice: VoiceId, left: readonly string[]) {
  const id: NoteId = newId('vno')
  const text = `添付のうち、残していないもの: ${left.join('、')}`
  const sealed = ctx.seal.seal(storable(text), sealedIn.note.place(id))
  const note = { id, voice, asked: '', sealed, at: ctx.now, by: ctx.actor.id, answeredAt: null }
  await insertNote(tx, note)
}

/** 受け付けのお知らせ, with the number; the phrase never goes by mail. */
async function tellReceived(tx: Writer, ctx: Ctx, { voice, receipt }: Received) {
  const since = new Date(+ctx.now - 86_400_000)
  if ((await store.mailsFrom(tx, voice.id, since)) > receiptsADay) return
  await post(tx, ctx, mailReceived, {
    to: [receipt.id as RecipientId],
    thing: voice.id,
    path: residentUrls.receipt,
    said: { number: voice.number, due: voice.dueOn ?? '' },
    key: `voice.mail-received:${voice.id}`,
  })
  await updateVoice(tx, { ...voice, acknowledgedAt: ctx.now })
}
