import { post } from '#domains/notices/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, no } from '#platform/result.ts'
import type { Seal } from '#platform/seal.ts'
import { base32, stepOfCode } from '#platform/totp.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { type AccessChange, accessChanged } from '../notices.ts'
import { hasSecondFactor, type Origin, type Session, type Stage } from '../session.ts'
import { dropPasses } from '../store/credentials.ts'
import * as store from '../store/factors.ts'
import { sealedIn } from '../store/sealed.ts'
import { endSessions } from '../store/sessions.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import { enter, type Opened } from './enter.ts'
import { backupPurpose } from './sign-in.ts'

/**
 * The secret that a session is offered: drawn from its token, so that looking at the page writes nothing
 * and a wrong code shows the same square again. It is kept only once a code has proved it.
 */
export const offeredSecret = (seal: Pick<Seal, 'mark'>, token: string): Uint8Array =>
  Buffer.from(seal.mark(token, 'staff.totp-offer'), 'base64url').subarray(0, 20)

const codes = 10
const newCode = () => newId('x').slice(2, 12)
/** As printed: two groups of five. */
export const shownCode = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`

export interface Enrolled {
  readonly opened: Opened
  /** Shown this once; null when a sheet was there already. */
  readonly codes: readonly string[] | null
}

interface Change {
  readonly session: Session & { readonly token: string }
  readonly from: Origin
  readonly onward: string
  readonly stage: Stage
}

/** Takes the app of a telephone as a factor; null when the code does not come from the secret shown. */
export async function addTotp(ctx: Ctx, change: Change, typed: string): Promise<Enrolled | null> {
  const { session } = change
  const { user } = session
  mayChange(ctx, session)
  const secret = offeredSecret(ctx.seal, session.token)
  const code = typed.normalize('NFKC').replace(/\s/g, '')
  const step = stepOfCode(secret, code, ctx.now, 0)
  if (step === null) return null
  const sealed = ctx.seal.seal(base32(secret), sealedIn.totp.place(user))
  return ctx.record(async (tx) => {
    await mustBeOffered(tx, session)
    await store.saveTotp(tx, user, sealed, step, ctx.now)
    return added(tx, ctx, change, 'totp')
  })
}

/** The library has kept the key; this is its entry, and what follows from having one. */
export async function addedPasskey(ctx: Ctx, change: Change): Promise<Enrolled> {
  mayChange(ctx, change.session)
  return ctx.record((tx) => added(tx, ctx, change, 'passkey'))
}

/** A half session may enrol the first factor; whatever comes later is for those who are wholly in. */
const mayChange = (ctx: Ctx, session: Session) =>
  accept(
    permit(
      workflow,
      session.stage === 'factor' ? 'signIn' : 'changeOwnAccess',
      standing(ctx.actor),
      nothing,
    ),
  )

async function mustBeOffered(tx: Writer, session: Session) {
  if (session.stage === 'factor' && hasSecondFactor(await store.factorsOf(tx, session.user)))
    accept(no({ kind: 'refused', reason: 'factor-there' }))
}

async function added(
  tx: Writer,
  ctx: Pick<Ctx, 'now' | 'seal'>,
  { session, from, onward, stage }: Change,
  kind: 'totp' | 'passkey',
): Promise<readonly [Enrolled, Fact, ...Fact[]]> {
  const { user } = session
  const had = await store.factorsOf(tx, user)
  const sheet = had.backupCodes ? null : await newSheet(tx, ctx.seal, user)
  const first = session.stage === 'factor'
  if (!first) await tell(tx, ctx, user, 'factor')
  await endSessions(tx, user, session.id)
  const entry = { user, way: kind, stage, from, onward, replaces: session }
  const [opened, ...facts] = await enter(tx, ctx, entry)
  const { basis } = workflow.changeOwnAccess
  const fact = { fact: 'staff.factor-added' as const, subject: user, basis, detail: { kind } }
  return [{ opened, codes: sheet }, fact, ...facts]
}

async function newSheet(tx: Writer, seal: Pick<Seal, 'mark'>, user: string) {
  const sheet = Array.from({ length: codes }, newCode)
  const hashes = sheet.map((code) => seal.mark(code, backupPurpose(user)))
  await store.saveBackupCodes(tx, user, hashes)
  return sheet
}

/** A new sheet; the codes of the old one are worth nothing any more. */
export const renewSheet = (ctx: Ctx, user: string): Promise<readonly string[]> => {
  accept(permit(workflow, 'changeOwnAccess', standing(ctx.actor), nothing))
  return ctx.record(async (tx) => {
    const { basis } = workflow.changeOwnAccess
    const sheet = await newSheet(tx, ctx.seal, user)
    return [sheet, { fact: 'staff.backup-codes-made', subject: user, basis }]
  })
}

/** One factor less, as long as another one remains. `what` is `totp` or the id of a passkey. */
export const removeFactor = (ctx: Ctx, user: string, what: string) => {
  accept(permit(workflow, 'changeOwnAccess', standing(ctx.actor), nothing))
  return ctx.record(async (tx) => {
    const { totpSince, passkeys } = await store.factorsOf(tx, user)
    const has = what === 'totp' ? totpSince !== null : passkeys.some((p) => p.id === what)
    if (!has) accept(no({ kind: 'not-found' }))
    if (passkeys.length + (totpSince ? 1 : 0) < 2)
      accept(no({ kind: 'refused', reason: 'last-factor' }))
    if (what === 'totp') await store.dropTotp(tx, user)
    else await store.dropPasskeys(tx, user, what)
    await tell(tx, ctx, user, 'factor-removed')
    const detail = { kind: what === 'totp' ? 'totp' : 'passkey' }
    const { basis } = workflow.changeOwnAccess
    return [undefined, { fact: 'staff.factor-removed', subject: user, basis, detail }]
  })
}

/** A lost telephone: all factors go, all sessions end, and the next sign-in enrols anew. */
export async function withdrawFactors(tx: Writer, user: string, now: Date): Promise<void> {
  await store.dropTotp(tx, user)
  await store.dropPasskeys(tx, user)
  await store.dropBackupCodes(tx, user)
  await dropPasses(tx, user, now)
  await endSessions(tx, user)
}

export async function tell(
  tx: Writer,
  ctx: Pick<Ctx, 'now' | 'seal'>,
  user: string,
  change: AccessChange,
  reason = '',
): Promise<void> {
  const key = `staff.access-changed:${user}:${change}:${newId('evt')}`
  const said = { change, reason }
  await post(tx, ctx, accessChanged, {
    to: [user as `per_${string}`],
    thing: user,
    path: urls.account,
    said,
    key,
  })
}
