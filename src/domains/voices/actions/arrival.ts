import {
  type Opened,
  openReceipt,
  type PlainContact,
  type Receipt,
  type Tongue,
} from '#domains/residents/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { bare } from '../rules/bare.ts'
import type { Channel } from '../voice.ts'

/** What voices and comments on drafts have in common when they reach the city: a number, a seal, a mark. */

/** As the receipt knows its ways in: what comes on paper is a letter, what is heard at a meeting a visit. */
const receiptChannel = {
  web: 'web',
  mail: 'web',
  letter: 'letter',
  fax: 'letter',
  box: 'letter',
  survey: 'letter',
  phone: 'phone',
  counter: 'counter',
  meeting: 'counter',
  'area-manager': 'counter',
} as const satisfies Record<Channel, Receipt['channel']>

export interface Arrival {
  readonly act: { readonly name: string; readonly letter: string }
  readonly subject: string
  readonly channel: Channel
  readonly language: Tongue
  readonly contact: PlainContact | null
  /** The contact wrote to us from there itself. */
  readonly isProven: boolean
  /** Where the same form has to lead to the same phrase. */
  readonly phrase?: string | undefined
}

/** 受付番号 and 合言葉; the fact goes into the caller's `record`. */
export const openNumber = (
  tx: Writer,
  ctx: Ctx,
  { channel, language, phrase, ...arrival }: Arrival,
): Promise<Opened> =>
  openReceipt(tx, ctx, {
    ...arrival,
    channel: receiptChannel[channel],
    locale: language,
    ...(phrase !== undefined && { phrase }),
  })

/** Sealed for its place, so that it opens nowhere else. */
export const sealFor = ({ seal }: Pick<Ctx, 'seal'>, place: string, what: object): string =>
  seal.seal(JSON.stringify(what), place)

/** By which the same is found again, whatever the spacing and width of its letters; null where nothing was given. */
export const markOf = (
  { seal }: Pick<Ctx, 'seal'>,
  parts: readonly string[],
  purpose: string,
): string | null => (parts.some(Boolean) ? seal.mark(parts.map(bare).join(' '), purpose) : null)

/** Who somebody says they are. */
export interface Named {
  readonly name: string
  readonly address: string
}

/** The same person is found again by name and address, from a voice to a public comment and back. */
export const personMark = (ctx: Pick<Ctx, 'seal'>, { name, address }: Named): string | null =>
  markOf(ctx, [name, address], 'voice.comment-sender')

/** By the way they gave to be reached. */
export const wayMark = (ctx: Pick<Ctx, 'seal'>, { text }: Pick<PlainContact, 'text'>) =>
  markOf(ctx, [text], 'voice.sender')

/** The colleague who took it in; nobody where the sender did it themselves. */
export const takerIn = ({ actor }: Pick<Ctx, 'actor'>): string | null =>
  actor.id.startsWith('per_') ? actor.id : null
