import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { newToken } from '../phrase.ts'
import type { ActiveResident, Level, ResidentId, Tongue } from '../resident.ts'
import { isValid } from '../rules.ts'
import { checkOf } from '../store/checks.ts'
import { contactsOf } from '../store/contacts.ts'
import * as people from '../store/people.ts'
import * as sessions from '../store/sessions.ts'
import { terms } from '../terms.ts'
import { standing, workflow } from '../workflow.ts'
import { mailMark, withCode } from './codes.ts'
import { keepContact } from './contacts.ts'

const { basis } = workflow.signIn
export const tokenMark = (ctx: Pick<Ctx, 'seal'>, token: string) =>
  ctx.seal.mark(token, 'resident.session')

export interface SignedIn {
  readonly resident: ResidentId
  /** For the cookie; the table has its mark only. */
  readonly token: string
  readonly isNew: boolean
}

/** A session from here on, under a token that did not exist before. What the browser had ends. */
export async function begin(
  tx: Writer,
  ctx: Ctx,
  resident: ResidentId,
  old: string | undefined,
): Promise<string> {
  const before = old && (await sessions.sessionMarked(tx, tokenMark(ctx, old)))
  if (before) await sessions.endSession(tx, before.id)
  const token = newToken()
  const expiresAt = new Date(+ctx.now + terms.session.life)
  const at = { createdAt: ctx.now, seenAt: ctx.now, provedAt: ctx.now }
  const session = { id: newId('rse'), resident, ...at, expiresAt }
  await sessions.insertSession(tx, session, tokenMark(ctx, token))
  return token
}

export const signedIn = (resident: string, by: string): Fact => ({
  fact: 'resident.signed-in',
  subject: resident,
  basis,
  detail: { by },
})

/**
 * 番号で入る: who has the code has the address. The first time it opens an account; so nothing before the code
 * tells whether there was one.
 */
export const signInByCode = (
  ctx: Ctx,
  id: string,
  code: string,
  old: string | undefined,
): Promise<SignedIn> =>
  withCode(ctx, { id, code, act: 'sign-in' }, async (tx, sent, mail) => {
    const known = await people.residentByMail(tx, sent.addressMark)
    const fresh: ResidentId = newId('res')
    const isNew =
      !known && (await people.insertResident(tx, fresh, sent.addressMark, sent.locale, ctx.now))
    const resident =
      known?.id ?? (isNew ? fresh : found(await people.residentByMail(tx, sent.addressMark)).id)
    if (isNew) await keepContact(tx, ctx, resident, { kind: 'mail', text: mail }, true)
    const token = await begin(tx, ctx, resident, old)
    const opened: Fact[] = isNew
      ? [{ fact: 'resident.registered', subject: resident, basis, detail: { by: 'mail' } }]
      : []
    return [{ resident, token, isNew }, signedIn(resident, 'code'), ...opened]
  })

/** `verify` does the same work for an address without account or password. */
export async function signInByPassword(
  ctx: Ctx,
  mail: string,
  old: string | undefined,
  verify: (hash: string | null) => Promise<boolean>,
): Promise<SignedIn | null> {
  const known = await people.residentByMail(ctx.db, mailMark(ctx, mail))
  if (!(await verify(known?.password ?? null)) || !known) return null
  const { id: resident } = known
  return ctx.record(async (tx) => [
    { resident, token: await begin(tx, ctx, resident, old), isNew: false },
    signedIn(resident, 'password'),
  ])
}

export interface Vouched {
  readonly provider: string
  readonly issuer: string
  readonly subject: string
}
const subjectMark = (ctx: Ctx, { issuer, subject }: Vouched) =>
  ctx.seal.mark(`${issuer}\n${subject}`, 'resident.identity')

