import { post } from '#domains/notices/index.ts'
import { holdsSomewhere } from '#platform/actor.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { hashOf, newToken } from '#platform/token.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { invitation, passwordReset } from '../notices.ts'
import type { Origin, Session } from '../session.ts'
import { passwordLength, type StaffId } from '../staff.ts'
import * as store from '../store/credentials.ts'
import { actorOf } from '../store/people.ts'
import { endSessions } from '../store/sessions.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import { enter, type Opened } from './enter.ts'
import { tell, withdrawFactors } from './factors.ts'

type Hash = (password: string) => Promise<string>

const minutes = 60_000
const passLife = { reset: 30 * minutes, invitation: 14 * 24 * 60 * minutes } as const

/**
 * Somebody asks for a link by an address. For an address that nobody has the same is done, up to a link
 * that opens nothing; only the mail is not sent.
 */
export const askReset = async (ctx: Ctx, email: string, origin: string): Promise<void> => {
  accept(permit(workflow, 'signIn', standing(ctx.actor), nothing))
  const found = await store.credentialBy(ctx.db, email)
  const person = found && (await actorOf(ctx.db, found.user, localDate(ctx.now)))
  await ctx.record(async (tx) => {
    const user = person ? (person.id as StaffId) : null
    await openPass(tx, ctx, user, 'reset', origin, newId('evt'))
    const { basis } = workflow.signIn
    const subject = user ?? 'anonymous'
    return [undefined, { fact: 'staff.password-link-asked', subject, basis }]
  })
}

/** A link that opens one form once, by mail, to the address in the roster and under our own host. */
async function openPass(
  tx: Writer,
  ctx: Pick<Ctx, 'now' | 'seal'>,
  user: StaffId | null,
  kind: store.PassKind,
  origin: string,
  event: string,
): Promise<void> {
  const token = newToken()
  const until = new Date(+ctx.now + passLife[kind])
  await store.insertPass(tx, hashOf(token), { user, kind }, ctx.now, until)
  if (!user) return
  const link = `${origin}${urls.pass(token)}`
  const what = kind === 'reset' ? passwordReset : invitation
  const key = `${what.name}:${event}`
  await post(tx, ctx, what, { to: [user], thing: user, path: urls.signIn, said: { link }, key })
}

/** 招待: how an account without a password gets its first one. */
export const invite = (ctx: Ctx, user: StaffId, origin: string) =>
  ctx.record(async (tx) => {
    await mayManage(ctx, tx, user)
    return [undefined, await invited(tx, ctx, user, origin, newId('evt'))]
  })

/**
 * The same within a transaction in which more happens. `event` names the occasion: the mail of one occasion
 * is posted once.
 */
export async function invited(
  tx: Writer,
  ctx: Pick<Ctx, 'now' | 'seal'>,
  user: StaffId,
  origin: string,
  event: string,
): Promise<Fact> {
  await openPass(tx, ctx, user, 'invitation', origin, event)
  const { basis } = workflow.manageAccess
  return { fact: 'staff.invited', subject: user, basis }
}

export function soundPassword(password: string): void {
  const length = [...password].length
  if (length < passwordLength.least || length > passwordLength.most)
    accept(no({ kind: 'refused', reason: 'bad-password' }))
}

/** The link is used up, the password is set, and whoever is signed in with the old one is out. */
export async function usePass(ctx: Ctx, token: string, password: string, hash: Hash) {
  soundPassword(password)
  const hashed = await hash(password)
  return ctx.record(async (tx) => {
    const pass = found(await store.takePass(tx, hashOf(token), ctx.now))
    await store.savePassword(tx, pass.user, hashed, false, ctx.now)
    await endSessions(tx, pass.user)
    if (pass.kind === 'reset') await tell(tx, ctx, pass.user, 'password')
    const { basis } = workflow.signIn
    const detail = { by: pass.kind }
    return [undefined, { fact: 'staff.password-set', subject: pass.user, basis, detail }]
  })
}

/** A person's own new password; every other session of theirs ends, and this one goes on under a new name. */
export async function changePassword(
  ctx: Ctx,
  session: Session,
  password: string,
  hash: Hash,
  from: Origin,
  onward: string,
): Promise<Opened> {
  soundPassword(password)
  const hashed = await hash(password)
  const { user } = session
  return ctx.record(async (tx) => {
    await store.savePassword(tx, user, hashed, false, ctx.now)
    await store.dropPasses(tx, user, ctx.now)
    await endSessions(tx, user, session.id)
    await tell(tx, ctx, user, 'password')
    const entry = { user, way: session.way, stage: 'full' as const, from, onward }
    const [opened, ...facts] = await enter(tx, ctx, { ...entry, replaces: session })
    const { basis } = workflow.signIn
    const detail = { by: 'owner' }
    return [opened, { fact: 'staff.password-set', subject: user, basis, detail }, ...facts]
  })
}

/** At the counter, to somebody who has shown who they are: a password that must be changed at once. */
export async function issuePassword(
  ctx: Ctx,
  user: StaffId,
  reason: string,
  hash: Hash,
): Promise<string> {
  const password = newId('x')
    .slice(2, 18)
    .replace(/(.{4})(?=.)/g, '$1-')
  const hashed = await hash(password)
  return ctx.record(async (tx) => {
    await mayManage(ctx, tx, user)
    mustSay(reason)
    await store.savePassword(tx, user, hashed, true, ctx.now)
    await store.dropPasses(tx, user, ctx.now)
    await endSessions(tx, user)
    await tell(tx, ctx, user, 'temporary', reason)
    const { basis } = workflow.manageAccess
    return [password, { fact: 'staff.temporary-password-issued', subject: user, basis }]
  })
}

/** A lost telephone, by the personnel office, with the reason told to the person. */
export const resetFactors = (ctx: Ctx, user: StaffId, reason: string) =>
  ctx.record(async (tx) => {
    await mayManage(ctx, tx, user)
    mustSay(reason)
    await withdrawFactors(tx, user, ctx.now)
    await tell(tx, ctx, user, 'reset', reason)
    const { basis } = workflow.manageAccess
    return [undefined, { fact: 'staff.factors-reset', subject: user, basis }]
  })

const mustSay = (reason: string) => {
  if (!reason.trim()) accept(no({ kind: 'refused', reason: 'reason-needed' }))
}

/**
 * Nobody does this to themselves, and an administrator's ways in are given out by administrators only:
 * whoever could do both would hold every permission that there is.
 */
export async function mayManage(ctx: Ctx, tx: Writer, user: StaffId): Promise<void> {
  accept(permit(workflow, 'manageAccess', standing(ctx.actor, { people: [user] }), nothing))
  found(await store.credentialOf(tx, user))
  const person = await actorOf(tx, user, localDate(ctx.now))
  const above = person && holdsSomewhere(person, 'staff.administrator')
  if (above && !holdsSomewhere(ctx.actor, 'staff.administrator')) {
    const { basis } = workflow.manageAccess
    accept(no({ kind: 'not-allowed', action: 'manageAccess', basis }))
  }
}

/** The personnel office's view of an account; who may not is refused before anything is read. */
export const mayReadAccess = ({ actor }: Ctx) =>
  accept(permit(workflow, 'readAccess', standing(actor), nothing))
