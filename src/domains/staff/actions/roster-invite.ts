import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { Refused } from '#platform/result.ts'
import type { RosterId, StoredRoster } from '../roster/stored.ts'
import type { StaffId } from '../staff.ts'
import { dropInvitations } from '../store/credentials.ts'
import * as store from '../store/invitations.ts'
import { workflow } from '../workflow.ts'
import { invited, mayManage } from './access.ts'

/** 招待をいつ送るか: on the day of the roster, as it is accepted, or by hand (also: never, with a directory). */
export const invitationTimes = ['on-day', 'at-once', 'by-hand'] as const
export type InvitationTime = (typeof invitationTimes)[number]

export interface Invitations {
  readonly when: InvitationTime
  /**
   * https://plan.example.jp: links in mails are never made from what a browser says. Whoever does not know it
   * (the command line) leaves the sending to the clock.
   */
  readonly origin?: string
}

/**
 * Asks in whoever a roster gave an account, in the transaction that wrote it. Once its day is here, the day is
 * now.
 */
export async function askIn(
  tx: Writer,
  ctx: Pick<Ctx, 'now' | 'seal'>,
  { id, effectiveOn }: Pick<StoredRoster, 'id' | 'effectiveOn'>,
  users: readonly StaffId[],
  { when, origin }: Invitations,
): Promise<readonly Fact[]> {
  const today = localDate(ctx.now)
  const dueOn: IsoDate | null = { 'on-day': effectiveOn, 'at-once': today, 'by-hand': null }[when]
  const facts: Fact[] = []
  for (const user of users) {
    await store.insertInvitation(tx, id, user, dueOn)
    if (origin !== undefined && dueOn !== null && dueOn <= today)
      facts.push(...(await send(tx, ctx, { roster: id, user, sends: 0 }, origin)))
  }
  return facts
}

/** One mail, and its number; nothing where another process was first. */
async function send(
  tx: Writer,
  ctx: Pick<Ctx, 'now' | 'seal'>,
  one: Pick<store.Invitation, 'roster' | 'user' | 'sends'>,
  origin: string,
): Promise<readonly Fact[]> {
  const number = await store.countSending(tx, one, ctx.now)
  if (number === null) return []
  // Of several links only the newest opens anything.
  await dropInvitations(tx, one.user, ctx.now)
  const event = `${one.roster}:${one.user}:${number}`
  return [await invited(tx, ctx, one.user, origin, event)]
}

/**
 * The invitations whose day has come, each in a transaction of its own, so that one that fails holds up nobody.
 * Whoever has a way in by now needs none. Answers with how many were sent.
 */
export async function inviteDue(ctx: Ctx, origin: string): Promise<number> {
  let sent = 0
  for (const one of await store.dueInvitations(ctx.db, localDate(ctx.now), ctx.now))
    if (!one.hasWayIn && (await sendOne(ctx, one, origin))) sent += 1
  return sent
}

/** もう一度送る: to those who were chosen and have no way in yet; each is checked for itself. */
export async function inviteAgain(
  ctx: Ctx,
  roster: RosterId,
  users: readonly string[],
  origin: string,
): Promise<number> {
  const all = await store.invitationsOf(ctx.db, roster, ctx.now)
  const chosen = all.filter((one) => users.includes(one.user) && !one.hasWayIn)
  let sent = 0
  for (const one of chosen) if (await sendOne(ctx, one, origin)) sent += 1
  return sent
}

/** False where another process sent it in between: then nothing is written here. */
const sendOne = (ctx: Ctx, one: store.Invitation, origin: string): Promise<boolean> =>
  ctx
    .record(async (tx) => {
      await mayManage(ctx, tx, one.user)
      const [first, ...more] = await send(tx, ctx, one, origin)
      if (!first) throw new Refused({ kind: 'stale' })
      return [true, first, ...more]
    })
    .catch((thrown: unknown) => {
      if (thrown instanceof Refused && thrown.refusal.kind === 'stale') return false
      throw thrown
    })

/** With the roster, its invitations are taken back: a link that nobody used opens nothing any more. */
export async function withdrawInvitations(
  tx: Writer,
  ctx: Pick<Ctx, 'now'>,
  roster: RosterId,
): Promise<readonly Fact[]> {
  const users = await store.withdraw(tx, roster, ctx.now)
  for (const user of users) await dropInvitations(tx, user, ctx.now)
  const { basis } = workflow.manageAccess
  return users.map((subject) => ({ fact: 'staff.invitation-withdrawn', subject, basis }))
}
