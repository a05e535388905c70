import type { StaffId } from './staff.ts'

/**
 * 在席: `factor` waits for the second proof, `password` for a new password; only a `full` one is somebody.
 * What the library of passkeys opens for itself (`library`) is nobody's either, and is ended at once.
 */
export const stages = ['factor', 'password', 'full'] as const
export type Stage = (typeof stages)[number]

/** By what a person proved who they are. */
export type Way = 'password' | 'totp' | 'backup' | 'passkey' | 'sso'

export interface Session {
  readonly id: string
  readonly user: StaffId
  readonly stage: Stage
  readonly way: Way
  readonly startedAt: Date
  readonly seenAt: Date
  /** When the person last proved to be there; factors are changed only soon after. */
  readonly provedAt: Date
  readonly onward: string
  /** Wrong codes so far. */
  readonly failures: number
  readonly device: string | null
  readonly userAgent: string
  readonly network: string
}

const minute = 60_000
/** 30 minutes without use, 8 hours in all; a quarter of an hour to go and fetch the telephone. */
export const life = {
  idle: 30 * minute,
  whole: 8 * 60 * minute,
  half: 15 * minute,
  fresh: 10 * minute,
} as const

export const isAlive = (s: Pick<Session, 'stage' | 'startedAt' | 'seenAt'>, now: Date): boolean =>
  s.stage === 'full'
    ? +now < +s.startedAt + life.whole && +now < +s.seenAt + life.idle
    : +now < +s.startedAt + life.half

export const isFresh = (s: Pick<Session, 'provedAt'>, now: Date): boolean =>
  +now < +s.provedAt + life.fresh

/** Where a request came from, as far as it is kept: browser, shortened network, the mark of the device. */
export interface Origin {
  readonly network: string
  readonly userAgent: string
  /** What the cookie of the device carries, if the browser brought one. */
  readonly device: string | undefined
}

/** After so many wrong codes the password has to be given again. */
export const codesLeft = 5

/** An account's ways in, as its own person and the personnel office see them. */
export interface Factors {
  readonly hasPassword: boolean
  readonly totpSince: Date | null
  readonly backupCodes: number
  readonly passkeys: readonly Passkey[]
}

export interface Passkey {
  readonly id: string
  readonly name: string
  readonly addedAt: Date | null
}

export const hasSecondFactor = ({ totpSince, passkeys }: Factors): boolean =>
  totpSince !== null || passkeys.length > 0

export type SecondFactorPolicy = 'required' | 'off'

/** Where a sign-in leads after the first proof. A passkey and an accepted SSO are both proofs in one. */
export const stageAfter = (
  policy: SecondFactorPolicy,
  proof: 'first' | 'both',
  mustChange: boolean,
): Stage =>
  policy === 'required' && proof === 'first' ? 'factor' : mustChange ? 'password' : 'full'
