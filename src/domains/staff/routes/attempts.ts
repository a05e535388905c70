import type { Reader } from '#platform/database.ts'
import type { Limiter } from '#platform/limits.ts'
import { hashOf } from '#platform/token.ts'
import type { Origin } from '../session.ts'
import { isDeviceOf, isNetworkKnown } from '../store/sessions.ts'
import type { Gate } from './entry.ts'

const minute = 60
const quarter = 15 * minute

export type Attempt =
  | { readonly ok: true; readonly forgive: () => Promise<void> }
  /** Seconds. */
  | { readonly ok: false; readonly wait: number }

/**
 * Guessing is slowed down, and nobody can be locked out by it. What is counted is the account together with
 * where the attempt comes from:
 * - a browser in which the person has signed in before counts for itself alone, whatever others do;
 * - a network from which staff have signed in waits a minute at most;
 * - any other waits a quarter of an hour, then two hours, then a day; and guessing through a list of
 *   addresses is stopped by the network.
 * The same holds for addresses that nobody has, so that the waits tell nothing.
 */
export function attempts({ limiterOf }: Pick<Gate, 'limiterOf'>, name: string) {
  const of = (kind: string, points: number, seconds: number) =>
    limiterOf(`${name}.${kind}`, { points, seconds })
  const device = of('device', 10, minute)
  const near = { network: of('near-network', 60, minute), account: [of('near', 8, minute)] }
  const far = {
    network: of('network', 60, quarter),
    account: [
      of('account', 8, quarter),
      of('account-long', 16, 120 * minute),
      of('account-day', 24, 1440 * minute),
    ],
  }
  return async (db: Reader, email: string, address: string, from: Origin): Promise<Attempt> => {
    const mark = from.device && hashOf(from.device)
    if (mark && (await isDeviceOf(db, email, mark)))
      return take([[device, `${mark} ${email}`]], `${mark} ${email}`)
    const { network, account } = (await isNetworkKnown(db, from.network)) ? near : far
    const pair = `${address} ${email}`
    // A passkey or the directory names the person only afterwards: a whole office shares one address.
    const own = email ? account.map((one) => [one, pair] as const) : []
    return take([[network, address], ...own], pair)
  }
}

async function take(
  all: readonly (readonly [limiter: Limiter, key: string])[],
  own: string,
): Promise<Attempt> {
  for (const [limiter, key] of all) {
    const taken = await limiter.take(key)
    if (!taken.ok) return { ok: false, wait: taken.retryAfter }
  }
  const mine = all.filter(([, key]) => key === own)
  const forgive = async () => {
    for (const [limiter, key] of mine) await limiter.forgive(key)
  }
  return { ok: true, forgive }
}

export const minutesOf = (seconds: number): number => Math.max(1, Math.ceil(seconds / minute))
