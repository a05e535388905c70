import { terms } from '../terms.ts'

/** When to try again after `attempts` attempts, as a moment. */
export function nextAttempt(attempts: number, now: Date, down: boolean): Date {
  const pauses: readonly number[] = down ? terms.downPauses : terms.pauses
  const pause = pauses[Math.min(attempts, pauses.length) - 1] ?? pauses[0] ?? 0
  return new Date(now.getTime() + pause)
}

/**
 * Whether a recipient's side has said "later" for too long. A server of our own that is down never counts:
 * what waits for it waits as long as it takes.
 */
export const isHopeless = (triedFirst: Date, now: Date): boolean =>
  now.getTime() - triedFirst.getTime() > terms.giveUpAfter
