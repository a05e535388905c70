import { post } from '#domains/notices/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { hashOf, newToken } from '#platform/token.ts'
import { deviceOf } from '../device.ts'
import { newDevice } from '../notices.ts'
import type { Origin, Session, Stage, Way } from '../session.ts'
import type { StaffId } from '../staff.ts'
import { sealedIn } from '../store/sealed.ts'
import * as store from '../store/sessions.ts'
import { urls } from '../urls.ts'
import { workflow } from '../workflow.ts'

export interface Entry {
  readonly user: StaffId
  readonly way: Way
  readonly stage: Stage
  readonly from: Origin
  readonly onward: string
  /** The session that this one takes the place of: from now on its token opens nothing. */
  readonly replaces?: Pick<Session, 'id' | 'user' | 'stage' | 'startedAt'> | undefined
  /** Sealed by the caller's `seal` for the new session. */
  readonly idToken?: string
}

/** What goes to the browser, and nowhere else. */
export interface Opened {
  readonly token: string
  readonly stage: Stage
  readonly onward: string
  /** The device's own mark, given when a session became full. */
  readonly device?: string
}

/**
 * A session begins: always under a new name, and the one it follows ends with it. The clock of a full
 * session is not set back by proving again who one is.
 */
export async function enter(
  tx: Writer,
  { now, seal }: Pick<Ctx, 'now' | 'seal'>,
  { user, way, stage, from, onward, replaces, idToken }: Entry,
): Promise<readonly [Opened, Fact, ...Fact[]]> {
  const token = newToken()
  const id = newId('ses')
  const again = replaces?.stage === 'full' && stage === 'full' && replaces.user === user
  if (replaces) await store.endSession(tx, replaces.user, replaces.id)
  const device = stage === 'full' ? (from.device ?? newToken()) : undefined
  const { network, userAgent } = from
  const session: Session = {
    id,
    user,
    stage,
    way,
    startedAt: again ? replaces.startedAt : now,
    seenAt: now,
    provedAt: now,
    onward,
    failures: 0,
    device: device ? hashOf(device) : null,
    userAgent,
    network,
  }
  const kept = idToken === undefined ? null : seal.seal(idToken, sealedIn.idToken.place(id))
  await store.insertSession(tx, session, hashOf(token), kept)
  const { basis } = workflow.signIn
  const done = again ? 'proved-again' : stage === 'full' ? 'signed-in' : 'half-signed-in'
  const fact = `staff.${done}` as const
  const opened = { token, stage, onward, ...(device && { device }) }
  const first = { fact, subject: user, basis, detail: { way } }
  if (!device) return [opened, first]
  return [opened, first, ...(await noticed(tx, { now, seal }, session, hashOf(device)))]
}

/** A device that the person never used before is told to them; the very first one is not. */
async function noticed(
  tx: Writer,
  ctx: Pick<Ctx, 'now' | 'seal'>,
  { id, user, network, userAgent }: Session,
  mark: string,
): Promise<Fact[]> {
  const { known, any } = await store.knownDevice(tx, user, mark)
  await store.noteDevice(tx, user, mark, network, ctx.now)
  if (known || !any) return []
  const { browser, system } = deviceOf(userAgent)
  const device = [system, browser].filter(Boolean).join(' ') || '?'
  await post(tx, ctx, newDevice, {
    to: [user],
    thing: user,
    path: urls.account,
    said: { device, network },
    key: `staff.new-device:${id}`,
  })
  return [{ fact: 'staff.new-device', subject: user, basis: workflow.signIn.basis }]
}
