import type { Id } from '#platform/id.ts'

/** お知らせ — what a person is told, in a list on the site, by mail, or by a printed letter. */
export type NoticeId = Id<'ntc'>
export type DeliveryId = Id<'dlv'>
/** One mail: a notice by itself, or a day's notices together. Stands in the Message-ID. */
export type MailId = Id<'ml'>
/** Letters that were put together to be printed at once; stands where a mail's name would. */
export type BatchId = Id<'lb'>
/** A member of staff `per_`, a resident `res_`, somebody without an account `rcp_`, a subscriber `sub_`. */
export type RecipientId = `${string}_${string}`

export type Locale = 'ja' | 'easy' | 'en' | 'ko'

/** How soon: at once, with the others of the day or of the week, or only in the list. */
export const cadences = ['at-once', 'daily', 'weekly', 'never'] as const
export type Cadence = (typeof cadences)[number]

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }
/** Plain values from which the words are made. */
export type Said = { readonly [key: string]: Json }

export interface Words {
  readonly subject: string
  /** One line, for the list and for a mail of several. */
  readonly line: string
  /** Further paragraphs, for a mail of its own. */
  readonly body?: readonly string[]
  /** Pages of this site beside the one that the notice leads to. */
  readonly links?: readonly { readonly text: string; readonly path: string }[]
}

/**
 * お知らせの種類 — declared by a chapter, as data. `S` is what the chapter says with it; the shell puts the
 * kinds of all chapters into one registry.
 */
export interface Kind<S extends Said = Said> {
  /** plan.amendment-proposed */
  readonly name: `${string}.${string}`
  /** Whose settings name it; `others` have no page of settings: groups, subscribers. */
  readonly audience: 'staff' | 'residents' | 'both' | 'others'
  /** As the page of settings calls it. */
  readonly title: Readonly<Record<Locale, string>>
  /** A method, so that the registry may hold kinds of every `S`. */
  words(locale: Locale, said: S): Words
  readonly cadence: Cadence
  /** Codes and receipts: at once, whatever a person has set. */
  readonly urgent?: true
  /** Sealed in the table until it is sent, then wiped; never in a list, never on the outbox's pages. */
  readonly secret?: true
  /** Of no use afterwards, in minutes: not sent any more. */
  readonly life?: number
  /** Not in the list: what the desk shows anyway. */
  readonly unlisted?: true
}

export type Kinds = ReadonlyMap<string, Kind>

/** One registry of all that can be told. A name twice is a fault of the program. */
export function kindsOf(lists: readonly (readonly Kind[])[]): Kinds {
  const all = lists.flat()
  const kinds = new Map(all.map((kind) => [kind.name, kind]))
  if (kinds.size < all.length) throw new Error('two kinds of notice have one name')
  return kinds
}

export interface Notice {
  readonly id: NoticeId
  readonly kind: string
  readonly thing: string
  readonly path: string
  readonly said: Said
  readonly sealed: string | null
  readonly postedAt: Date
  readonly expiresAt: Date | null
}

/** 届け方 — a way on which a notice can leave, and what that way can do. */
export interface ChannelTraits {
  /** Whether codes and other secrets may go by it: nobody between us and the person reads along or keeps them. */
  readonly carriesSecrets: boolean
  /** Whether the other side says that it took it; otherwise a colleague notes that it was sent. */
  readonly confirms: boolean
  /** Whether it is there only where the city has an account with somebody. */
  readonly needsConnection: boolean
  /** Whether a person may ask for it; a letter comes where nothing else reaches them. */
  readonly isChosen: boolean
}
export const channelNames = ['mail', 'letter', 'line'] as const
export type Channel = (typeof channelNames)[number]
export const channels = {
  mail: { carriesSecrets: true, confirms: true, needsConnection: false, isChosen: true },
  letter: { carriesSecrets: false, confirms: false, needsConnection: false, isChosen: false },
  line: { carriesSecrets: false, confirms: true, needsConnection: true, isChosen: true },
} as const satisfies Readonly<Record<Channel, ChannelTraits>>
/** What a person may have chosen for what is not secret. */
export type ChosenChannel = {
  [C in Channel]: (typeof channels)[C]['isChosen'] extends true ? C : never
}[Channel]
export const deliveryStates = [
  'waiting',
  'sending',
  'sent',
  'failed',
  'bounced',
  'dropped',
] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** 送達 — one notice on its way to one person by one channel. */
export interface Delivery {
  readonly id: DeliveryId
  readonly noticeId: NoticeId
  readonly recipientId: RecipientId
  readonly channel: Channel
  readonly state: DeliveryState
  readonly cadence: Exclude<Cadence, 'never'>
  readonly urgent: boolean
  readonly dueAt: Date
  readonly attempts: number
  readonly triedAt: Date | null
  readonly mailId: MailId | null
  readonly inDoubt: boolean
  readonly lastError: string | null
  readonly settledAt: Date | null
}

/** Where a person can be reached, as the chapter that knows the person says it at the moment of sending. */
export interface Address {
  readonly name: string
  readonly email: string | null
  readonly locale: Locale
  /** Postal lines, for those who have no e-mail. */
  readonly letter?: readonly string[]
}

/** 期限と宿題 — what waits for a member of staff today. */
export const dueKinds = ['overdue', 'due', 'decision', 'unanswered'] as const
export interface Due {
  readonly kind: (typeof dueKinds)[number]
  readonly title: Readonly<Record<'ja' | 'en', string>>
  readonly path: string
  /** The day on which it is due, or since when it waits; ISO. */
  readonly on: string | null
}

export interface Habit {
  /** 1 is Monday. */
  readonly weekday: number
  readonly charset: 'utf-8' | 'iso-2022-jp'
  readonly channel: ChosenChannel
}
export const usualHabit: Habit = { weekday: 1, charset: 'utf-8', channel: 'mail' }

/** Kinds that stand under one heading, by the first word of their names: `plan.news` is of `plan`. */
export interface KindGroup {
  readonly of: readonly string[]
  readonly title: Readonly<Record<Locale, string>>
}
