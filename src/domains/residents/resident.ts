import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'

/** 市民 — a person who keeps an account; most never do, and need none. */
export type ResidentId = Id<'res'>
export type CheckId = Id<'chk'>
export type AssistId = Id<'ast'>

export const tongues = ['ja', 'easy', 'en', 'ko'] as const
export type Tongue = (typeof tongues)[number]

/** 年代: by tens, as surveys ask for it. */
export const ageBands = ['under-20', '20s', '30s', '40s', '50s', '60s', '70s', '80-up'] as const
export type AgeBand = (typeof ageBands)[number]

/** Everything a person may say of themselves; each is optional and has its reason on the page. */
export interface Profile {
  readonly nickname: string
  /** A district's id, `other`, or the words that somebody wrote before the city had a list. */
  readonly district: string | null
  readonly ageBand: AgeBand | null
  readonly languages: readonly Tongue[]
}

interface Kept {
  readonly id: ResidentId
  readonly version: number
  readonly locale: Tongue
  readonly createdAt: Date
}

/** A closed account is a tombstone: what it did in public keeps pointing here, and nothing of the person is left. */
export type Resident =
  | ({ readonly state: 'active'; readonly profile: Profile; readonly hasPassword: boolean } & Kept)
  | ({ readonly state: 'closed'; readonly closedAt: Date } & Kept)
export type ActiveResident = Extract<Resident, { state: 'active' }>

/** What a person likes to be called; empty where they did not say, or are gone. */
export const nicknameOf = (one: Resident): string =>
  one.state === 'active' ? one.profile.nickname : ''

/** その他: none of the city's districts. */
export const otherDistrict = 'other'

export const noProfile: Profile = { nickname: '', district: null, ageBand: null, languages: [] }

/** How a person can be reached. LINE will be one more line here. */
export const contactKinds = ['mail', 'phone', 'letter'] as const
export type ContactKind = (typeof contactKinds)[number]
export type OwnerId = Id<'rcp'> | ResidentId

/** 連絡先 as it lies in the table: closed. */
export interface SealedContact {
  readonly id: Id<'con'>
  readonly owner: OwnerId
  readonly kind: ContactKind
  readonly sealed: string
  readonly mark: string
  readonly confirmedAt: Date | null
  readonly createdAt: Date
}

/** 居住の確認 */
export const checkStates = [
  'pending',
  'confirmed',
  'refused',
  'expired',
  'renewed',
  'revoked',
] as const
export type CheckState = (typeof checkStates)[number]

/** 郵送の番号, 窓口, 会場で配る番号, 名簿との照合, 本人確認サービス */
export const checkWays = ['letter', 'counter', 'paper', 'register', 'service'] as const
export type CheckWay = (typeof checkWays)[number]

/** 本人確認書類の種類: the kind is kept, the number never. */
export const documents = [
  'my-number-card',
  'driving-licence',
  'insurance',
  'residence-card',
  'other',
] as const
export type DocumentKind = (typeof documents)[number]

export interface Check {
  readonly id: CheckId
  readonly version: number
  readonly resident: ResidentId
  readonly state: CheckState
  readonly way: CheckWay
  readonly document: DocumentKind | null
  readonly askedAt: Date
  readonly printedAt: Date | null
  readonly decidedAt: Date | null
  readonly until: IsoDate | null
  /** As it lies in the table: closed. */
  readonly sealedReason: string
}
/** The same with its reason open, for the person and for whoever decides. */
export type ReadCheck = Check & { readonly reason: string }

/** What an act asks of whoever does it, weakest first. */
export const levels = ['none', 'mail', 'resident'] as const
export type Level = (typeof levels)[number]

/** 開示の目的: a list, so that openings can be counted; words beside it say the case. */
export const purposes = ['reply', 'visit', 'letter', 'verify', 'request', 'law'] as const
export type Purpose = (typeof purposes)[number]

export interface Opening {
  readonly id: string
  readonly owner: string
  readonly at: Date
  readonly who: string
  readonly purpose: Purpose
  readonly reason: string
  readonly fields: readonly string[]
}

/** 代わりの手続き: thirty minutes for one person, seen by that person. */
export interface Assist {
  readonly id: AssistId
  readonly owner: OwnerId
  readonly actor: string
  readonly who: string
  readonly purpose: Purpose
  readonly reason: string
  readonly startedAt: Date
  readonly endsAt: Date
  readonly endedAt: Date | null
  readonly acts: readonly { readonly act: string; readonly at: Date }[]
}
