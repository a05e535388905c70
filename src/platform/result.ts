/** What a rule answers: yes with a value, or no with a reason. Bugs are thrown; refusals are returned. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export type Refusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'not-allowed'; readonly action: string; readonly basis: string }
  | {
      readonly kind: 'wrong-state'
      readonly action: string
      readonly state: string
      readonly basis: string
    }
  /** Someone else saved first. */
  | { readonly kind: 'stale' }
  /** The input contradicts itself or the record; `reason` is a key of the domain's messages. */
  | { readonly kind: 'refused'; readonly reason: string; readonly place?: string }

export const yes = <T>(value: T): Result<T> => ({ ok: true, value })
export const no = (refusal: Refusal): Result<never> => ({ ok: false, refusal })

/** The one exception that carries a refusal from an action to the web edge or the command line. */
export class Refused extends Error {
  override name = 'Refused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.kind === 'refused' ? refusal.reason : refusal.kind)
    this.refusal = refusal
  }
}

export function accept<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.refusal)
  return result.value
}

/** Refuses an action with a reason of its domain, at the field of the form that it is about, if there is one. */
export function refuse(reason: string, place?: string): never {
  throw new Refused({ kind: 'refused', reason, ...(place !== undefined && { place }) })
}

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Refused({ kind: 'not-found' })
  return value
}
