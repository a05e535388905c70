import type { DistrictId, Spot } from '#domains/districts/index.ts'
import type { AgeBand, ReceiptId, Tongue } from '#domains/residents/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'

/** 市民の声 — what somebody told the city, by whichever way, with one number and the same rights. */
export type VoiceId = Id<'voi'>

/** 受付の経路 */
export const channels = [
  'web',
  'mail',
  'letter',
  'fax',
  'box',
  'phone',
  'counter',
  'meeting',
  'area-manager',
  'survey',
] as const
export type Channel = (typeof channels)[number]

export const senderKinds = ['individual', 'group', 'anonymous'] as const
export type SenderKind = (typeof senderKinds)[number]

/** How the sender wants to hear: `none` means by number only, on the site or by phone. */
export const replyWays = ['mail', 'letter', 'phone', 'none'] as const
export type ReplyWay = (typeof replyWays)[number]

/** What was taken in; none of it says who the sender is. Their words and name lie sealed, apart. */
export interface Taken {
  readonly id: VoiceId
  readonly version: number
  readonly receipt: ReceiptId
  /** V2013-0012-7 */
  readonly number: string
  readonly channel: Channel
  /** The day it reached the city: of a letter the day of its stamp, not of its typing. */
  readonly receivedOn: IsoDate
  readonly takenAt: Date
  /** Whoever typed it in; null where the sender did. */
  readonly takenBy: string | null
  readonly language: Tongue
  readonly sender: SenderKind
  readonly ageBand: AgeBand | null
  readonly district: DistrictId | null
  readonly replyBy: ReplyWay
  /** The sender agrees that it be published without name. */
  readonly mayPublish: boolean
  /** Told of the number and of the day of the answer. */
  readonly acknowledgedAt: Date | null
  /** 回答期限, without the days on which the clock stood still; null once nothing is owed. */
  readonly dueOn: IsoDate | null
  /** Since when the city waits for the sender; null while the clock runs. */
  readonly waitingSince: IsoDate | null
}

interface Triaged {
  readonly triagedAt: Date
  readonly triagedBy: string
}

/** Each state holds what is known in it. */
export type Voice =
  | (Taken & { readonly state: 'received' })
  | (Taken & Triaged & { readonly state: 'answering' })
  | (Taken & Triaged & { readonly state: 'replied'; readonly repliedAt: Date })
  | (Taken &
      Triaged & {
        readonly state: 'closed'
        readonly repliedAt: Date
        readonly closedAt: Date
      })
  /** 重複: the same words came before; counted as a text and a person, answered with the other. */
  | (Taken & { readonly state: 'joined'; readonly into: VoiceId })
export type VoiceState = Voice['state']

/** Characters of one voice: a letter of thirty pages. */
export const longest = 20_000

/** What the sender wrote and who they are, as it is sealed: one text each, in tables of their own. */
export interface Original {
  readonly text: string
  /** Where it is about, in the sender's own words; may hold an address. */
  readonly place: string
  /** 地図の場所, to about ten metres. Sealed with the words: only the district is ever public. */
  readonly point?: Spot
}
export interface Sender {
  readonly name: string
  readonly postcode: string
  readonly address: string
  readonly phone: string
  readonly mail: string
}
export const noSender: Sender = { name: '', postcode: '', address: '', phone: '', mail: '' }
