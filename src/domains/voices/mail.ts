import type { VoiceId } from './voice.ts'

/** What was read from the inbox: a voice, the answer of a machine, or what a person has to look at. */
export interface ReadMail {
  /** Keyed hash of its Message-ID. */
  readonly mark: string
  readonly state: 'taken' | 'automatic' | 'unreadable'
  readonly why: MailWhy | ''
  /** The name of the file in the inbox, of what could not be read. */
  readonly file: string
  readonly voice: VoiceId | null
  readonly readAt: Date
}

/** Why a mail is no voice. */
export const mailWhys = [
  'answer',
  'bounce',
  'list',
  'broken',
  'too-large',
  'no-sender',
  'no-words',
  'too-long',
] as const
export type MailWhy = (typeof mailWhys)[number]

/** Attachments larger than this are named and not kept. */
export const largestAttachment = 10 * 2 ** 20
/** So many receipts go to one address in a day: whoever writes more often has the first numbers. */
export const receiptsADay = 5

/** Since when the mailbox of the city is not read, and why. */
export interface MailboxState {
  readonly fault: 'not-reached' | 'not-let-in' | 'not-emptied'
  /** What the server answered. */
  readonly said: string
  readonly since: Date
}
