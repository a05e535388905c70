import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { accept, no } from '#platform/result.ts'
import { fromBase32, stepOfCode } from '#platform/totp.ts'
import { nothing, permit } from '#platform/workflow.ts'
import {
  codesLeft,
  type Origin,
  type SecondFactorPolicy,
  type Session,
  type Stage,
  stageAfter,
  type Way,
} from '../session.ts'
import type { StaffId } from '../staff.ts'
import * as factors from '../store/factors.ts'
import { sealedIn } from '../store/sealed.ts'
import * as sessions from '../store/sessions.ts'
import { standing, workflow } from '../workflow.ts'
import { type Entry, enter, type Opened } from './enter.ts'

/** A session for somebody whom a password, a passkey or the city's directory has named. */
export async function signIn(ctx: Ctx, entry: Entry): Promise<Opened> {
  accept(permit(workflow, 'signIn', standing(ctx.actor), nothing))
  return ctx.record((tx) => enter(tx, ctx, entry))
}

export type Proof = Opened | 'wrong' | 'over'

/** Letters and digits as people type them: full width, in groups, in capitals. */
const cleanCode = (typed: string) =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s‐-―ー-]/g, '')

/**
 * The second proof of a half session, or a proof again within a full one: six digits of the app, or a code
 * of the sheet. After five wrong ones the session is over and the password has to be given again.
 */
export async function proveByCode(
  ctx: Ctx,
  session: Session,
  typed: string,
  from: Origin,
  onward: string,
  stage: Stage,
): Promise<Proof> {
  accept(permit(workflow, 'signIn', standing(ctx.actor), nothing))
  const { user } = session
  const { basis } = workflow.signIn
  return ctx.record<Proof>(async (tx) => {
    const way = await proved(ctx, tx, user, cleanCode(typed))
    if (way) return enter(tx, ctx, { user, way, stage, from, onward, replaces: session })
    const failures = await sessions.countFailure(tx, session.id)
    const over = failures >= codesLeft
    if (over) await sessions.endSession(tx, user, session.id)
    return [over ? 'over' : 'wrong', { fact: 'staff.code-refused', subject: user, basis }]
  })
}

async function proved(
  { now, seal }: Pick<Ctx, 'now' | 'seal'>,
  tx: Writer,
  user: StaffId,
  code: string,
): Promise<Way | undefined> {
  if (/^\d{6}$/.test(code)) {
    const totp = await factors.totpOf(tx, user)
    if (!totp) return undefined
    const secret = fromBase32(seal.open(totp.secret, sealedIn.totp.place(user)))
    const step = stepOfCode(secret, code, now, totp.lastStep)
    return step !== null && (await factors.takeStep(tx, user, step)) ? 'totp' : undefined
  }
  if (!/^[a-z0-9]{10}$/.test(code)) return undefined
  const hash = seal.mark(code, backupPurpose(user))
  return (await factors.takeBackupCode(tx, user, hash, now)) ? 'backup' : undefined
}

export const backupPurpose = (user: string) => `staff.backup:${user}`

/** What a first proof alone leads to. */
export const firstStage = (policy: SecondFactorPolicy, mustChange: boolean): Stage =>
  stageAfter(policy, 'first', mustChange)

export const signOut = (ctx: Ctx, session: Session) =>
  ctx.record(async (tx) => {
    await sessions.endSession(tx, session.user, session.id)
    const { basis } = workflow.signIn
    return [undefined, { fact: 'staff.signed-out', subject: session.user, basis }]
  })

/** この端末を終わらせる: one session of one's own, or all but the present one. */
export const endOwn = (ctx: Ctx, session: Session, which: string | 'others') => {
  accept(permit(workflow, 'changeOwnAccess', standing(ctx.actor), nothing))
  return ctx.record(async (tx) => {
    const { user } = session
    const ended =
      which === 'others'
        ? await sessions.endSessions(tx, user, session.id)
        : Number(await sessions.endSession(tx, user, which))
    if (which !== 'others' && !ended) accept(no({ kind: 'not-found' }))
    const { basis } = workflow.changeOwnAccess
    const detail = { count: ended }
    return [ended, { fact: 'staff.sessions-ended', subject: user, basis, detail }]
  })
}
