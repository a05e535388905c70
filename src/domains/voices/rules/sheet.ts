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

export const faultReasons = [
  'no-column',
  'no-rows',
  'too-many-rows',
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
export type FaultReason = (typeof faultReasons)[number]

/** What has to be mended, by sheet and cell. */
export interface SheetFault {
  readonly sheet: string
  readonly cell: string
  readonly reason: FaultReason
  readonly found: string
}

export interface PlainSheet {
  readonly name: string
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<string, string> }[]
}

export interface SheetReading {
  readonly faults: readonly SheetFault[]
  readonly voices: readonly SheetVoice[]
}

/** So many voices in one file: a survey of a whole city is several. */
export const mostRows = 2000
const mostFaults = 200

const clean = (text: string) => text.replace(/\r\n?/g, '\n').trim()

/** Reads the first sheet that has our columns. Nothing of it is taken in while one cell is wrong. */
export function readVoices(
  sheets: readonly PlainSheet[],
  words: SheetWords,
  today: IsoDate,
): SheetReading {
  const labels = sheetKeys.map((key) => words.columns[key])
  const has = ({ cells }: PlainSheet['rows'][number]) =>
    [...cells.values()].map(clean).includes(words.columns.text)
  const sheet = sheets.find(({ rows }) => rows.some(has))
  const head = sheet?.rows.find(has)
  const at = { sheet: sheet?.name ?? sheets[0]?.name ?? '', cell: '', found: '' }
  if (!sheet || !head)
    return { faults: [{ ...at, reason: 'no-column', found: words.columns.text }], voices: [] }
  const letters = new Map([...head.cells].map(([letter, text]) => [clean(text), letter]))
  const missing = labels.filter((label) => !letters.has(label))
  if (missing.length)
    return {
      faults: missing.map((found) => ({ ...at, reason: 'no-column' as const, found })),
      voices: [],
    }
  const rows = sheet.rows.filter(
    ({ row, cells }) => row > head.row && [...cells.values()].some((text) => clean(text)),
  )
  if (!rows.length) return { faults: [{ ...at, reason: 'no-rows' }], voices: [] }
  if (rows.length > mostRows)
    return { faults: [{ ...at, reason: 'too-many-rows', found: String(rows.length) }], voices: [] }
  const faults: SheetFault[] = []
  const voices = rows.flatMap(({ row, cells }) => {
    const letterOf = (key: SheetKey) => letters.get(words.columns[key]) ?? ''
    const text = (key: SheetKey) => clean(cells.get(letterOf(key)) ?? '')
    const before = faults.length
    const fault = (key: SheetKey, reason: FaultReason) => {
      const cell = `${letterOf(key)}${row}`
      if (faults.length < mostFaults)
        faults.push({ sheet: sheet.name, cell, reason, found: text(key) })
    }
    const voice = voiceIn(text, fault, words, today)
    return voice && faults.length === before ? [voice] : []
  })
  return { faults, voices }
}

type Text = (key: SheetKey) => string
type Fault = (key: SheetKey, reason: FaultReason) => void

/** The key of what was written, by its word; the empty cell is nothing. */
function chosenIn<T extends string>(
  keys: readonly T[],
  names: Readonly<Record<string, string>>,
  typed: string,
): T | null {
  return keys.find((key) => names[key] === typed) ?? null
}

function voiceIn(text: Text, fault: Fault, words: SheetWords, today: IsoDate): SheetVoice | null {
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
