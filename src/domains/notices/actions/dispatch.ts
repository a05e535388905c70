import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { isAddress, mailbox } from '#platform/mail/mailbox.ts'
import type { Sent } from '#platform/mail/post.ts'
import { accept } from '#platform/result.ts'
import { type SiteProfile, siteProfile } from '#platform/site.ts'
import { permit } from '#platform/workflow.ts'
import { listHeaders, mailText, type Told } from '../files.ts'
import { unreachable as unreachableKind } from '../kinds.ts'
import {
  type Address,
  type Habit,
  type Notice,
  type NoticeId,
  type RecipientId,
  usualHabit,
} from '../notice.ts'
import { isHopeless, nextAttempt } from '../rules/again.ts'
import { everyKind } from '../rules/choice.ts'
import { leaveToken } from '../rules/leave.ts'
import * as store from '../store/deliveries.ts'
import { noticesById, wipeSecret } from '../store/notices.ts'
import * as preferences from '../store/preferences.ts'
import { standing, workflow } from '../workflow.ts'
import { gatherOrphans } from './orphans.ts'
import { post } from './post.ts'
import { addressMark, type PostRoom, saidOf } from './room.ts'
import { type Taken, take } from './take.ts'

const { basis } = workflow.send

/** All that a batch needs to know, read at once. */
interface Batch {
  readonly site: SiteProfile
  readonly notices: ReadonlyMap<NoticeId, Notice>
  readonly addresses: ReadonlyMap<RecipientId, Address>
  readonly habits: ReadonlyMap<RecipientId, Habit>
  /** Marks of addresses that cannot be reached. */
  readonly gone: ReadonlySet<string>
}

/**
 * Sends one batch of what is due, and says whether there may be more, or whether our server is down.
 *
 * What is promised: a notice leaves at least once, and by itself never twice. Each mail is named and leased
 * before it leaves; those of a batch that were taken are noted together, so that a newsletter to thousands
 * does not fill the ledger. Two processes never hold one mail. A process that dies in between leaves a doubt
 * of at most one batch, a line that breaks in the midst of a text one of that mail: it is sent again under the
 * same Message-ID, by which mail programs know it, and `in_doubt` says so.
 */
export async function dispatch(ctx: Ctx, room: PostRoom): Promise<'idle' | 'more' | 'down'> {
  accept(permit(workflow, 'send', standing(ctx.actor), { state: 'waiting' }))
  await gatherOrphans(ctx)
  if (!(await store.isAnyDue(ctx.db, ctx.now))) return 'idle'
  const taken = await take(ctx)
  const batch = await batchOf(ctx, room, taken)
  const sent: Taken[] = []
  try {
    for (const [at, parcel] of taken.entries()) {
      const ended = await sendOne(ctx, room, batch, parcel)
      if (ended === 'sent') sent.push(parcel)
      if (ended !== 'down') continue
      const rest = taken.slice(at + 1).flatMap(({ deliveries }) => deliveries.map(({ id }) => id))
      await putOff(ctx, rest, nextAttempt(attemptsOf(parcel), ctx.now, true))
      return 'down'
    }
    return 'more'
  } finally {
    await noteSent(ctx, sent)
  }
}

/** One entry for all mails of a batch that were taken; which they were stands with the deliveries. */
async function noteSent(ctx: Ctx, sent: readonly Taken[]): Promise<void> {
  if (!sent.length) return
  await ctx.record(async (tx) => {
    const mails = sent.map(({ mailId }) => mailId)
    const count = await store.endSent(tx, mails, ctx.now)
    await wipeSecret(
      tx,
      sent.flatMap(({ deliveries }) => deliveries.map(({ noticeId }) => noticeId)),
    )
    const detail = { mails: mails.length, notices: count }
    return [undefined, { fact: 'notices.sent', subject: 'notices', basis, detail }]
  })
}

async function batchOf(ctx: Ctx, room: PostRoom, taken: readonly Taken[]): Promise<Batch> {
  const people = [...new Set(taken.map(({ to }) => to))]
  const ids = [...new Set(taken.flatMap((one) => one.deliveries.map((d) => d.noticeId)))]
  const gone = await preferences.unreachableAmong(ctx.db, people)
  return {
    site: await siteProfile(ctx.db),
    notices: await noticesById(ctx.db, ids),
    addresses: await room.addresses(ctx.db, ctx.seal, people),
    habits: await preferences.habits(ctx.db, people),
    gone: new Set(gone.map(({ mark }) => mark)),
  }
}

const attemptsOf = ({ deliveries }: Taken) => Math.max(...deliveries.map((d) => d.attempts + 1))

async function sendOne(
  ctx: Ctx,
  room: PostRoom,
  batch: Batch,
  parcel: Taken,
): Promise<'sent' | 'done' | 'down'> {
  const address = batch.addresses.get(parcel.to)
  const email = address?.email ?? null
  const lost = !email || batch.gone.has(addressMark(ctx.seal, email))
  if (!address || !email || lost) {
    await withoutMail(ctx, parcel, address, email ? 'unreachable' : 'no-address')
    return 'done'
  }
  if (!isAddress(email)) {
    await finish(ctx, room, parcel, { state: 'failed', why: 'bad-address' })
    return 'done'
  }
  const told = toldOf(ctx, room, batch, parcel, address)
  if (!told.length) {
    await finish(ctx, room, parcel, { state: 'dropped', why: 'no-words' })
    return 'done'
  }
  const sent = await room.post.send(mailOf(ctx, room, batch, parcel, { ...address, email }, told))
  return note(ctx, room, parcel, email, sent)
}

