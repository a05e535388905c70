import type { Limit, Limiter } from './limits.ts'
import {
  type Challenge,
  challenge,
  isProven,
  proofTerms,
  slowCode,
  slowWait,
} from './proof-of-work.ts'

/** What a form needs to notice that it is flooded; the shell brings it. */
export interface RushDoor {
  readonly secret: string
  readonly limiterOf: (name: string, limit: Limit) => Limiter
}

/** 混雑 of one public form: everybody together counts, since a flood comes from many networks. */
export interface Rush {
  /** More came of late than the form gets in calm times. It counts nothing. */
  readonly isOn: () => Promise<boolean>
  /** Counts one sending; answers whether it was one too many. */
  readonly count: () => Promise<boolean>
  readonly task: (now: Date) => Challenge
  /** Whether the work was done for this form, once. */
  readonly isProven: (body: Readonly<Record<string, unknown>>, now: Date) => Promise<boolean>
}

const everyone = 'all'

/** The one logic of proof of work: a form that stands before others and a form that asks by itself use it. */
export function rushAt({ secret, limiterOf }: RushDoor, form: string, calm: Limit): Rush {
  const overall = limiterOf(`rush.${form}`, calm)
  const proofs = limiterOf('rush.proof', { points: 1, seconds: proofTerms.seconds })
  const once = async (token: string) => (await proofs.take(token)).ok
  return {
    isOn: async () => (await overall.used(everyone)) >= calm.points,
    count: async () => !(await overall.take(everyone)).ok,
    task: (now) => challenge(secret, form, now),
    isProven: (body, now) => {
      const proof = { token: String(body.proof ?? ''), answer: String(body.answer ?? '') }
      return isProven(secret, form, proof, now, once)
    },
  }
}

/** What the page of the slow way shows: the number, or how long it still takes; neither for a bad token. */
export const slowWay = (secret: string, form: string, token: string, now: Date) => ({
  seconds: slowWait(secret, form, token, now),
  code: slowCode(secret, form, token, now),
})