/** ほかのサービスで入る: what it says of the person beyond its own number is not taken. */
export async function signInByService(
  ctx: Ctx,
  vouched: Vouched,
  locale: Tongue,
  old: string | undefined,
): Promise<SignedIn> {
  const mark = subjectMark(ctx, vouched)
  return ctx.record(async (tx) => {
    const known = await people.identityOf(tx, mark)
    const resident = known ?? newId('res')
    if (!known) {
      await people.insertResident(tx, resident, null, locale, ctx.now)
      const first = await people.insertIdentity(
        tx,
        newId('idn'),
        resident,
        vouched.provider,
        mark,
        ctx.now,
      )
      if (!first) accept(no({ kind: 'stale' }))
    }
    const token = await begin(tx, ctx, resident, old)
    const opened: Fact[] = known
      ? []
      : [
          {
            fact: 'resident.registered',
            subject: resident,
            basis,
            detail: { by: vouched.provider },
          },
        ]
    return [{ resident, token, isNew: !known }, signedIn(resident, vouched.provider), ...opened]
  })
}

/** To the account that is open: a service that another account has already stays with that one. */
export async function linkService(ctx: Ctx, vouched: Vouched): Promise<void> {
  const { id } = await self(ctx)
  await ctx.record(async (tx) => {
    const first = await people.insertIdentity(
      tx,
      newId('idn'),
      id,
      vouched.provider,
      subjectMark(ctx, vouched),
      ctx.now,
    )
    if (!first) accept(no({ kind: 'refused', reason: 'service-taken' }))
    return [
      undefined,
      {
        fact: 'resident.service-linked',
        subject: id,
        basis,
        detail: { provider: vouched.provider },
      },
    ]
  })
}

export interface Visitor {
  readonly session: sessions.Session
  readonly resident: ActiveResident
}

/** Whose session a cookie holds: not one that is over, left alone for a week, or of a closed account. */
export async function visitorOf(
  ctx: Pick<Ctx, 'db' | 'seal' | 'now'>,
  token: string,
): Promise<Visitor | undefined> {
  const session = await sessions.sessionMarked(ctx.db, tokenMark(ctx, token))
  if (!session || session.expiresAt <= ctx.now || +session.seenAt + terms.session.idle <= +ctx.now)
    return undefined
  const resident = await people.residentById(ctx.db, session.resident)
  return resident?.state === 'active' ? { session, resident } : undefined
}

/** Once a day, so that a session in use goes on and an account in use is not closed for its age. */
export async function keepAlive(ctx: Ctx, { session }: Visitor): Promise<void> {
  if (localDate(session.seenAt) === localDate(ctx.now)) return
  await ctx.record(async (tx) => {
    await sessions.touchSession(tx, session, ctx.now)
    return [undefined, { fact: 'resident.session-continued', subject: session.resident, basis }]
  })
}

export async function signOut(ctx: Ctx, token: string): Promise<void> {
  const session = await sessions.sessionMarked(ctx.db, tokenMark(ctx, token))
  if (!session) return
  await ctx.record(async (tx) => {
    await sessions.endSession(tx, session.id)
    return [undefined, { fact: 'resident.signed-out', subject: session.resident, basis }]
  })
}

/** ほかの端末から出る */
export async function signOutElsewhere(ctx: Ctx, token: string): Promise<void> {
  const { id } = await self(ctx)
  const here = await sessions.sessionMarked(ctx.db, tokenMark(ctx, token))
  await ctx.record(async (tx) => {
    await sessions.endSessionsOf(tx, id, here?.id)
    return [undefined, { fact: 'resident.signed-out-elsewhere', subject: id, basis }]
  })
}

/** The account of whoever acts; refused to everybody else. */
export async function self(ctx: Ctx): Promise<ActiveResident> {
  if (!ctx.actor.id.startsWith('res_')) return accept(no({ kind: 'not-signed-in' }))
  accept(permit(workflow, 'readOwn', standing(ctx.actor, { resident: ctx.actor.id }), nothing))
  const resident = await people.residentById(ctx.db, ctx.actor.id)
  return resident?.state === 'active' ? resident : accept(no({ kind: 'not-signed-in' }))
}

/** How much is known of who acts: for what an act asks (`needOf`). */
export async function levelOf(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<Level> {
  if (!ctx.actor.id.startsWith('res_')) return 'none'
  if (isValid(await checkOf(ctx.db, ctx.actor.id), localDate(ctx.now))) return 'resident'
  const contacts = await contactsOf(ctx.db, ctx.actor.id)
  return contacts.some((c) => c.kind === 'mail' && c.confirmedAt) ? 'mail' : 'none'
}
