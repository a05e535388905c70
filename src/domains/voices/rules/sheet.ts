import { type AgeBand, ageBands, type PlainContact, readContact } from '#domains/residents/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { readDay } from '#platform/written-day.ts'
import { type PaperChannel, paperChannels } from '../paper.ts'
import {
  longest,
  type ReplyWay,
  replyWays,
  type Sender,
  type SenderKind,
  senderKinds,
} from '../voice.ts'
import {
  type CellText,
  chosenIn,
  type MarkCell,
  type PlainSheet,
  type Reading,
  readRows,
} from './rows.ts'

/** One voice of a sheet: what `receive` takes, in plain values. */
export interface SheetVoice {
  readonly channel: PaperChannel
  readonly receivedOn: IsoDate
  readonly text: string
  readonly place: string
  readonly district: string | null
  readonly ageBand: AgeBand | null
  readonly sender: SenderKind
  readonly person: Sender
  readonly contact: PlainContact | null
  readonly replyBy: ReplyWay
  readonly mayPublish: boolean
}

/** The keys of the columns, in their order; how they are called is the city's. */
export const sheetKeys = [
  'receivedOn',
  'channel',
  'text',
  'place',
  'district',
  'ageBand',
  'sender',
  'name',
  'postcode',
  'address',
  'phone',
  'mail',
  'replyBy',
  'mayPublish',
] as const
export type SheetKey = (typeof sheetKeys)[number]

/** How a city's office writes them: the labels of the columns and of the choices. */
export interface SheetWords {
  readonly columns: Readonly<Record<SheetKey, string>>
  readonly channels: Readonly<Record<string, string>>
  readonly ages: Readonly<Record<string, string>>
  readonly senders: Readonly<Record<string, string>>
  readonly replies: Readonly<Record<string, string>>
  readonly publish: Readonly<Record<'yes' | 'no', string>>
  /** The id of the district that is called so today. */
  readonly districtNamed: (name: string) => string | null
}

export const cellReasons = [
  'required',
  'not-a-date',
  'day-ahead',
  'not-offered',
  'unknown-district',
  'too-long',
  'bad-mail',
  'bad-phone',
  'bad-postcode',
] as const
export type CellReason = (typeof cellReasons)[number]

/** 様式の表: each row a voice. */
export const readVoices = (
  sheets: readonly PlainSheet[],
  words: SheetWords,
  today: IsoDate,
): Reading<SheetVoice, CellReason> =>
  readRows(sheets, {
    columns: words.columns,
    keys: sheetKeys,
    by: 'text',
    row: (text, fault) => voiceIn(text, fault, words, today),
  })

type Text = CellText<SheetKey>

function voiceIn(
  text: Text,
  fault: MarkCell<SheetKey, CellReason>,
  words: SheetWords,
  today: IsoDate,
): SheetVoice | null {
  const must = <T extends string>(
    key: SheetKey,
    keys: readonly T[],
    names: Readonly<Record<string, string>>,
  ): T | null => {
    const typed = text(key)
    const chosen = chosenIn(keys, names, typed)
    if (!chosen) fault(key, typed ? 'not-offered' : 'required')
    return chosen
  }
  const receivedOn = readDay(text('receivedOn'))
  if (!receivedOn) fault('receivedOn', text('receivedOn') ? 'not-a-date' : 'required')
  else if (receivedOn > today) fault('receivedOn', 'day-ahead')
  const channel = must('channel', paperChannels, words.channels)
  if (!text('text')) fault('text', 'required')
  else if ([...text('text')].length > longest) fault('text', 'too-long')
  if ([...text('place')].length > 200) fault('place', 'too-long')
  const district = text('district') ? words.districtNamed(text('district')) : null
  if (text('district') && !district) fault('district', 'unknown-district')
  const ageBand = text('ageBand') ? chosenIn(ageBands, words.ages, text('ageBand')) : null
  if (text('ageBand') && !ageBand) fault('ageBand', 'not-offered')
  const sender = must('sender', senderKinds, words.senders)
  const replyBy = must('replyBy', replyWays, words.replies)
  const publish = must('mayPublish', ['yes', 'no'], words.publish)
  const person = personIn(text)
  const { contact, faults } = readContact({ ...person, reach: replyBy ?? 'none' })
  for (const [key, reason] of Object.entries(faults)) fault(key as SheetKey, reason)
  if (!receivedOn || !channel || !sender || !replyBy || !publish) return null
  return {
    channel,
    receivedOn,
    text: text('text'),
    place: text('place'),
    district,
    ageBand,
    sender,
    person,
    contact,
    replyBy,
    mayPublish: publish === 'yes',
  }
}

const personIn = (text: Text): Sender => ({
  name: text('name'),
  postcode: text('postcode'),
  address: text('address'),
  phone: text('phone'),
  mail: text('mail'),
})