/** A kind of a chapter that this release does not have says nothing. */
function toldOf(
  ctx: Ctx,
  room: PostRoom,
  { notices }: Batch,
  { deliveries }: Taken,
  { locale }: Address,
): Told[] {
  return deliveries.flatMap(({ noticeId }) => {
    const notice = notices.get(noticeId)
    const kind = notice && room.kinds.get(notice.kind)
    const said = notice && kind ? saidOf(notice, kind.secret === true, ctx.seal) : null
    return notice && kind && said ? [{ notice, words: kind.words(locale, said) }] : []
  })
}

function mailOf(
  ctx: Ctx,
  room: PostRoom,
  { site, habits }: Batch,
  { to, mailId }: Taken,
  address: Address & { readonly email: string },
  told: readonly Told[],
) {
  const kinds = new Set(told.map(({ notice }) => notice.kind))
  const [only = ''] = kinds
  const mayLeave = told.every(({ notice }) => !room.kinds.get(notice.kind)?.urgent)
  const kind = kinds.size === 1 ? only : everyKind
  const mark = (text: string, purpose: string) => ctx.seal.mark(text, purpose)
  const leave = mayLeave ? leaveToken({ recipientId: to, kind }, mark) : null
  const writing = { site, origin: room.origin, to: address, leave }
  const { locale } = address
  const name = room.from.name || `${site.name[locale]} ${site.unit[locale]}`
  const from = mailbox(room.from.address, name)
  return {
    id: mailId,
    from,
    replyTo: from,
    to: mailbox(address.email, address.name),
    ...mailText(told, writing),
    at: ctx.now,
    charset: (habits.get(to) ?? usualHabit).charset,
    headers: listHeaders(writing, kinds.size === 1 ? only : 'notices.all'),
  }
}

async function note(
  ctx: Ctx,
  room: PostRoom,
  parcel: Taken,
  email: string,
  sent: Sent,
): Promise<'sent' | 'done' | 'down'> {
  if (sent.kind === 'sent') return 'sent'
  if (sent.kind === 'refused')
    await finish(
      ctx,
      room,
      parcel,
      { state: sent.address ? 'bounced' : 'failed', why: sent.why },
      sent.address ? email : null,
    )
  else {
    const triedFirst = parcel.deliveries.map((d) => d.triedAt ?? ctx.now)
    const since = new Date(Math.min(...triedFirst.map((at) => at.getTime())))
    if (!sent.down && isHopeless(since, ctx.now))
      await finish(ctx, room, parcel, { state: 'failed', why: sent.why })
    else {
      const tryAt = nextAttempt(attemptsOf(parcel), ctx.now, sent.down)
      const how = { state: 'waiting', why: sent.why, tryAt, inDoubt: sent.touched } as const
      await finish(ctx, room, parcel, how)
    }
    if (sent.down) return 'down'
  }
  return 'done'
}

const factOf = {
  failed: 'failed',
  bounced: 'bounced',
  dropped: 'dropped',
  waiting: 'postponed',
} as const

/** Notes how a mail ended, in one transaction with what follows from it. */
async function finish(
  ctx: Ctx,
  room: PostRoom,
  { mailId, to, deliveries }: Taken,
  how: store.End,
  gone: string | null = null,
): Promise<void> {
  await ctx.record(async (tx) => {
    const count = await store.end(tx, mailId, how, ctx.now)
    await wipeSecret(
      tx,
      deliveries.map(({ noticeId }) => noticeId),
    )
    const detail = { to, count, why: how.why }
    const fact: Fact = { fact: `notices.${factOf[how.state]}`, subject: mailId, basis, detail }
    if (gone === null) return [undefined, fact]
    return [
      undefined,
      fact,
      await giveUpAddress(ctx, tx, room, { to, email: gone, mailId }, how.why),
    ]
  })
}

/** The address is known to be gone: nothing more is sent to it, and those who can ask the person are told. */
export async function giveUpAddress(
  ctx: Ctx,
  tx: Writer,
  room: Pick<PostRoom, 'postmasters'>,
  {
    to,
    email,
    mailId,
  }: { readonly to: RecipientId; readonly email: string; readonly mailId: string },
  status: string,
): Promise<Fact> {
  const mark = addressMark(ctx.seal, email)
  const one = { recipientId: to, mark, since: ctx.now, status }
  await preferences.insertUnreachable(tx, one, mailId)
  const tell = (await room.postmasters(tx, localDate(ctx.now))).filter((id) => id !== to)
  await post(tx, ctx, unreachableKind, {
    to: tell,
    thing: to,
    path: '/admin/outbox/unreachable',
    said: { status },
    key: `notices.unreachable:${to}:${mailId}`,
  })
  return { fact: 'notices.address-lost', subject: to, basis, detail: { status } }
}

/** Without a mail address that can be reached: a letter, if there is a postal one. */
async function withoutMail(
  ctx: Ctx,
  { mailId, to, deliveries }: Taken,
  address: Address | undefined,
  why: string,
): Promise<void> {
  const byLetter = Boolean(address?.letter?.length)
  await ctx.record(async (tx) => {
    if (byLetter) await store.toLetter(tx, mailId, why)
    else await store.end(tx, mailId, { state: 'dropped', why }, ctx.now)
    await wipeSecret(
      tx,
      deliveries.map(({ noticeId }) => noticeId),
    )
    const fact = byLetter ? 'notices.turned-to-letter' : 'notices.dropped'
    return [undefined, { fact, subject: mailId, basis, detail: { to, reason: why } }]
  })
}

async function putOff(ctx: Ctx, begun: Parameters<typeof store.putOff>[1], until: Date) {
  await ctx.record(async (tx) => {
    await store.putOff(tx, begun, until, ctx.now)
    const detail = { reason: 'server-down', until: until.toISOString() }
    return [undefined, { fact: 'notices.put-off', subject: 'notices', basis, detail }]
  })
}
