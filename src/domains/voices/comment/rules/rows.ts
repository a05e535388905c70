import type { PlainContact } from '#domains/residents/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { readDay } from '#platform/written-day.ts'
import {
  type CellText,
  chosenIn,
  type MarkCell,
  type PlainSheet,
  type Reading,
  readRows,
} from '../../rules/rows.ts'
import type { CommentCase, Passage } from '../case.ts'
import {
  type CommentChannel,
  type CommentOriginal,
  type CommentSender,
  longestComment,
  paperChannels,
  type Tie,
  ties,
} from '../comment.ts'
import { mailContact } from './contact.ts'
import { isInTime } from './period.ts'

/** The keys of the columns, in their order; how they are called is the city's. */
export const rowKeys = [
  'receivedOn',
  'channel',
  'text',
  'passage',
  'place',
  'tie',
  'name',
  'address',
  'mail',
] as const
export type RowKey = (typeof rowKeys)[number]

export const cellReasons = [
  'required',
  'not-a-date',
  'day-ahead',
  'out-of-time',
  'not-offered',
  'no-passage',
  'too-long',
  'bad-mail',
] as const
export type CellReason = (typeof cellReasons)[number]

/** How a city's office writes them: the labels of the columns and of the choices. */
export interface RowWords {
  readonly columns: Readonly<Record<RowKey, string>>
  readonly channels: Readonly<Record<string, string>>
  readonly ties: Readonly<Record<Tie, string>>
}

/** One comment of a table: what `handIn` takes, in plain values. */
export interface RowComment {
  readonly channel: CommentChannel
  readonly receivedOn: IsoDate
  readonly tie: Tie
  readonly passage: number | null
  readonly original: CommentOriginal
  readonly person: CommentSender
  readonly contact: PlainContact | null
}

/** What the case asks of every row, before anything is taken in. */
export interface Asked {
  readonly one: Pick<CommentCase, 'opensOn' | 'closesOn'>
  readonly draft: readonly Pick<Passage, 'no'>[]
  readonly asksName: boolean
  readonly today: IsoDate
}

/** 様式の表: each row what one sender handed in. */
export const readComments = (
  sheets: readonly PlainSheet[],
  words: RowWords,
  asked: Asked,
): Reading<RowComment, CellReason> =>
  readRows(sheets, {
    columns: words.columns,
    keys: rowKeys,
    by: 'text',
    row: (text, fault) => commentIn(text, fault, words, asked),
  })

const limits = { text: longestComment, place: 200, name: 60, address: 200 } as const

function commentIn(
  text: CellText<RowKey>,
  fault: MarkCell<RowKey, CellReason>,
  words: RowWords,
  { one, draft, asksName, today }: Asked,
): RowComment | null {
  const must = <T extends string>(
    key: RowKey,
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
  else if (!isInTime(receivedOn, one)) fault('receivedOn', 'out-of-time')
  const channel = must('channel', paperChannels, words.channels)
  const tie = must('tie', ties, words.ties)
  for (const key of asksName ? (['text', 'name', 'address'] as const) : (['text'] as const))
    if (!text(key)) fault(key, 'required')
  for (const key of ['text', 'place', 'name', 'address'] as const)
    if ([...text(key)].length > limits[key]) fault(key, 'too-long')
  const passage = passageIn(text('passage'))
  if (passage !== null && !draft.some(({ no }) => no === passage)) fault('passage', 'no-passage')
  const person = { name: text('name'), address: text('address'), mail: text('mail') }
  const contact = mailContact(person.mail)
  if (contact === undefined) fault('mail', 'bad-mail')
  if (!receivedOn || !channel || !tie || contact === undefined) return null
  const original = { text: text('text'), place: text('place') }
  return { channel, receivedOn, tie, passage, original, person, contact }
}

/** 3, 段落3; null where nothing is written, NaN for what is no number. */
const passageIn = (typed: string): number | null => {
  const digits = typed.normalize('NFKC').replace(/^段落\s*/, '')
  return digits ? (/^[0-9]{1,4}$/.test(digits) ? Number(digits) : Number.NaN) : null
}
